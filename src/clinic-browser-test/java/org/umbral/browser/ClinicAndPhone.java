package org.umbral.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.web.Pages;
import org.umbral.clinic.web.PagesSettings;
import org.umbral.line.LineClinic;
import org.umbral.line.LineFixture;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/** A clinic with its pages and its real desk, and a phone that joined it. */
final class ClinicAndPhone implements AutoCloseable {
    static final String PARALEGAL = "Paula Ficticia";

    final LineFixture line;
    private final Pages pages;
    private final String address;
    private boolean hired;

    ClinicAndPhone(Path folder) throws Failure, IOException {
        line = LineFixture.joined(folder);
        var clinic = line.clinic.clinic();
        pages = new Pages(clinic.doors(), line.clock, new SecureRandom(), PagesSettings.loopback(ZoneOffset.UTC));
        address = "http://127.0.0.1:" + pages.start(0);
    }

    String url(String path) {
        return address + path;
    }

    ClinicVisitor attorney(ClinicVisitor visitor) {
        return visitor.logIn(url("/login"), LineClinic.STAFF, LineClinic.WORDS);
    }

    /** With an account of her own, by invitation, from the first time on. */
    ClinicVisitor paralegal(ClinicVisitor visitor) throws Failure {
        if (hired) {
            return new Hired(this).again(visitor, PARALEGAL);
        }
        hired = true;
        return new Hired(this).at(visitor, PARALEGAL, Role.PARALEGAL, false);
    }

    /** Until the phone holds so many entries of the case. */
    CaseFile awaitOnPhone(CaseId id, int entries) throws Failure {
        await().atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.courier().wake();
            line.phone.intake().tidy();
            return line.phone.intake().read(id).entries().size() == entries;
        });
        return line.phone.intake().read(id);
    }

    ItemId first(CaseId id, String group) throws Failure {
        CaseFile file = line.phone.intake().read(id);
        return line.phone
                .intake()
                .catalogue()
                .items(file, group, ItemId.CASE)
                .get(0)
                .id();
    }

    @Override
    public void close() {
        pages.stop();
        line.close();
    }
}

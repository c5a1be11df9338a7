package org.umbral.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import org.umbral.clinic.Clinic;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.web.Pages;
import org.umbral.clinic.web.PagesSettings;
import org.umbral.line.LineClinic;
import org.umbral.line.LineFixture;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.secret.Passphrase;

/** A clinic whose staff have accounts of their own, with its pages and its real desk, and a phone that joined it. */
final class ClinicAtWork implements AutoCloseable {
    static final String ATTORNEY = LineClinic.STAFF;
    static final String PARALEGAL = "Paula Ficticia";

    final LineFixture line;
    private final Pages pages;
    private final String address;

    ClinicAtWork(Path folder) throws Failure, IOException {
        line = LineFixture.joined(folder);
        Clinic clinic = line.clinic.clinic();
        pages = new Pages(clinic.doors(), line.clock, new SecureRandom(), PagesSettings.loopback(ZoneOffset.UTC));
        address = "http://127.0.0.1:" + pages.start(0);
        hire(PARALEGAL, Role.PARALEGAL);
    }

    private void hire(String name, Role role) throws Failure {
        try (StaffSession founder = line.clinic.login();
                Passphrase words = Passphrase.of(LineClinic.WORDS.toCharArray())) {
            var people = line.clinic.clinic().people();
            people.join(people.invite(founder, name, role, false), name, words, "192.0.2.2");
        }
    }

    String url(String path) {
        return address + path;
    }

    ClinicVisitor logIn(ClinicVisitor visitor, String name) {
        return visitor.logIn(url("/login"), name, LineClinic.WORDS);
    }

    /** A person who agreed to be written down. */
    ItemId person(CaseId id, ItemId person, String name) throws Failure {
        for (String purpose : new String[] {"COLLECT_AND_STORE", "SHARE_WITH_CLINIC"}) {
            ItemId consent = intake().newItem(id, "consent", person);
            tell(id, consent, "CON-02", purpose);
            tell(id, consent, "CON-03", "GIVEN");
        }
        tell(id, person, "PER-02", name);
        return person;
    }

    void tell(CaseId id, ItemId item, String field, String value) throws Failure {
        tell(id, item, field, Value.text(value));
    }

    void tell(CaseId id, ItemId item, String field, Value value) throws Failure {
        intake().write(id, item, new FieldId(field), value);
    }

    Intake intake() {
        return line.phone.intake();
    }

    void deliver(CaseId id) throws Failure {
        intake().leave(id);
        line.awaitState(id, Delivery.State.DELIVERED);
    }

    ItemId firstPerson(CaseId id) throws Failure {
        return intake().catalogue()
                .items(intake().read(id), "person", ItemId.CASE)
                .get(0)
                .id();
    }

    @Override
    public void close() {
        pages.stop();
        line.close();
    }
}

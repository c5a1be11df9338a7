package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.enrol.Enrolment;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.wire.EnrolAnswer;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.testing.Catalogues;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

/** What only attorneys read stays with the clinic (design §6). */
class AttorneysFieldsTest {
    private static final List<String> ONLY_ATTORNEYS = SampleClinic.ATTORNEYS_FIELDS;
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void noPhoneAndNoPageGetsThem() throws Exception {
        try (ClinicApp app = ClinicApp.start(folder, ClinicSettings.practice(ZoneOffset.UTC, 1), Optional.empty())) {
            ClinicAppTest.setUp(app.clinic());
            String cookie = app.clinic().login().login("Berta FICTICIA", ClinicAppTest.passphrase());
            for (String path : List.of("queue", "phones", "set-aside", "help")) {
                WebVisitor.Answer page =
                        new WebVisitor().get(app.pagesAddress() + path, "Cookie", "umbral-session=" + cookie);
                assertThat(page.status()).isEqualTo(200);
                assertThat(page.text()).doesNotContain(ONLY_ATTORNEYS);
            }
            EnrolAnswer answer = enrolled(app.clinic(), cookie);
            assertThat(Json.writeText(answer)).contains("PER-02").doesNotContain(ONLY_ATTORNEYS);
            assertThat(catalogue(answer)).isEqualTo(Catalogues.shipped());
        }
    }

    @Test
    void theClinicItselfKnowsThemAndWhoMayReadThem() throws Exception {
        try (ClinicApp app = ClinicApp.start(folder, ClinicSettings.practice(ZoneOffset.UTC, 1), Optional.empty())) {
            Catalogue catalogue = app.clinic().catalogue();
            assertThat(ONLY_ATTORNEYS)
                    .allSatisfy(
                            id -> assertThat(catalogue.field(id).orElseThrow().readBy())
                                    .isEqualTo(Audience.ATTORNEY));
        }
    }

    private EnrolAnswer enrolled(Clinic clinic, String cookie) throws Exception {
        try (StaffSession staff = clinic.login().resume(cookie).orElseThrow();
                ClinicStore store = ClinicStore.open(folder, new Disk(), Clock.systemUTC(), RANDOM)) {
            String code = clinic.phones().invite(staff, "Trabajador FICTICIO").code();
            EnrolRequest request = new EnrolRequest(
                    code,
                    SigningKey.generate(RANDOM).verifyingKey().text(),
                    OpeningKey.generate(RANDOM).sealingKey().text(),
                    "test");
            return new Enrolment(store, Clock.systemUTC(), RANDOM).enrol(request, "192.0.2.1");
        }
    }

    private static Catalogue catalogue(EnrolAnswer answer) throws Exception {
        SignedDocument sent = answer.documents().stream()
                .filter(document -> document.kind().equals(DocumentKind.CATALOGUE.wireName()))
                .findFirst()
                .orElseThrow();
        Documents.CatalogueText text = Json.read(sent.payload(), Documents.CatalogueText.class);
        return Catalogue.read(text.json().getBytes(StandardCharsets.UTF_8));
    }
}

package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Catalogues;
import org.umbral.testing.Seeds;
import org.umbral.testing.TestClinic;
import org.umbral.testing.TestPhone;

/** What the clinic signed and gave with the join: its policy and its catalogue. */
class JoinDocumentsTest {
    private static final Documents.Policy ONE_HOUR = new Documents.Policy(1, 1, 7, 30);

    @TempDir
    Path home;

    private TestPhone phone;

    @BeforeEach
    void open() throws Exception {
        phone = new TestPhone(home, 51);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private void join(SignedDocument... documents) throws Exception {
        phone.core.outbox().joined(phone.clinic.link("token-2"), List.of(documents));
        phone.intake.tidy();
        assertThat(phone.core.outbox().documents()).isEmpty();
    }

    private boolean isForgottenAfterAnHour() throws Exception {
        var id = phone.consented();
        phone.write(id, ItemId.CASE, "CAS-06", "ROUTINE");
        phone.intake.leave(id);
        phone.clinic.receiveAll(phone.core.outbox(), phone.clock.instant());
        phone.clock.move(Duration.ofHours(1));
        phone.intake.tidy();
        return phone.intake.cases().get(0).urgency().isEmpty();
    }

    @Test
    void thePolicyShortensWhatIsKept() throws Exception {
        join(phone.clinic.sign(DocumentKind.POLICY, ONE_HOUR));
        assertThat(isForgottenAfterAnHour()).isTrue();
    }

    @Test
    void thePolicyOutlivesBorderMode() throws Exception {
        join(phone.clinic.sign(DocumentKind.POLICY, ONE_HOUR));
        phone.intake.close();
        phone.core.prepareToCross();
        try (var passphrase = TestPhone.passphrase()) {
            phone.vault = phone.core.vaults().create(passphrase);
        }
        phone.intake = phone.core.intake(phone.vault);
        assertThat(isForgottenAfterAnHour()).isTrue();
    }

    @Test
    void aPolicyThatTheClinicDidNotSignCountsForNothing() throws Exception {
        SigningKey foreign = SigningKey.generate(Seeds.repeatable(5));
        join(SignedDocument.sign(DocumentKind.POLICY, TestClinic.KEY_NUMBER, ONE_HOUR, foreign));
        assertThat(isForgottenAfterAnHour()).isFalse();
    }

    @Test
    void aNewerCatalogueIsUsedFromTheNextUnlock() throws Exception {
        join(catalogue(shippedAs("2099-01-01a")));
        assertThat(phone.intake.catalogue().version())
                .isEqualTo(Catalogues.shipped().version());

        phone.restart();

        assertThat(phone.intake.catalogue().version()).isEqualTo("2099-01-01a");
        assertThat(phone.intake.catalogue().fields())
                .hasSameSizeAs(Catalogues.shipped().fields());
    }

    @Test
    void anOlderCatalogueOrOneThatThisAppDoesNotReadIsNotUsed() throws Exception {
        for (String json : List.of(shippedAs("2001-01-01a"), "{}", "{\"format\":2,\"version\":\"2099-01-01a\"}")) {
            join(catalogue(json));
            phone.restart();
            assertThat(phone.intake.catalogue()).isEqualTo(Catalogues.shipped());
        }
    }

    private SignedDocument catalogue(String json) {
        return phone.clinic.sign(DocumentKind.CATALOGUE, new Documents.CatalogueText(1, "ours", json));
    }

    private static String shippedAs(String version) throws Exception {
        try (var in = Catalogue.class.getResourceAsStream(Catalogue.RESOURCE)) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return json.replace(Catalogues.shipped().version(), version);
        }
    }
}

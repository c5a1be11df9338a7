package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.SigningKey;
import org.umbral.testing.Seeds;
import org.umbral.testing.TestPhone;

class PlaceTablesTest {
    private static final FieldId FACILITY = new FieldId("DET-02");
    private static final FieldId PORT = new FieldId("BOR-04");

    @TempDir
    Path home;

    private TestPhone phone;

    @BeforeEach
    void open() throws Exception {
        phone = new TestPhone(home, 43);
        phone.consented();
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void placesOfTheTableAreOfferedOfflineInItsOwnFieldOnly() throws Exception {
        assertThat(phone.intake.offers(FACILITY, "ficticio")).isEmpty();
        send(table("2026-11-01 a", "Centro de Detención Ficticio"));
        assertThat(phone.intake.offers(FACILITY, "detencion"))
                .containsExactly("Centro de Detención Ficticio, Ciudad Ficticia, El Paso");
        assertThat(phone.intake.offers(FACILITY, "d")).isEmpty();
        assertThat(phone.intake.offers(PORT, "detencion")).isEmpty();
        assertThat(phone.intake.offers(new FieldId("PER-02"), "detencion")).isEmpty();
    }

    @Test
    void theNewestCountsWhateverOrderTheyComeInAndAlsoWhenMailIsReadAgain() throws Exception {
        SignedDocument newer = table("2026-11-02 a", "Centro Nuevo");
        SignedDocument older = table("2026-11-01 z", "Centro Viejo");
        send(newer);
        send(older);
        send(newer);
        assertThat(phone.intake.offers(FACILITY, "centro"))
                .singleElement()
                .asString()
                .startsWith("Centro Nuevo");
    }

    @Test
    void oneSignedByAnotherKeyIsRefused() throws Exception {
        send(table("2026-11-01 a", "Centro Uno"));
        try (SigningKey other = SigningKey.generate(Seeds.repeatable(5))) {
            SignedDocument ours = table("2026-12-01 a", "Centro Falso");
            send(SignedDocument.sign(
                    DocumentKind.TABLE,
                    ours.key(),
                    new Documents.Table(1, "facilities", "2026-12-01 a", "x", List.of(List.of("Centro Falso", "", ""))),
                    other));
        }
        assertThat(phone.intake.offers(FACILITY, "centro"))
                .singleElement()
                .asString()
                .startsWith("Centro Uno");
    }

    private SignedDocument table(String version, String name) {
        return phone.clinic.sign(
                DocumentKind.TABLE,
                new Documents.Table(
                        1, "facilities", version, "example.org", List.of(List.of(name, "Ciudad Ficticia", "El Paso"))));
    }

    private void send(SignedDocument document) throws Exception {
        try (var keys = phone.core.deviceKeys(phone.vault)) {
            phone.clinic.send(phone.core.outbox(), keys.mailbox().sealingKey(), document);
        }
        phone.intake.tidy();
    }
}

package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.scenario.Journal;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;

/** A table that the clinic sent is offered where a place is typed, offline; another place is kept as it was typed. */
class PlacesByHandTest {
    private static final String FICTITIOUS = "Centro de Detención Ficticio, Ciudad Ficticia, El Paso";

    @Test
    void aPlaceOfDetentionIsTakenWithOneTapAndAnotherIsKeptAsTyped(@TempDir Path home) throws Exception {
        try (Walk walk = Walk.on(home, 119)) {
            send(walk);
            walk.begin();
            walk.hand.tap("notice-es");
            walk.gives("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
            walk.choose("CAS-03", "DETAINED_ICE");
            walk.to("DET-16");
            walk.hand.tap("another-custody");
            walk.hand.type("DET-02", "detencion");
            walk.hand.awaitWords(FICTITIOUS);
            walk.hand.tapWords(FICTITIOUS);
            walk.hand.awaitSaved();
            walk.hand.tap("another-custody");
            walk.hand.type("DET-02", "Casa que nadie conoce");
            walk.hand.awaitSaved();

            Journal journal = walk.leave();
            assertThat(journal.written("DET-02"))
                    .containsExactlyInAnyOrder(Value.text(FICTITIOUS), Value.text("Casa que nadie conoce"));
        }
    }

    private static void send(Walk walk) throws Exception {
        Documents.Table table = new Documents.Table(
                1,
                "facilities",
                "2026-11-01 a",
                "Example Institute, example.org",
                List.of(
                        List.of("Centro de Detención Ficticio", "Ciudad Ficticia", "El Paso"),
                        List.of("Casa Ejemplo", "Villa Ficticia", "Houston")));
        try (var keys = walk.phone.core.deviceKeys(walk.phone.vault)) {
            walk.phone.clinic.send(
                    walk.phone.core.outbox(),
                    keys.mailbox().sealingKey(),
                    walk.phone.clinic.sign(DocumentKind.TABLE, table));
        }
        walk.phone.intake.tidy();
    }
}

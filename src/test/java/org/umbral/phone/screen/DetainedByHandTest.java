package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.scenario.Journal;
import org.umbral.scenario.Step;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** SC-02.1 with a finger on the screens: typed from paper after the visit, the number asked twice. */
class DetainedByHandTest {
    @Test
    @Step(
            value = {"SC-02.1"},
            onScreens = true)
    void theNumberIsAskedTwiceAndTheEntryKeepsWhenItWasHeardAndWhenTyped(@TempDir Path home) throws Exception {
        try (Walk walk = Walk.on(home, 112)) {
            walk.begin();
            walk.hand.tap("notice-ht");
            walk.gives("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
            walk.choose("CAS-03", "DETAINED_ICE");
            walk.choose("CAP-08", "RECALLED");
            walk.hand.tap("CAP-06.earlier");
            walk.hand.type("CAP-06.time", "13:40");
            walk.type("PER-02", "Jean Ficticio");
            walk.to("PER-21");
            walk.hand.type("PER-21", "A000-000-021");
            walk.hand.type("PER-21.again", "A 000 000 012");
            walk.hand.tap("PER-18.DECLINED");
            walk.hand.awaitWords("A000-000-021");
            walk.hand.awaitWords("A000-000-012");
            walk.hand.awaitSaved();

            Journal journal = walk.leave();

            Entry entry = journal.only();
            assertThat(entry.known()).isEqualTo(HowKnown.RECALLED);
            assertThat(entry.whenHeard()).contains(OffsetDateTime.parse("2026-11-20T13:40:00Z"));
            assertThat(entry.typed().toInstant()).isEqualTo(walk.phone.clock.instant());
            assertThat(journal.written(ItemId.CASE, "CAS-03")).containsExactly(Value.text("DETAINED_ICE"));
            assertThat(journal.written(ItemId.CASE, "CAP-08")).containsExactly(Value.text("RECALLED"));
            assertThat(journal.written(walk.person(), "PER-21")).containsExactly(Value.text("000000021"));
            assertThat(journal.written(walk.person(), "PER-21A")).containsExactly(Value.text("000000012"));
            assertThat(journal.written("CON-05")).containsOnly(Value.text("ht"));
        }
    }
}

package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import javafx.geometry.NodeOrientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.scenario.Journal;
import org.umbral.scenario.Step;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;
import org.umbral.shared.casefile.Value;

/** SC-03 with a finger on the screens: one name, a year of the Afghan calendar, a card that says another day. */
class SingleNameByHandTest {
    @Test
    @Step(
            value = {"SC-03.1", "SC-03.2"},
            onScreens = true)
    void oneNameAndTheYearAsSpokenAreWhatTheClinicOpens(@TempDir Path home) throws Exception {
        try (Walk walk = Walk.on(home, 113)) {
            walk.begin();
            walk.hand.tap("notice-fa-AF");
            walk.hand.tap("notice-open");
            assertThat(walk.hand.see("notice").getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
            walk.hand.tap("read-by-INTERPRETER");
            walk.gives("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
            walk.type("PER-02", "Zalmai");
            walk.choose("PER-04", "YES");
            walk.type("PER-03", "زلمی");
            assertThat(walk.hand.find("PER-06")).as("no given name is asked").isEmpty();
            theYear(walk);
            theCard(walk);

            Journal journal = walk.leave();

            ItemId zalmai = walk.person();
            assertThat(journal.written("CON-05")).containsOnly(Value.text("fa-AF"));
            assertThat(journal.written("CON-04A")).containsOnly(Value.text("DRAFT"));
            assertThat(journal.written(ItemId.CASE, "CAP-11")).containsExactly(Value.text("fa-AF"));
            assertThat(journal.written(zalmai, "PER-02")).containsExactly(Value.text("Zalmai"));
            assertThat(journal.written(zalmai, "PER-03")).containsExactly(Value.text("زلمی"));
            assertThat(journal.written(zalmai, "PER-04")).containsExactly(Value.text("YES"));
            assertThat(journal.written(zalmai, "PER-11"))
                    .containsExactly(new PartialDate(Calendar.SOLAR_HIJRI, 1369, null, null, false, "").toValue());
            assertThat(journal.written("DOC-01")).containsExactly(Value.text("UNHCR_CERT"));
            assertThat(journal.written("DOC-06"))
                    .containsExactly(PartialDate.of(LocalDate.of(1990, 1, 1)).toValue());
        }
    }

    private static void theYear(Walk walk) {
        walk.to("PER-11");
        walk.hand.tap("PER-11.way");
        walk.hand.tapWords(walk.hand.words().of("date.way.SOLAR_HIJRI"));
        walk.hand.type("PER-11.year", "1369");
        walk.hand.tap("PER-04.YES");
        walk.hand.awaitWords("21 Mar 1990");
        walk.hand.awaitWords("20 Mar 1991");
        walk.hand.awaitSaved();
    }

    private static void theCard(Walk walk) {
        walk.to("PER-16");
        walk.hand.tap("another-document");
        if (walk.hand.find("DOC-01.UNHCR_CERT").isEmpty()) {
            walk.hand.tap("more-DOC-01");
        }
        walk.hand.tap("DOC-01.UNHCR_CERT");
        walk.hand.tap("more-fields");
        walk.hand.tap("DOC-06.month");
        walk.hand.tapWords("January");
        walk.hand.type("DOC-06.day", "1");
        walk.hand.type("DOC-06.year", "1990");
        walk.hand.tap("DOC-09.ORIGINAL");
        walk.hand.awaitWords(walk.hand.words().of("check.DOC_DISAGREES"));
        walk.hand.awaitSaved();
    }
}

package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.scenario.Journal;
import org.umbral.scenario.Step;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** SC-01 with a finger on the screens: what Ana told at the shelter is in the journal and in the sealed mail. */
class BorderEmergencyByHandTest {
    @Test
    @Step(
            value = {"SC-01.1", "SC-01.2"},
            onScreens = true)
    void whatIsTappedAndTypedAtTheShelterIsWhatTheClinicOpens(@TempDir Path home) throws Exception {
        try (Walk walk = Walk.on(home, 111)) {
            walk.begin();
            walk.hand.tap("notice-es");
            walk.gives("COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS");
            walk.decides("ANONYMOUS_STATISTICS", "GIVEN");
            walk.choose("CAS-06", "WITHIN_72H");
            walk.choose("GRD-01", "NEEDS_HOSPITAL");
            theDayOfTheSurgery(walk);
            walk.type("PER-02", "Ana María Ficticio Prueba");
            theDoctorsLetter(walk);

            Journal journal = walk.leave();

            Entry entry = journal.only();
            assertThat(entry.known()).isEqualTo(HowKnown.FACE_TO_FACE);
            assertThat(entry.typed().toInstant()).isEqualTo(walk.phone.clock.instant());
            assertThat(journal.written(ItemId.CASE, "CAP-11")).containsExactly(Value.text("es"));
            assertThat(journal.written(ItemId.CASE, "CAS-06")).containsExactly(Value.text("WITHIN_72H"));
            assertThat(journal.written(ItemId.CASE, "GRD-01"))
                    .containsExactly(Value.choices(List.of("NEEDS_HOSPITAL")));
            assertThat(journal.written(ItemId.CASE, "GRD-04"))
                    .containsExactly(PartialDate.of(LocalDate.of(2026, 11, 30)).toValue());
            assertThat(journal.written(ItemId.CASE, "GRD-04A")).containsExactly(Value.text("SURGERY"));
            assertThat(journal.written(walk.person(), "PER-02"))
                    .containsExactly(Value.text("Ana María Ficticio Prueba"));
            assertThat(journal.written("CON-03")).hasSize(4).containsOnly(Value.text("GIVEN"));
            assertThat(journal.written("CON-05")).containsOnly(Value.text("es"));
            bothPagesAreSealed(walk, journal);
        }
    }

    private static void theDayOfTheSurgery(Walk walk) {
        walk.to("GRD-04");
        walk.hand.tap("GRD-04.month");
        walk.hand.tapWords("November");
        walk.hand.type("GRD-04.day", "30");
        walk.hand.type("GRD-04.year", "2026");
        walk.hand.awaitSaved();
        walk.hand.tap("GRD-04A.SURGERY");
        walk.hand.awaitSaved();
    }

    private static void theDoctorsLetter(Walk walk) {
        walk.to("EVD-02");
        walk.hand.tap("add-evidence");
        walk.hand.tap("take");
        walk.hand.see("page-1");
        walk.hand.tap("take-next");
        walk.hand.see("page-2");
        walk.hand.tap("EVD-02.DOCTOR_LETTER");
        walk.hand.tap("EVD-09.ORIGINAL");
        walk.hand.tap("evidence-done");
        walk.hand.awaitSaved();
    }

    private static void bothPagesAreSealed(Walk walk, Journal journal) throws Exception {
        Item letter = walk.items("evidence").get(0);
        assertThat(journal.written(letter.id(), "EVD-02")).containsExactly(Value.text("DOCTOR_LETTER"));
        assertThat(journal.written(letter.id(), "EVD-09")).containsExactly(Value.text("ORIGINAL"));
        List<Item> pages = walk.phone.intake.catalogue().items(journal.file(), "page", letter.id());
        assertThat(pages).hasSize(2);
        for (Item page : pages) {
            byte[] picture = journal.picture(walk.phone, page.id());
            PageImage named =
                    PageImage.from(journal.written(page.id(), "PAG-02").get(0)).orElseThrow();
            assertThat(picture).isNotEmpty();
            assertThat(named.width()).isPositive();
        }
    }
}

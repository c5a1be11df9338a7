package org.umbral.phone.screen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** When it was heard and when it was typed are kept apart, sitting by sitting. */
class HowHeardTest {
    private StepBench bench;

    @BeforeEach
    void begin() throws Exception {
        bench = new StepBench();
        bench.intake.set(bench.id, ItemId.CASE, "CAP-09", Value.text("SHELTER"));
        bench.intake.set(bench.id, ItemId.CASE, "CAP-06", Value.text("2026-11-20T14:10-07:00"));
        bench.intake.set(bench.id, ItemId.CASE, "CAP-08", Value.text("FACE_TO_FACE"));
    }

    @Test
    void aNewCaseAsksInItsOwnStepOnly() {
        bench.at("person");
        assertThat(bench.isThere("heard.RECALLED")).isFalse();
    }

    @Test
    void aLaterSittingAsksAgainWithNothingChosen() {
        bench.again().at("person");
        assertThat(bench.isThere("heard.RECALLED")).isTrue();
        assertThat(bench.intake.heardAs).doesNotContainKey(bench.id);
        bench.tap("heard.RECALLED");
        assertThat(bench.intake.heardAs).containsEntry(bench.id, HowKnown.RECALLED);
        assertThat(bench.intake.heardAt).containsEntry(bench.id, Optional.empty());
        bench.tap("heard.when.earlier");
        bench.type("heard.when.time", "13:40");
        bench.tap("next");
        assertThat(bench.intake.heardAt)
                .containsEntry(bench.id, Optional.of(OffsetDateTime.parse("2026-11-21T13:40-07:00")));
        assertThat(bench.words()).anyMatch(text -> text.endsWith("heard 13:40"));
        bench.holds(ItemId.CASE, "CAP-08", "RECALLED");
    }

    @Test
    void faceToFaceNeedsNoTime() {
        bench.again().at("person");
        bench.tap("heard.FACE_TO_FACE");
        assertThat(bench.isThere("heard.when.earlier")).isFalse();
        assertThat(bench.intake.heardAs).containsEntry(bench.id, HowKnown.FACE_TO_FACE);
        assertThat(bench.intake.heardAt).containsEntry(bench.id, Optional.empty());
        assertThat(bench.isThere("heard-change")).isTrue();
    }

    @Test
    void theQuestionCanBeSkippedAndWritesNothing() {
        bench.again().at("person");
        bench.tap("heard-skip");
        assertThat(bench.isThere("heard-line")).isFalse();
        assertThat(bench.intake.heardAs).doesNotContainKey(bench.id);
        bench.holds(ItemId.CASE, "CAP-08", "FACE_TO_FACE");
    }

    @Test
    void leftUnansweredItIsOneLineOnTheNextStep() {
        bench.again().at("person");
        bench.tap("next");
        assertThat(bench.isThere("heard.RECALLED")).isFalse();
        bench.tap("heard-open");
        assertThat(bench.isThere("heard.RECALLED")).isTrue();
    }

    @Test
    void aLaterSittingBeginsWhereSomethingIsMissing() {
        bench.intake.set(bench.id, ItemId.CASE, "GRD-01", Value.choices(java.util.List.of("NEEDS_HOSPITAL")));
        bench.intake.set(bench.id, bench.person(1), "PER-02", Value.text("Ana"));
        bench.intake.set(bench.id, bench.person(1), "PER-11", Value.unanswered(Value.Unanswered.DECLINED));
        bench.again().at(Optional.empty());
        assertThat(bench.words()).contains("How can they be found?");
    }
}

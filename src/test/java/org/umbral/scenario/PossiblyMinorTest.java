package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.screen.protocol.Protocol;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.MinorStatus;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** SC-04: Moses does not know when he was born and is with an adult who is no relative. */
class PossiblyMinorTest {
    private static final String SAID = "16 or 18, mother said rainy season";

    @TempDir
    Path home;

    private Worker worker;

    @BeforeEach
    void atTheBusStation() throws Exception {
        worker = Worker.with(home, 104);
        worker.begin(HowKnown.FACE_TO_FACE);
        worker.gives("en", "COLLECT_AND_STORE", "SHARE_WITH_CLINIC");
        worker.answer("PER-02", "Moses Fictional");
        worker.answer("CAP-14", "YES");
    }

    @AfterEach
    void close() {
        worker.close();
    }

    private Value age() {
        return PartialDate.ofAge(16, 18, worker.words.today(), false, SAID).toValue();
    }

    @Test
    @Step("SC-04.1")
    void anAgeOnBothSidesOfEighteenIsProtectedAsAChildAndTheCardIsShown() throws Exception {
        worker.answer("PER-11", age());
        PartialDate born = PartialDate.from(age()).orElseThrow();
        assertThat(born.precision()).isEqualTo(PartialDate.Precision.AGE_ONLY);
        assertThat(MinorStatus.of(born, worker.words.today())).contains(MinorStatus.POSSIBLY_MINOR);
        assertThat(worker.cards()).contains(Protocol.CHILD_ALONE);
        worker.answer(worker.person(), "FAM-06", "OTHER_ADULT");
        assertThat(worker.cards()).contains(Protocol.CHILD_ALONE);
        assertThat(worker.words.find("protocol.CHILD_ALONE")).isPresent();

        Journal journal = worker.done();

        assertThat(journal.written(worker.person(), "PER-11")).containsExactly(age());
        assertThat(journal.written(worker.person(), "PER-11")
                        .get(0)
                        .json()
                        .path("spoken")
                        .asText())
                .isEqualTo(SAID);
        assertThat(journal.written(worker.person(), "FAM-06")).containsExactly(Value.text("OTHER_ADULT"));
    }

    @Test
    @Step({"SC-04.2", "SC-04.assert.2"})
    void onlyTheMinimumIsAskedNoSponsorIsToldAndSignsOfCoercionAreKept() throws Exception {
        worker.answer("PER-11", age());
        worker.answer(worker.person(), "FAM-06", "OTHER_ADULT");

        assertThat(worker.protocols().letsTellSponsors()).isFalse();
        for (String closed : List.of("papers", "sponsor", "ties", "evidence")) {
            assertThat(worker.model().steps())
                    .filteredOn(step -> step.id().equals(closed))
                    .noneMatch(worker.protocols()::asks);
        }
        worker.answer("CAS-12", Value.choices(List.of("COERCION_SIGNS")));

        Journal journal = worker.done();

        assertThat(journal.written(ItemId.CASE, "CAS-12")).containsExactly(Value.choices(List.of("COERCION_SIGNS")));
        assertThat(worker.model().catalogue().items(journal.file(), "sponsor", ItemId.CASE))
                .isEmpty();
    }
}

package org.umbral.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineModelTest {
    /** From here on all that is worth checking happens within few histories. */
    private static final long FIRST = 11;

    private static final int HISTORIES = 8;

    @TempDir
    static Path folder;

    private static LineCheck check;

    /** Its phone and clinic are set up once for all histories. */
    @BeforeAll
    static void setUp() throws Exception {
        check = new LineCheck(folder.resolve("kept"));
    }

    @Test
    void everythingThatWasPromisedStandsAtBothEndsWhateverWasLostOnTheWay() throws Exception {
        List<LineCheck.Wrong> wrong = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + HISTORIES && wrong.isEmpty(); seed++) {
            check.wrong(seed).ifPresent(wrong::add);
        }
        assertThat(wrong).isEmpty();
        assertThat(check.figures())
                .as("what came at all")
                .containsKeys("kills of the phone", "kills of the clinic", "restores", "conflicts settled");
    }

    /**
     * 50832: a snapshot came back and a letter's place was given again. 51842: staff wrote between border mode and join.
     * 61807: a worker wrote over what staff had written and the phone had forgotten.
     */
    @ParameterizedTest
    @ValueSource(longs = {50_832, 51_842, 61_807})
    void whatOnceEndedOtherwiseEndsAsPromised(long seed) throws Exception {
        assertThat(check.wrong(seed)).isEmpty();
    }

    @Test
    void aReceiptForWhatNobodyKeptIsFoundAndShrunkToOneStep() throws Exception {
        LineCheck forgetful = new LineCheck(folder.resolve("forgotten"), true);
        Optional<LineCheck.Wrong> wrong = Optional.empty();
        for (long seed = 0; wrong.isEmpty() && seed < HISTORIES; seed++) {
            wrong = forgetful.wrong(seed);
        }
        assertThat(wrong)
                .hasValueSatisfying(
                        found -> assertThat(found.steps()).as(found.told()).isOne());
    }
}

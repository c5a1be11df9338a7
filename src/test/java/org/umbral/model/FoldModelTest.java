package org.umbral.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldModelTest {
    private static final int HISTORIES = 2000;
    private static final int UNTIL_FOUND = 1000;
    private static final int FEW = 3;

    @Test
    void theFoldShowsWhatTheModelSays() {
        FoldCheck check = FoldCheck.real();
        long day = System.nanoTime();
        assertThat(LongStream.concat(LongStream.range(0, HISTORIES), LongStream.range(day, day + HISTORIES / 10))
                        .boxed()
                        .flatMap(seed -> check.wrong(seed).stream())
                        .limit(FEW))
                .as("histories that the fold shows otherwise")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.umbral.model.PlantedFaults#all")
    void aPlantedFaultIsFoundAndShrunkToFewEntries(String fault, FoldCheck.Folding folding) {
        FoldCheck check = new FoldCheck(folding);
        FoldCheck.Wrong wrong = LongStream.range(0, UNTIL_FOUND)
                .boxed()
                .flatMap(seed -> check.wrong(seed).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("not found: " + fault));
        assertThat(wrong.least()).as(wrong.told()).hasSizeLessThanOrEqualTo(FEW);
        assertThat(wrong.told())
                .startsWith("seed " + wrong.seed() + ", shrunk from ")
                .contains("should be");
    }
}

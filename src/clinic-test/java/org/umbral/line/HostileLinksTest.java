package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the seeds that {@code -Dbench=hostile-links} runs by hundreds. */
class HostileLinksTest {
    private static final long FIRST = 20261122;
    /** Few: some take as long as their slow links do. */
    private static final int SEEDS = 3;

    @TempDir
    Path folder;

    @Test
    void whateverALinkDoesEverythingArrivesWhole() throws Exception {
        int cuts = 0;
        try (HostileLine line = new HostileLine(folder, FIRST)) {
            for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
                HostileLine.Converged met = line.meet(seed);
                assertThat(met.whole()).as(met.toString()).isTrue();
                cuts += met.cuts();
            }
        }
        assertThat(cuts).as("cuts, all seeds together").isPositive();
    }
}

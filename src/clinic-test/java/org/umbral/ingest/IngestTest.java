package org.umbral.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.ingest.Ingest.Figures;

/** A short run of the benchmark {@code ingest}, which measures what the bar is; here no photo is written twice. */
class IngestTest {
    private static final long SEED = 20261122;
    private static final int CASES = 40;

    @TempDir
    Path folder;

    @Test
    void everyCaseIsReceiptedAndTheDiskWritesLittleMoreThanWhatCame() throws Exception {
        try (Ingest ingest = Ingest.start(folder, SEED, List.of())) {
            for (int phones : new int[] {1, 8}) {
                Figures figures = ingest.toClinic(CASES, phones, Ingest.CASE);
                assertThat(figures.writtenPerByte()).as(phones + " phones").isBetween(1.0, 1.5);
            }
        }
    }
}

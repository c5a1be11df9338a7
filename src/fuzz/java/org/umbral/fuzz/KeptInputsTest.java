package org.umbral.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/**
 * Runs every kept input again, from {@code src/fuzz/resources}; among them each that once found something. New ones are
 * sought by the benchmark "fuzz". In a process of its own, because Jazzer changes the classes that it watches.
 */
@Tag("alone")
class KeptInputsTest {
    @FuzzTest
    void sealed(byte[] input) {
        SealedFuzz.fuzzerTestOneInput(input);
    }

    @FuzzTest
    void entry(byte[] input) {
        EntryFuzz.fuzzerTestOneInput(input);
    }

    @FuzzTest
    void picture(byte[] input) {
        PictureFuzz.fuzzerTestOneInput(input);
    }

    @FuzzTest
    void upload(FuzzedDataProvider input) {
        UploadFuzz.fuzzerTestOneInput(input);
    }
}

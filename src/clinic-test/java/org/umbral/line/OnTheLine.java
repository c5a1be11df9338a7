package org.umbral.line;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a clinic and a phone that joined it, new for each method. */
abstract class OnTheLine {
    @TempDir
    Path folder;

    LineFixture line;

    @BeforeEach
    void joined() throws Exception {
        line = LineFixture.joined(folder);
    }

    @AfterEach
    void close() {
        line.close();
    }
}

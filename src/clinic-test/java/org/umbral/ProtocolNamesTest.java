package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The protocol's document names the tests that show what it says. */
class ProtocolNamesTest {
    @Test
    void everyTestThatTheProtocolNamesRuns() throws IOException {
        String protocol = Files.readString(Path.of("src/docs/protocol.md"));
        assertThat(NamedTests.in(protocol)).hasSizeGreaterThan(20);
        assertThat(new NamedTests().neverRunIn(protocol)).isEmpty();
    }
}

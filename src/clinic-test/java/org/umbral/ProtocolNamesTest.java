package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The protocol's document names the tests that show what it says. */
class ProtocolNamesTest {
    private static final Pattern NAMED = Pattern.compile("\\b([A-Z]\\w*Test)(?:\\.([a-z]\\w*))?\\b");

    @Test
    void everyTestThatTheProtocolNamesIsThere() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String root : List.of("src/test/java", "src/clinic-test/java")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(one -> one.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = String.valueOf(file.getFileName());
                    sources.put(name.substring(0, name.indexOf('.')), Files.readString(file));
                }
            }
        }
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("src/docs/protocol.md")))
                .results()
                .toList();
        List<String> missing = new ArrayList<>();
        for (MatchResult one : named) {
            String source = sources.getOrDefault(one.group(1), "");
            if (source.isEmpty() || (one.group(2) != null && !source.contains("void " + one.group(2) + "("))) {
                missing.add(one.group());
            }
        }
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(missing).isEmpty();
    }
}

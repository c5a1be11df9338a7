package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the document on threats calls tested, is. */
class ThreatsTest {
    private static final Path DOCUMENT = Path.of("src/docs/threats.md");
    private static final List<String> ROOTS =
            List.of("src/test/java", "src/clinic-test/java", "src/clinic-browser-test/java", "src/fuzz/java");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)\\.(\\w+)`");
    private static final int COLUMNS = 7;

    @Test
    void everyRowNamesTestsThatThereAre() throws IOException {
        Map<String, String> sources = sources();
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> NAMED.matcher(line).find())
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        for (String row : rows) {
            assertThat(row.split("\\|", -1)).as(row).hasSize(COLUMNS);
            NAMED.matcher(row).results().forEach(named -> {
                assertThat(sources).as(row).containsKey(named.group(1));
                assertThat(sources.get(named.group(1)))
                        .as(named.group())
                        .containsPattern("@(Parameterized|Fuzz)?Test[^;]*void " + named.group(2) + "\\(");
            });
        }
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (String root : ROOTS) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith("Test.java"))
                        .forEach(file -> sources.merge(
                                file.getFileName().toString().replace(".java", ""), text(file), String::concat));
            }
        }
        return sources;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

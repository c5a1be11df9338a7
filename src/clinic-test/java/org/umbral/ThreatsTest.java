package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the document on threats calls tested, is. */
class ThreatsTest {
    private static final Path DOCUMENT = Path.of("src/docs/threats.md");
    private static final String HEAD = "| attacker | asset | defence | test | not defended |";
    private static final int COLUMNS = 7;
    private static final int TESTS = 4;

    @Test
    void everyRowNamesTestsThatRun() throws IOException {
        NamedTests tests = new NamedTests();
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        for (String row : rows) {
            String[] columns = row.split("\\|", -1);
            assertThat(columns).as(row).hasSize(COLUMNS);
            assertThat(NamedTests.in(columns[TESTS])).as(row).isNotEmpty();
        }
        assertThat(tests.neverRunIn(Files.readString(DOCUMENT))).isEmpty();
    }
}

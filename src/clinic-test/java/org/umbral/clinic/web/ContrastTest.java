package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of the style sheet, measured as WCAG 2.2 measures them. */
class ContrastTest {
    private static final Map<String, String> COLOURS = new HashMap<>();

    @BeforeAll
    static void readTokens() throws IOException {
        String css =
                Files.readString(Path.of("src", "clinic", "resources", "org", "umbral", "clinic", "web", "umbral.css"));
        Matcher token = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});").matcher(css);
        while (token.find()) {
            COLOURS.put(token.group(1), token.group(2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ink,ground",
        "ink,surface",
        "ink,primary-soft",
        "quiet,ground",
        "quiet,surface",
        "quiet,primary-soft",
        "primary,surface",
        "primary,ground",
        "primary-dark,primary-soft",
        "emergency,emergency-soft",
        "emergency,surface",
        "wait,surface",
        "wait,ground",
        "wait,primary-soft",
        "wait,wait-soft",
        "done,done-soft",
        "done,surface"
    })
    void wordsStandOutFromTheirGround(String words, String ground) {
        assertThat(ratio(words, ground)).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void theBordersOfFieldsStandOut() {
        assertThat(ratio("field", "surface")).isGreaterThanOrEqualTo(3.0);
        assertThat(ratio("field", "ground")).isGreaterThanOrEqualTo(3.0);
    }

    private static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String token) {
        int rgb = Integer.parseInt(COLOURS.getOrDefault(token, "missing"), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}

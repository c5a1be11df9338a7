package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The colours of both sets, read from the style sheets and measured as WCAG 2.2 measures them (1.4.3, 1.4.6, 1.4.11). */
class ColoursTest {
    private static final Pattern TOKEN = Pattern.compile("(-u-[a-z-]+):\\s*(#[0-9A-F]{6});");
    private static final List<String> GROUNDS =
            List.of("-u-ground", "-u-surface", "-u-primary-tint", "-u-emergency-tint", "-u-wait-tint", "-u-done-tint");
    private static final List<String> ON_ALL = List.of("-u-ink", "-u-quiet");
    private static final Map<String, List<String>> ON_SOME = Map.of(
            "-u-primary", List.of("-u-ground", "-u-surface", "-u-primary-tint"),
            "-u-emergency", List.of("-u-ground", "-u-surface", "-u-emergency-tint"),
            "-u-wait", List.of("-u-ground", "-u-surface", "-u-wait-tint"),
            "-u-done", List.of("-u-ground", "-u-surface", "-u-done-tint"),
            "-u-on-primary", List.of("-u-primary", "-u-emergency", "-u-pressed"),
            "-u-on-ink", List.of("-u-ink"),
            "-u-link-on-ink", List.of("-u-ink"),
            "-u-quiet", List.of("-u-off"));

    @Test
    void everyTextStandsOutFromItsGround(TestReporter reporter) throws IOException {
        Map<String, Double> ratios = ratios(tokens("umbral.css"));
        reporter.publishEntry(shown(ratios));
        assertThat(ratios).allSatisfy((pair, ratio) -> assertThat(ratio).isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void withHighContrastEveryTextStandsOutAsFarAsTheStrictestRuleAsks(TestReporter reporter) throws IOException {
        Map<String, Double> ratios = ratios(highContrast());
        reporter.publishEntry(shown(ratios));
        assertThat(ratios).allSatisfy((pair, ratio) -> assertThat(ratio).isGreaterThanOrEqualTo(7.0));
    }

    @Test
    void theBorderOfAFieldDoesNotVanishInTheSun() throws IOException {
        for (String ground : List.of("-u-ground", "-u-surface")) {
            assertThat(contrast(tokens("umbral.css"), "-u-border", ground)).isGreaterThanOrEqualTo(3.0);
            assertThat(contrast(highContrast(), "-u-border", ground)).isGreaterThanOrEqualTo(7.0);
            assertThat(contrast(highContrast(), "-u-divider", ground)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void theHighContrastSetNamesEveryColourOfTheNormalOne() throws IOException {
        assertThat(tokens("umbral-contrast.css").keySet())
                .isEqualTo(tokens("umbral.css").keySet());
    }

    @Test
    void noColourAndNoSizeOfTypeStandsOutsideTheTokens() throws IOException {
        for (String sheet : List.of("umbral.css", "umbral-contrast.css")) {
            String rules = text(sheet).substring(text(sheet).indexOf('}') + 1);
            assertThat(rules).doesNotContainPattern("#[0-9A-Fa-f]{3,8}\\b").doesNotContain("rgb");
            assertThat(rules.replaceAll("\\.root\\.text-\\d+ [^}]*}", ""))
                    .doesNotContainPattern("-fx-font-size: \\d+px");
        }
    }

    private static Map<String, Double> ratios(Map<String, String> tokens) {
        Map<String, Double> ratios = new TreeMap<>();
        ON_ALL.forEach(
                ink -> GROUNDS.forEach(ground -> ratios.put(ink + " on " + ground, contrast(tokens, ink, ground))));
        ON_SOME.forEach((ink, grounds) ->
                grounds.forEach(ground -> ratios.put(ink + " on " + ground, contrast(tokens, ink, ground))));
        return ratios;
    }

    private static Map<String, String> shown(Map<String, Double> ratios) {
        Map<String, String> shown = new TreeMap<>();
        ratios.forEach((pair, ratio) -> shown.put(pair, String.format(Locale.ROOT, "%.1f : 1", ratio)));
        return shown;
    }

    private static Map<String, String> highContrast() throws IOException {
        Map<String, String> tokens = new HashMap<>(tokens("umbral.css"));
        tokens.putAll(tokens("umbral-contrast.css"));
        return tokens;
    }

    private static Map<String, String> tokens(String sheet) throws IOException {
        Map<String, String> tokens = new HashMap<>();
        Matcher matcher = TOKEN.matcher(text(sheet));
        while (matcher.find()) {
            tokens.put(matcher.group(1), matcher.group(2));
        }
        return tokens;
    }

    private static String text(String sheet) throws IOException {
        try (var in = Objects.requireNonNull(ColoursTest.class.getResourceAsStream("/org/umbral/phone/" + sheet))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double contrast(Map<String, String> tokens, String one, String other) {
        double a = luminance(Objects.requireNonNull(tokens.get(one), one));
        double b = luminance(Objects.requireNonNull(tokens.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}

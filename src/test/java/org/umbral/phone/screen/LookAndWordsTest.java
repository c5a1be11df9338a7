package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast of the tokens (WCAG 2.2, 1.4.3 and 1.4.11), and the words of the bundles. */
class LookAndWordsTest {
    private static final Pattern TOKEN = Pattern.compile("(-u-[a-z-]+):\\s*(#[0-9A-F]{6});");
    private static final List<String> BANNED = List.of(
            "eligible",
            "eligibl",
            "elegible",
            "qualif",
            "calific",
            "strong",
            "weak",
            "chance",
            "score",
            "alien",
            "illegal",
            "ilegal",
            "!",
            "¡");

    @ParameterizedTest
    @CsvSource({
        "-u-ink, -u-ground", "-u-ink, -u-surface", "-u-ink, -u-primary-tint", "-u-ink, -u-emergency-tint",
        "-u-ink, -u-wait-tint", "-u-ink, -u-done-tint", "-u-quiet, -u-ground", "-u-quiet, -u-surface",
        "-u-quiet, -u-primary-tint", "-u-quiet, -u-emergency-tint", "-u-quiet, -u-wait-tint", "-u-quiet, -u-done-tint",
        "-u-primary, -u-ground", "-u-primary, -u-surface", "-u-primary, -u-primary-tint", "-u-on-primary, -u-primary",
        "-u-on-primary, -u-emergency", "-u-on-primary, -u-ink", "-u-emergency, -u-ground", "-u-emergency, -u-surface",
        "-u-emergency, -u-emergency-tint", "-u-wait, -u-ground", "-u-wait, -u-surface", "-u-wait, -u-wait-tint",
        "-u-done, -u-ground", "-u-done, -u-surface", "-u-done, -u-done-tint"
    })
    void everyTextStandsOutFromItsGround(String text, String ground) throws IOException {
        assertThat(contrast(token(text), token(ground))).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void theBorderOfAFieldDoesNotVanishInTheSun() throws IOException {
        assertThat(contrast(token("-u-border"), token("-u-surface"))).isGreaterThanOrEqualTo(3.0);
        assertThat(contrast(token("-u-border"), token("-u-ground"))).isGreaterThanOrEqualTo(3.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone/words", "shared/catalogue/words"})
    void bothLanguagesSayTheSameThings(String bundle) throws IOException {
        assertThat(read(bundle, "en").keySet()).isEqualTo(read(bundle, "es").keySet());
    }

    @ParameterizedTest
    @CsvSource({"phone/words, en", "phone/words, es", "shared/catalogue/words, en", "shared/catalogue/words, es"})
    void noBannedWordIsRead(String bundle, String language) throws IOException {
        read(bundle, language)
                .forEach((key, words) -> assertThat(words.toString().toLowerCase(Locale.ROOT))
                        .as(key.toString())
                        .doesNotContain(BANNED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void nothingBeforeTheUnlockNamesWhatTheAppIsFor(String language) throws IOException {
        read("phone/words", language).forEach((key, words) -> {
            if (key.toString().matches("(unlock|passphrase)\\..*")) {
                assertThat(words.toString().toLowerCase(Locale.ROOT))
                        .as(key.toString())
                        .doesNotContain("clinic", "clínica", "border", "frontera", "court", "parole", "umbral");
            }
        });
    }

    private static Properties read(String bundle, String language) throws IOException {
        Properties words = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(LookAndWordsTest.class.getResourceAsStream(
                        "/org/umbral/" + bundle + "_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    private static String token(String name) throws IOException {
        Map<String, String> tokens = new HashMap<>();
        try (var in =
                Objects.requireNonNull(LookAndWordsTest.class.getResourceAsStream("/org/umbral/phone/umbral.css"))) {
            Matcher matcher = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                tokens.put(matcher.group(1), matcher.group(2));
            }
        }
        return Objects.requireNonNull(tokens.get(name), name);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
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

package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the bundles. */
class LookAndWordsTest {
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
}

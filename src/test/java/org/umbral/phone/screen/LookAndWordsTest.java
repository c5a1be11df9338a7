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
    @CsvSource({
        "phone/words, es", "shared/catalogue/words, es", "phone/failures, es",
        "phone/words, fa_AF", "shared/catalogue/words, fa_AF", "phone/failures, fa_AF"
    })
    void everyLanguageSaysTheSameThings(String bundle, String language) throws IOException {
        assertThat(read(bundle, language).keySet()).isEqualTo(read(bundle, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"phone/words", "shared/catalogue/words", "phone/failures"})
    void dariWritesTelephoneAsInAfghanistan(String bundle) throws IOException {
        assertThat(read(bundle, "fa_AF").values())
                .noneMatch(words -> words.toString().matches(".*(تلفون|تلفن).*"));
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

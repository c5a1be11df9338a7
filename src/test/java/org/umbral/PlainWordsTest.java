package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.testing.WordLists;

/** No screen, page or notice says a verdict, a promise or a label for a person (domain notes §6.1). */
class PlainWordsTest {
    private static final Path PHONE = Path.of("src/main/resources");
    private static final Path CLINIC = Path.of("src/clinic/resources");

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void noTextSaysWhatIsBanned(String language) throws Exception {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> bundle :
                WordLists.bundles(language, PHONE, CLINIC).entrySet()) {
            WordLists.banned(language, bundle.getValue()).forEach(one -> found.add(bundle.getKey() + " " + one));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void bothLanguagesSayTheSameThings() throws Exception {
        Map<String, Map<String, String>> english = WordLists.bundles("en", PHONE, CLINIC);
        Map<String, Map<String, String>> spanish = WordLists.bundles("es", PHONE, CLINIC);
        assertThat(spanish.keySet()).isEqualTo(english.keySet()).hasSizeGreaterThanOrEqualTo(5);
        english.forEach((name, words) -> assertThat(WordLists.missing(words, Objects.requireNonNull(spanish.get(name))))
                .as(name)
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "en, You are eligible for this",
        "en, A Strong case",
        "en, The person is likely to get it",
        "en, It will be approved",
        "en, Done!",
        "es, Usted califica",
        "es, Es un caso fuerte",
        "es, Hay probabilidad de un sí",
        "es, Su puntaje",
        "es, ¡Listo",
    })
    void aPlantedWordIsFound(String language, String text) throws Exception {
        assertThat(WordLists.banned(language, Map.of("planted", text))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, A headstrong walk through the shelter", "es, La persona escribe su nombre"})
    void wordsThatOnlyContainOneAreNot(String language, String text) throws Exception {
        assertThat(WordLists.banned(language, Map.of("innocent", text))).isEmpty();
    }

    @Test
    void aMissingOrEmptyTextIsFound() throws Exception {
        Map<String, String> english = WordLists.read(PHONE.resolve("org/umbral/shared/catalogue/words_en.properties"));
        Map<String, String> spanish =
                new HashMap<>(WordLists.read(PHONE.resolve("org/umbral/shared/catalogue/words_es.properties")));
        assertThat(WordLists.missing(english, spanish)).isEmpty();
        spanish.remove("field.PER-02");
        spanish.put("field.PER-11", " ");
        assertThat(WordLists.missing(english, spanish)).containsExactlyInAnyOrder("field.PER-02", "field.PER-11");
    }
}

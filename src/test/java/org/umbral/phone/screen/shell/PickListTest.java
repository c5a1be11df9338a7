package org.umbral.phone.screen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.phone.screen.words.Places;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.phone.screen.words.Words;
import org.umbral.testing.ScreenBench;

/** What a search in a list of countries and languages finds first, whichever way it is typed. */
class PickListTest {
    private static Words words(String language) {
        return Words.of(Locale.forLanguageTag(language), Clock.fixed(ScreenBench.NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "en, mexico, MEX", "es, mexico, MEX", "es, MÉXICO, MEX", "en, افغانستان, AFG", "en, أفغانستان, AFG",
        "en, afgan, AFG", "es, afghan, AFG", "en, Афганистан, AFG", "es, ee uu, USA", "en, ayiti, HTI",
        "en, palestine, PSE", "es, palestina, PSE", "es, kosovo, XKX", "en, stateless, XXA", "es, apatrida, XXA"
    })
    void aCountryIsFoundInAnyLanguage(String language, String typed, String code) {
        assertThat(first(Places.countries(words(language), List.of()), typed)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "en, dari, fa-AF", "en, دری, fa-AF", "es, quiche, quc", "en, kiche, quc", "es, qanjobal, kjb",
                "en, kanjobal, kjb",
        "es, nahuatl, nah", "es, creol, ht", "en, kreyol, ht", "es, criollo hai, ht", "en, پښتو, ps", "en, pashto, ps",
        "es, mam, mam", "en, tzotzil, tzo"
    })
    void aLanguageIsFoundByTheNamesThatItsSpeakersUse(String language, String typed, String code) {
        assertThat(first(Places.languages(words(language), List.of()), typed)).isEqualTo(code);
    }

    private static String first(List<Place> places, String typed) {
        return PickList.found(places, typed).stream()
                .map(Place::code)
                .findFirst()
                .orElse("");
    }
}

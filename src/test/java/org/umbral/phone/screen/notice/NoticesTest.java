package org.umbral.phone.screen.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.phone.screen.notice.Notices.Language;
import org.umbral.phone.screen.words.Words;

/** The texts that people hear, in ten languages. */
class NoticesTest {
    private static final Notices NOTICES = Notices.load();
    /** How many things each has to say; of N2 the elements of domain notes §6.3. */
    private static final Map<String, Integer> PARTS =
            Map.of("N1", 1, "N2", 12, "N3", 3, "N4", 4, "N7", 1, "N10", 4, "closing", 3);

    private static final Map<String, List<String>> BANNED = Map.of(
            "en", List.of("eligib", "qualif", "strong", "weak", "chance", "score", "alien", "illegal"),
            "es", List.of("elegib", "calific", "fuerte", "débil", "probabilidad", "puntaje", "ilegal"),
            "ht", List.of("elijib", "kalifye", "chans", "ilegal"),
            "uk", List.of("нелегал", "шанс", "іноземц", "незаконн"),
            "ru", List.of("нелегал", "шанс", "незаконн"),
            "fa-AF", List.of("غیرقانونی", "چانس", "واجد شرایط"),
            "ps", List.of("غیرقانوني", "چانس", "وړ شرایط"),
            "pt", List.of("elegív", "qualific", "chance", "ilegal"),
            "fr", List.of("éligib", "qualifi", "chance", "illégal"),
            "ar", List.of("مؤهل", "غير قانوني", "فرصة"));

    static Stream<Language> languages() {
        return NOTICES.languages().stream();
    }

    @Test
    void areThereInTenLanguages() {
        assertThat(languages().map(Language::tag))
                .containsExactly("en", "es", "ht", "uk", "ru", "fa-AF", "ps", "pt", "fr", "ar");
        assertThat(NOTICES.frequent()).hasSize(6);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void sayEverythingInTheSameVersion(Language language) {
        PARTS.forEach((notice, parts) -> {
            assertThat(NOTICES.read(notice, language)).as(notice).hasSize(parts);
            assertThat(NOTICES.read(notice, language)).as(notice).noneMatch(String::isBlank);
            assertThat(NOTICES.version(notice, language)).as(notice).isEqualTo(NOTICES.version(notice));
        });
        for (String key : List.of("closing.title", "closing.code", "closing.telephone", "closing.keep")) {
            assertThat(NOTICES.word(key, language)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void nameWhoDoesNotGetItUnlessThePersonAgrees(Language language) {
        assertThat(NOTICES.read("N2", language).get(3)).contains("ICE", "CBP", "USCIS");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void useNoBannedWordAndDoNotShout(Language language) {
        PARTS.keySet().stream()
                .flatMap(notice -> NOTICES.read(notice, language).stream())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .forEach(text -> assertThat(text)
                        .doesNotContain(BANNED.get(language.tag()))
                        .doesNotContain("!", "¡"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void areDraftsUntilATranslatorSigns(Language language) {
        PARTS.keySet()
                .forEach(
                        notice -> assertThat(NOTICES.isSigned(notice, language)).isFalse());
        assertThat(NOTICES.areSigned(List.of("N1", "N2"), language)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void anEmergencyHearsWhoWhyWhoSeesItAndThatItIsFreeToSayNo(Language language) {
        List<String> whole = NOTICES.read("N2", language);
        assertThat(NOTICES.readShort("N2", language))
                .containsExactly(whole.get(0), whole.get(2), whole.get(3), whole.get(7));
        assertThat(NOTICES.readShort("N1", language)).isEqualTo(NOTICES.read("N1", language));
    }

    @Test
    void runFromRightToLeftInDariPashtoAndArabicOnly() {
        assertThat(languages().filter(Language::isRightToLeft).map(Language::tag))
                .containsExactly("fa-AF", "ps", "ar");
    }

    @Test
    void aTerminationNoticeIsAnsweredByNothingButThatALawyerShouldSeeIt() {
        assertThat(NOTICES.read("N7", NOTICES.language("en").orElseThrow()))
                .containsExactly("A lawyer should see this now.");
    }

    @Test
    void areFoundByATagWithOrWithoutARegion() {
        assertThat(NOTICES.language("es-MX")).map(Language::tag).contains("es");
        assertThat(NOTICES.language("fa-AF")).map(Language::tag).contains("fa-AF");
        assertThat(NOTICES.language("fa-IR")).isEmpty();
        assertThat(NOTICES.language("mam")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void theWorkersOwnNoticesAreInEnglishAndSpanish(String language) {
        Words words = Words.of(Locale.forLanguageTag(language), Clock.systemUTC());
        for (String key : List.of(
                "protocol.LIFE_IN_DANGER",
                "protocol.CHILD_ALONE",
                "notice.N8",
                "notice.N9.1",
                "notice.N9.2",
                "notice.N9.3",
                "notice.N9.4")) {
            assertThat(words.find(key)).as(key).isPresent();
        }
    }
}

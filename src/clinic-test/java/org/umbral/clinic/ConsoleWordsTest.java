package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.umbral.shared.TryAgain;

class ConsoleWordsTest {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("es-MX"));

    @Test
    void spanishSaysEverythingThatEnglishSays() {
        assertThat(keys("es")).isEqualTo(keys("en"));
    }

    @Test
    void whatKeepsAClinicFromStartingIsASentence() {
        for (Locale locale : SPOKEN) {
            for (String reason : List.of(
                    "settings-wrong",
                    "settings-unreadable",
                    "disk-full",
                    "disk-unreadable",
                    "store-busy",
                    "port-in-use",
                    "tls-key-not-made",
                    "tls-key-unreadable",
                    "receipt-key-unreadable",
                    "practice-folder-in-use")) {
                assertThat(ConsoleWords.of(locale).whyNot(new TryAgain(reason)))
                        .contains(". ")
                        .doesNotContain(reason, "!", "{");
            }
        }
    }

    @Test
    void aReasonWithoutWordsIsNamedByItsCode() {
        assertThat(ConsoleWords.of(Locale.GERMAN).whyNot(new TryAgain("something-new")))
                .startsWith("Umbral did not start.")
                .contains("something-new");
    }

    private static TreeSet<String> keys(String language) {
        return new TreeSet<>(ResourceBundle.getBundle("org.umbral.clinic.console", Locale.forLanguageTag(language))
                .keySet());
    }
}

package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.shell.TextSize;
import org.umbral.phone.screen.words.Language;

/** Language, size of the words and contrast change at once, lose nothing, and are there at the next start. */
@Tag("looks")
class SettingsTest {
    @Test
    void inTheMiddleOfAnIntakeTheLanguageChangesAndNothingTypedIsLost(@TempDir Path captures) throws Exception {
        try (Hand hand = atAName(Locale.ENGLISH, captures)) {
            hand.type("PER-02", "Ana Ficticio");
            String english = where(hand);
            hand.tap("menu");
            hand.tap("settings-open");
            hand.tap("language.es");
            hand.awaitWords("Idioma");
            assertThat(hand.see("language.es").isFocused()).isTrue();
            hand.tap("back");
            assertThat(((TextField) hand.see("PER-02")).getText()).isEqualTo("Ana Ficticio");
            assertThat(hand.says("Guardado")).isTrue();
            assertThat(where(hand)).isNotEqualTo(english).startsWith(english.substring(0, 1));
            hand.tap("lock");
            await().until(() -> hand.bench.intake.cases().stream()
                    .anyMatch(row -> row.name().equals("Ana Ficticio")));
        }
    }

    @Test
    void anOpenPhoneShowsTheCodeThatItsWorkerReadsOutAlsoInAnotherLanguage(@TempDir Path captures) throws Exception {
        try (Hand hand = atAName(Locale.ENGLISH, captures)) {
            hand.tap("menu");
            hand.tap("settings-open");
            hand.awaitWords("7KQ4X-M2RVB");
            hand.tap("language.es");
            hand.awaitWords("Código corto de este teléfono");
            assertThat(hand.says("7KQ4X-M2RVB")).isTrue();
        }
    }

    @Test
    void aLanguageFromRightToLeftMirrorsTheWholeScreenAndSaysWhatItLacksInEnglish(@TempDir Path captures)
            throws Exception {
        try (Hand hand = atAName(Locale.ENGLISH, captures)) {
            double lockBefore = x(hand, "lock");
            hand.tap("menu");
            hand.tap("settings-open");
            hand.tap("language.fa");
            hand.awaitWords("دری");
            hand.tap("back");
            assertThat(Hand.onUi(() -> hand.scene().getEffectiveNodeOrientation()))
                    .isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
            assertThat(x(hand, "lock")).isLessThan(PhoneScreens.WIDTH / 2).isLessThan(lockBefore);
            assertThat(x(hand, "back")).isGreaterThan(PhoneScreens.WIDTH / 2);
            assertThat(hand.see("PER-02")).isNotNull();
        }
    }

    @Test
    void theSizeOfTheWordsChangesOnTheSameScreenWithoutMakingItAnew(@TempDir Path captures) throws Exception {
        try (Hand hand = Hand.on(Locale.ENGLISH, captures)) {
            hand.tap("settings-open");
            Node before = hand.see("settings");
            double small = height(hand, "contrast.normal");
            hand.tap("text.200");
            assertThat(hand.see("settings")).isSameAs(before);
            assertThat(height(hand, "contrast.normal")).isGreaterThan(small);
            await().until(() -> hand.bench.preferences().textSize() == TextSize.LARGEST);
        }
    }

    @Test
    void whatWasChosenStandsThereAtTheNextStart(@TempDir Path captures) throws Exception {
        Preferences kept = new Preferences(Optional.of(Language.SPANISH), TextSize.LARGER, true);
        try (Hand hand = Hand.on(Locale.ENGLISH, kept, captures)) {
            assertThat(hand.words().locale().getLanguage()).isEqualTo("es");
            hand.awaitWords(hand.words().of("passphrase.title"));
            Scene scene = hand.scene();
            assertThat(scene.getRoot().getStyleClass()).contains("text-160");
            assertThat(scene.getStylesheets()).anyMatch(sheet -> sheet.endsWith("umbral-contrast.css"));
        }
    }

    @Test
    void beforeThePassphraseIsMadeAnOfferedOneStaysTheSame(@TempDir Path captures) throws Exception {
        try (Hand hand = Hand.on(Locale.ENGLISH, captures)) {
            String offered = text(hand, "offer");
            hand.tap("wrote");
            hand.tap("settings-open");
            hand.tap("language.es");
            hand.tap("back");
            hand.awaitWords(hand.words().of("passphrase.use.words"));
            assertThat(text(hand, "offer")).isEqualTo(offered);
            assertThat(hand.see("use-words").isDisabled()).isFalse();
        }
    }

    @Test
    void theLockScreenLeadsToLanguageAndLooksButNotToALock(@TempDir Path captures) throws Exception {
        try (Hand hand = atAName(Locale.ENGLISH, captures)) {
            hand.tap("lock");
            hand.type("unlock-field", "half a passphr");
            hand.tap("settings-open");
            assertThat(hand.find("lock")).isEmpty();
            hand.tap("language.es");
            hand.tap("back");
            assertThat(((TextField) hand.see("unlock-field")).getText()).isEqualTo("half a passphr");
        }
    }

    private static Hand atAName(Locale locale, Path captures) throws Exception {
        Hand hand = Hand.on(locale, captures);
        hand.bench.outbox.join("+1 202 555 0123");
        hand.tap("wrote");
        hand.tap("use-words");
        hand.tap("new-intake");
        hand.tap("consent.COLLECT_AND_STORE.GIVEN");
        hand.tap("read-by-WORKER");
        hand.tap("consent.SHARE_WITH_CLINIC.GIVEN");
        while (hand.find("PER-02").isEmpty()) {
            hand.tap("next");
        }
        return hand;
    }

    private static String where(Hand hand) {
        return text(hand, "where");
    }

    private static String text(Hand hand, String id) {
        return ((Labeled) hand.see(id)).getText();
    }

    private static double x(Hand hand, String id) {
        Node node = hand.see(id);
        return Hand.onUi(() -> node.localToScene(node.getBoundsInLocal()).getCenterX());
    }

    private static double height(Hand hand, String id) {
        Node node = hand.see(id);
        return Hand.onUi(() -> node.getBoundsInLocal().getHeight());
    }
}

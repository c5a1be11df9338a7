package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.Question;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.ScreenBench;

/** What waits for the worker, and the held button, through the real screens. */
@Tag("looks")
class NeedsYouTest {
    private static final String NAME = "Ana Ficticio";
    private static final String ASKED = "¿Quién la acompaña?";

    private static Hand atTheList(Path captures) throws Exception {
        Hand hand = Hand.on(Locale.ENGLISH, captures);
        hand.bench.outbox.join("+1 202 555 0100");
        hand.tap("wrote");
        hand.tap("use-words");
        hand.see("case-list");
        return hand;
    }

    private static CaseId caseOf(Hand hand) throws Exception {
        CaseId id = hand.bench.intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = hand.bench.intake.newItem(id, "person", ItemId.CASE);
        hand.bench.intake.set(id, person, "PER-02", Value.text(NAME));
        hand.bench.intake.leave(id);
        return id;
    }

    private static Question question(Optional<ItemId> item, Optional<FieldId> field) {
        return new Question(
                "question-1", ASKED, "Abogada Ficticia", ScreenBench.NOW, item, field, Optional.empty(), false);
    }

    @Test
    void aQuestionStandsOnTheListAndIsAnsweredFromTheCase(@TempDir Path captures) throws Exception {
        try (Hand hand = atTheList(captures)) {
            CaseId id = caseOf(hand);
            hand.bench.intake.ask(id, question(Optional.empty(), Optional.empty()));
            hand.awaitWords("The clinic asks something");
            hand.tapWords(NAME);
            hand.awaitWords(ASKED);
            hand.tap("answer-0");
            hand.type("answer", "Su hermana");
            hand.tap("answer-done");
            await().until(() -> hand.bench.intake.questions(id).get(0).answer().equals(Optional.of("Su hermana")));
            hand.tap("back");
            hand.see("case-list");
            await().until(() -> !hand.says("The clinic asks something"));
        }
    }

    /** SC-07.2: the sentence, in the list and in the case, and nothing to follow from it. */
    @Test
    void thatTheClinicMayKnowThePersonIsOneSentenceAndGoes(@TempDir Path captures) throws Exception {
        try (Hand hand = atTheList(captures)) {
            CaseId id = caseOf(hand);
            hand.bench.intake.mayKnow(id, true);
            String sentence = "The clinic may already know this person. Staff will check.";
            hand.awaitWords(sentence);
            hand.tapWords(NAME);
            hand.see("one-case");
            hand.awaitWords(sentence);
            hand.bench.intake.mayKnow(id, false);
            await().until(() -> !hand.says(sentence));
            hand.tap("back");
            hand.see("case-list");
            await().until(() -> !hand.says(sentence));
        }
    }

    @Test
    void anAnswerThatIsBeingTypedSurvivesTheLock(@TempDir Path captures) throws Exception {
        try (Hand hand = atTheList(captures)) {
            CaseId id = caseOf(hand);
            hand.bench.intake.ask(id, question(Optional.empty(), Optional.empty()));
            hand.awaitWords(NAME);
            hand.tapWords(NAME);
            hand.tap("answer-0");
            hand.type("answer", "Su hermana");
            Hand.onUi(() -> {
                hand.screens.lock();
                return true;
            });
            hand.see("lock-screen");
            await().until(() -> hand.bench.intake.questions(id).get(0).answer().equals(Optional.of("Su hermana")));
        }
    }

    @Test
    void theHeldButtonEmptiesThePhoneAndAShortPressDoesNothing(@TempDir Path captures) throws Exception {
        try (Hand hand = atTheList(captures)) {
            hand.tap("cross");
            hand.awaitWords("All is delivered.");
            hand.tap("hold");
            assertThat(hand.bench.vault).isEqualTo(PhoneServices.Vault.OPEN);
            hold(hand);
            hand.see("first-start");
            await().until(() -> hand.bench.vault == PhoneServices.Vault.NONE);
        }
    }

    @Test
    void theQuestionBeforeCrossingBeginsAtItsTopAndItsHeldButtonIsRed(@TempDir Path captures) throws Exception {
        try (Hand hand = atTheList(captures)) {
            hand.tap("cross");
            Region button = (Region) hand.see("hold");
            hand.settle();
            assertThat(Hand.onUi(() -> ((ScrollPane) hand.scene().lookup(".sheet-scroll")).getVvalue()))
                    .isZero();
            Labeled title = (Labeled) Hand.onUi(() -> hand.scene().lookup(".sheet .section"));
            assertThat(title.getText()).isEqualTo(hand.words().of("cross.title"));
            assertThat(Hand.onUi(
                            () -> title.localToScene(title.getBoundsInLocal()).getMinY()))
                    .isBetween(0.0, PhoneScreens.HEIGHT);
            Color fill = (Color)
                    Hand.onUi(() -> button.getBackground().getFills().get(0).getFill());
            assertThat(fill.getRed()).isGreaterThan(2 * Math.max(fill.getGreen(), fill.getBlue()));
        }
    }

    @Test
    void theLockScreenEmptiesThePhoneWithoutThePassphrase(@TempDir Path captures) throws Exception {
        try (Hand hand = atTheList(captures)) {
            hand.tap("lock");
            hand.see("lock-screen");
            hand.tap("cross");
            hand.awaitWords("All is delivered.");
            hold(hand);
            hand.see("first-start");
            assertThat(hand.bench.vault).isEqualTo(PhoneServices.Vault.NONE);
        }
    }

    /** Enter, held until something happens. */
    private static void hold(Hand hand) {
        Node button = hand.see("hold");
        Hand.onUi(() -> {
            button.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return true;
        });
        await().atMost(Duration.ofSeconds(40)).until(() -> hand.find("hold").isEmpty());
    }
}

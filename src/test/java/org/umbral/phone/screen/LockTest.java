package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.testing.Reach;
import org.umbral.testing.ScreenBench;

@Tag("looks")
class LockTest {
    private static final String SECRET = "Palabra Plantada Ficticia";

    @Test
    void onLockTheSceneIsThrownAwayAndNothingReachableHoldsTheWords(@TempDir Path captures) throws Exception {
        try (Hand hand = atAnIntake(captures)) {
            hand.type("PER-02", SECRET);
            assertThat(Hand.onUi(() -> Reach.path(hand.screens, SECRET, LockTest::isNotTheScreens)))
                    .as("the search finds what is there")
                    .isPresent();
            Scene before = hand.scene();
            hand.tap("lock");
            hand.see("lock-screen");
            assertThat(hand.scene()).isNotSameAs(before);
            await().until(() -> hand.bench.vault == PhoneServices.Vault.LOCKED);
            assertThat(hand.bench.intake.cases())
                    .singleElement()
                    .satisfies(row -> assertThat(row.name()).isEqualTo(SECRET));
            assertThat(hand.bench.intake.left).isEqualTo(1);
            hand.settle();
            // The services are the vault's side, where the words belong; here only the screens' side is searched.
            assertThat(Hand.onUi(() -> Reach.path(hand.screens, SECRET, LockTest::isNotTheScreens)))
                    .isEmpty();
            assertThat(hand.says(SECRET)).isFalse();
        }
    }

    @Test
    void theLockScreenSaysNothingButAField(@TempDir Path captures) throws Exception {
        try (Hand hand = atAnIntake(captures)) {
            hand.tap("lock");
            hand.see("lock-screen");
            List<Node> shown = Hand.onUi(() -> hand.scene().getRoot().lookupAll("*").stream()
                    .filter(Hand::isShown)
                    .toList());
            assertThat(shown.stream().filter(node -> node instanceof PasswordField))
                    .hasSize(1);
            assertThat(hand.says("Clínica")).isFalse();
        }
    }

    @Test
    void theRightPassphraseOpensWhatWasWritten(@TempDir Path captures) throws Exception {
        try (Hand hand = atAnIntake(captures)) {
            hand.type("PER-02", SECRET);
            hand.tap("lock");
            hand.type("unlock-field", ScreenBench.WORDS);
            hand.tap("unlock");
            hand.see("case-list");
            hand.awaitWords(SECRET);
        }
    }

    @Test
    void theLimitsOfTheRoleAreReadOnceADayAlsoAfterARestart(@TempDir Path captures) throws Exception {
        try (Hand hand = atAnIntake(captures)) {
            hand.tap("lock");
            hand.type("unlock-field", ScreenBench.WORDS);
            hand.tap("unlock");
            hand.tap("role-read");
            hand.tap("lock");
            hand.see("lock-screen");
            await().until(() -> hand.bench.vault == PhoneServices.Vault.LOCKED);
            Hand.onUi(() -> {
                hand.screens.stop();
                return true;
            });
            Hand restarted = Hand.on(hand.bench);
            restarted.type("unlock-field", ScreenBench.WORDS);
            restarted.tap("unlock");
            // Nothing lies over the list.
            restarted.tap("new-intake");
            restarted.see("intake");
            Hand.onUi(() -> {
                restarted.screens.stop();
                return true;
            });
        }
    }

    @Test
    void inPracticeThePhoneJoinsByItself(@TempDir Path captures) throws Exception {
        try (Hand hand = Hand.on(Locale.ENGLISH, captures)) {
            hand.bench.invitation = Optional.of(ScreenBench.anInvitation());
            hand.tap("wrote");
            hand.tap("use-words");
            hand.awaitWords("Clínica Legal Ficticia");
            hand.tap("joined-next");
            hand.see("new-intake");
        }
    }

    @Test
    void aRefusedConsentKeepsNothingButACount(@TempDir Path captures) throws Exception {
        try (Hand hand = Hand.on(Locale.ENGLISH, captures)) {
            hand.bench.outbox.join("+1 202 555 0123");
            hand.tap("wrote");
            hand.tap("use-words");
            hand.tap("new-intake");
            assertThat(hand.see("next").isDisabled()).isTrue();
            hand.tap("consent.COLLECT_AND_STORE.REFUSED");
            hand.tap("consent-refuse-yes");
            hand.see("case-list");
            assertThat(hand.bench.intake.refusedCount()).isEqualTo(1);
            assertThat(hand.bench.intake.cases()).isEmpty();
        }
    }

    /** The vault's side holds the words by right, and the robot remembers every event that it made. */
    static boolean isNotTheScreens(Object at) {
        return at instanceof PhoneServices || at.getClass().getName().startsWith("org.testfx");
    }

    private static Hand atAnIntake(Path captures) throws Exception {
        Hand hand = Hand.on(Locale.ENGLISH, captures);
        hand.bench.outbox.join("+1 202 555 0123");
        hand.tap("wrote");
        hand.tap("use-words");
        hand.tap("new-intake");
        hand.tap("consent.COLLECT_AND_STORE.GIVEN");
        hand.tap("read-by-WORKER");
        hand.tap("consent.SHARE_WITH_CLINIC.GIVEN");
        hand.tap("next");
        hand.tap("next");
        hand.see("PER-02");
        return hand;
    }
}

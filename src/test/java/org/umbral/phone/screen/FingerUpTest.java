package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.Reach;

/** News makes the list of cases anew; no finger that is down misses its case because of it. */
@Tag("looks")
class FingerUpTest {
    private static final String NAME = "Ana Ficticio";
    private static final String NEWS = "The clinic may already know this person. Staff will check.";

    @Test
    void aCaseIsOpenedThoughNewsOfItComesWhileTheFingerIsDown(@TempDir Path captures) throws Exception {
        try (Hand hand = atTheList(captures)) {
            CaseId id = aCase(hand);
            hand.tapWhile(hand.worded(NAME), () -> hand.bench.intake.mayKnow(id, true), 0);
            hand.see("case-consents");
            hand.awaitWords(NEWS);
        }
    }

    @Test
    void aFingerThatRestsHoldsUpNoNews(@TempDir Path captures) throws Exception {
        try (Hand hand = atTheList(captures)) {
            CaseId id = aCase(hand);
            hand.press(hand.worded(NAME));
            Hand.onUi(() -> {
                hand.bench.intake.mayKnow(id, true);
                return id;
            });
            hand.settle();
            assertThat(hand.says(NEWS)).isFalse();
            hand.awaitWords(NEWS);
        }
    }

    @Test
    void whatWaitedForAFingerIsNotKeptWhereThePhoneLocks(@TempDir Path captures) throws Exception {
        try (Hand hand = atTheList(captures)) {
            CaseId id = aCase(hand);
            hand.press(hand.worded(NAME));
            Hand.onUi(() -> {
                hand.bench.intake.mayKnow(id, true);
                return id;
            });
            hand.settle();
            Hand.onUi(() -> {
                hand.screens.lock();
                return id;
            });
            hand.settle();
            assertThat(Hand.onUi(() -> Reach.path(hand.screens, NAME, LockTest::isNotTheScreens)))
                    .isEmpty();
        }
    }

    private static Hand atTheList(Path captures) throws Exception {
        Hand hand = Hand.on(Locale.ENGLISH, captures);
        hand.bench.outbox.join("+1 202 555 0100");
        hand.tap("wrote");
        hand.tap("use-words");
        hand.see("case-list");
        return hand;
    }

    private static CaseId aCase(Hand hand) throws Exception {
        CaseId id = hand.bench.intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = hand.bench.intake.newItem(id, "person", ItemId.CASE);
        hand.bench.intake.set(id, person, "PER-02", Value.text(NAME));
        hand.bench.intake.leave(id);
        hand.awaitWords(NAME);
        return id;
    }
}

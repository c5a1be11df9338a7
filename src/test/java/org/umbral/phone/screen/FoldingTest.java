package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page stays where it is when a card on it folds, so that the next finger meets what the eye saw. */
@Tag("looks")
class FoldingTest {
    private static final String UNDER_THE_CARD = "GRD-01.NEEDS_HOSPITAL";

    @Test
    void aCardThatFoldsMovesNoPageAtTheNextFrameAndItsLineHasTheKeyboard(@TempDir Path captures) throws Exception {
        try (Hand hand = Hand.on(Locale.ENGLISH, captures)) {
            Tour tour = new Tour(hand, name -> {});
            tour.firstStart();
            tour.join();
            tour.consent();
            hand.tap("CAS-06.NOW_LIFE_THREATENING");
            hand.awaitSaved();
            double before = Hand.onUi(() -> foldAndScroll(hand));
            hand.settle();
            hand.awaitFrame();
            hand.awaitFrame();
            assertThat(Hand.onUi(() -> place(hand))).isEqualTo(before);
            assertThat(Hand.onUi(() -> hand.scene().getFocusOwner().getId())).isEqualTo("protocol-line-LIFE_IN_DANGER");
        }
    }

    /** A quick hand: the press and the scrolling that follows it come before the same frame. */
    private static double foldAndScroll(Hand hand) {
        Button understood = (Button) hand.find("understood-LIFE_IN_DANGER").orElseThrow();
        understood.requestFocus();
        understood.fire();
        layOut(hand);
        ((ScrollPane) hand.scene().getRoot().lookup(".page-scroll")).setVvalue(0.5);
        layOut(hand);
        return place(hand);
    }

    private static double place(Hand hand) {
        Node node = hand.find(UNDER_THE_CARD).orElseThrow();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    private static void layOut(Hand hand) {
        hand.scene().getRoot().applyCss();
        hand.scene().getRoot().layout();
    }
}

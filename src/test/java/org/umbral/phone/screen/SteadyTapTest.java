package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finger takes its time; what it came down on is what it meant. */
@Tag("looks")
class SteadyTapTest {
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void aTapIsDoneOnceWhereNothingMoves(@TempDir Path captures) throws Exception {
        try (Hand hand = begun(captures)) {
            hand.tapWhile(own(hand), () -> {}, 0);
            assertThat(done).hasValue(1);
        }
    }

    @Test
    void aTapIsDoneOnceWhereThePageMovesUnderTheFinger(@TempDir Path captures) throws Exception {
        try (Hand hand = begun(captures)) {
            hand.tapWhile(own(hand), () -> news(hand), 3);
            assertThat(done).hasValue(1);
            hand.see("passphrase");
        }
    }

    @Test
    void aFingerThatMovesAwayItselfDoesNothing(@TempDir Path captures) throws Exception {
        try (Hand hand = begun(captures)) {
            hand.tapWhile(own(hand), () -> {}, 120);
            assertThat(done).hasValue(0);
        }
    }

    @Test
    void whatWasShutMeanwhileIsNotDone(@TempDir Path captures) throws Exception {
        try (Hand hand = begun(captures)) {
            hand.tapWhile(
                    own(hand),
                    () -> {
                        news(hand);
                        own(hand).setDisable(true);
                    },
                    0);
            assertThat(done).hasValue(0);
        }
    }

    private Hand begun(Path captures) throws Exception {
        Hand hand = Hand.on(Locale.ENGLISH, captures);
        hand.see("own");
        Hand.onUi(() -> {
            own(hand).addEventFilter(ActionEvent.ACTION, event -> done.incrementAndGet());
            return done;
        });
        return hand;
    }

    private static Button own(Hand hand) {
        return (Button) hand.find("own").orElseThrow();
    }

    /** Something comes above, as high as a finger. */
    private static void news(Hand hand) {
        Node content = ((ScrollPane) hand.scene().getRoot().lookup(".page-scroll")).getContent();
        Region made = new Region();
        made.setMinHeight(90);
        ((Pane) content).getChildren().add(0, made);
    }
}

package org.umbral.phone.screen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class KeyboardPlaceTest {
    private final Button above = onUi(() -> new Button("above"));
    private final Button pressed = onUi(() -> new Button("pressed"));
    private final TextField field = onUi(() -> new TextField());
    private final Button below = onUi(() -> new Button("below"));
    private final VBox lines = onUi(() -> new VBox(above, pressed, below));
    private final Shell shell = onUi(() -> new Shell(Optional.empty(), () -> {}));
    private final Scene scene = onUi(() -> new Scene(shell.root(), 360, 640));

    @BeforeAll
    static void thereIsAWindow() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void aScreenStandsThere() {
        onUi(() -> {
            shell.only(of(lines));
            pressed.requestFocus();
            return pressed;
        });
    }

    @Test
    void whatReplacesAPressedButtonHasTheKeyboard() {
        Button instead = onUi(() -> new Button("instead"));
        assertThat(after(() -> lines.getChildren().setAll(above, instead, below)))
                .isSameAs(instead);
    }

    @Test
    void theFirstOfSeveralThatReplaceItHasIt() {
        Button inside = onUi(() -> new Button("inside"));
        assertThat(after(() -> lines.getChildren().setAll(above, new VBox(inside, new Button("later")), below)))
                .isSameAs(inside);
    }

    @Test
    void itDoesNotLeaveWhileThePageIsBeingMade() {
        Node during = onUi(() -> {
            lines.getChildren().setAll(above, field, below);
            return scene.getFocusOwner();
        });
        assertThat(during).isSameAs(pressed);
    }

    @Test
    void aFieldOfTextThatReplacesAButtonDoesNotOpenThePhonesKeyboard() {
        assertThat(after(() -> lines.getChildren().setAll(above, field, below))).isSameAs(below);
    }

    @Test
    void aFieldOfTextThatReplacesAnotherGoesOnTyping() {
        TextField next = onUi(TextField::new);
        onUi(() -> {
            lines.getChildren().setAll(above, field, below);
            field.requestFocus();
            return field;
        });
        assertThat(after(() -> lines.getChildren().setAll(above, next, below))).isSameAs(next);
    }

    @Test
    void theLastLineThatGoesLeavesItToTheOneBefore() {
        assertThat(after(() -> lines.getChildren().setAll(above))).isSameAs(above);
    }

    @Test
    void aButtonThatIsShutWhileItWorksGivesItOn() {
        assertThat(after(() -> pressed.setDisable(true))).isSameAs(below);
    }

    @Test
    void onANewScreenNothingLooksChosen() {
        Node at = after(() -> shell.push(of(new VBox(new Button("another screen")))));
        assertThat(at).isNotInstanceOf(Button.class);
        assertThat(at.getStyleClass()).contains("place");
    }

    @Test
    void aSheetThatClosesGivesItBack() {
        onUi(() -> {
            shell.sheet("title", new Button("in the sheet"));
            return shell;
        });
        assertThat(after(shell::closeSheet)).isSameAs(pressed);
    }

    /** Who has the keyboard in the frame after the change. There is no window here, so JavaFX looks for nobody itself. */
    private Node after(Runnable change) {
        CountDownLatch frame = new CountDownLatch(1);
        AnimationTimer begins = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                frame.countDown();
            }
        };
        onUi(() -> {
            change.run();
            begins.start();
            return begins;
        });
        assertThat(isReached(frame)).isTrue();
        return onUi(scene::getFocusOwner);
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(40, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> T onUi(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(12_000, call);
    }

    private static Screen of(Parent node) {
        return () -> node;
    }
}

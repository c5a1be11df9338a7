package org.umbral.phone.screen.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * The UI thread while no finger is down on the screen: news is shown once the finger is up and did what it meant, so that
 * no list is made anew under it and the tap lost. A finger that rests longer than {@link #LONGEST} holds up nothing. Tasks
 * keep their order. Any thread; what it runs runs on the UI thread.
 */
public final class FingerUp implements Executor {
    static final Duration LONGEST = Duration.seconds(2);

    private final Executor ui;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final PauseTransition resting = new PauseTransition(LONGEST);
    private boolean down;

    /** @param ui JavaFX's thread */
    public FingerUp(Executor ui) {
        this.ui = ui;
        resting.setOnFinished(event -> up());
    }

    /** The scene that comes now. No finger is on it yet, and nothing of the one before is kept. UI thread. */
    public void watch(Scene scene) {
        up();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            down = true;
            resting.playFromStart();
        });
        // Its own button comes first.
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> ui.execute(this::up));
    }

    @Override
    public void execute(Runnable task) {
        ui.execute(() -> {
            waiting.add(task);
            if (!down) {
                drain();
            }
        });
    }

    private void up() {
        down = false;
        resting.stop();
        drain();
    }

    private void drain() {
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
        }
    }
}

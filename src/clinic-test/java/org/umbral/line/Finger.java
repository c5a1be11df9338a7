package org.umbral.line;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** A finger on a phone's window: clicks and keys go in where the toolkit takes them, and nothing remembers them here. */
final class Finger {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PULSES = 4;
    private static final double ABOVE = 60;

    private final Stage stage;

    Finger(Stage stage) {
        this.stage = stage;
    }

    static <T> T onUi(Callable<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(call.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Some frames pass: what was asked of the toolkit is laid out and drawn. */
    static void settle() {
        CompletableFuture<Boolean> passed = new CompletableFuture<>();
        Platform.runLater(() -> new AnimationTimer() {
            private int left = PULSES;

            @Override
            public void handle(long now) {
                if (--left == 0) {
                    stop();
                    passed.complete(true);
                }
            }
        }.start());
        passed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void see(String id) {
        await("sees " + id).atMost(PATIENCE).until(() -> onUi(() -> find(id).isPresent()));
    }

    boolean says(String text) {
        return onUi(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .anyMatch(node -> node instanceof Labeled label
                        && isShown(node)
                        && Optional.ofNullable(label.getText()).orElse("").contains(text)));
    }

    void tap(String id) {
        await("may tap " + id)
                .atMost(PATIENCE)
                .until(() ->
                        onUi(() -> find(id).filter(node -> !node.isDisabled()).isPresent()));
        onUi(() -> reveal(find(id).orElseThrow()));
        settle();
        onUi(() -> {
            Node node = find(id).orElseThrow();
            Bounds bounds = node.getBoundsInLocal();
            Point2D middle = node.localToScreen(bounds.getCenterX(), bounds.getCenterY());
            Robot robot = new Robot();
            robot.mouseMove(middle);
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
        settle();
    }

    /** Letters only, key by key. */
    void type(String id, CharSequence letters) {
        tap(id);
        await("writes to " + id)
                .atMost(PATIENCE)
                .until(() -> onUi(() -> find(id).filter(Node::isFocused).isPresent()));
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            onUi(() -> key(letter));
        }
        settle();
    }

    private static boolean key(char letter) {
        Robot robot = new Robot();
        KeyCode code = KeyCode.valueOf(String.valueOf(letter).toUpperCase(Locale.ROOT));
        if (Character.isUpperCase(letter)) {
            robot.keyPress(KeyCode.SHIFT);
            robot.keyType(code);
            robot.keyRelease(KeyCode.SHIFT);
        } else {
            robot.keyType(code);
        }
        return true;
    }

    /** By its id, else by its style. */
    private Optional<Node> find(String id) {
        return Optional.ofNullable(stage.getScene())
                .flatMap(scene -> scene.getRoot().lookupAll("*").stream()
                        .filter(node -> isShown(node)
                                && (id.equals(node.getId())
                                        || node.getStyleClass().contains(id)))
                        .findFirst());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private boolean reveal(Node node) {
        stage.getScene().getRoot().layout();
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll && scroll.getContent() != null) {
                Bounds inside = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                double room = scroll.getContent().getBoundsInLocal().getHeight()
                        - scroll.getViewportBounds().getHeight();
                scroll.setVvalue(room <= 0 ? 0 : Math.max(0, Math.min(1, (inside.getMinY() - ABOVE) / room)));
            }
        }
        return true;
    }
}

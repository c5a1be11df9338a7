package org.umbral.phone.screen;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.phone.screen.words.Language;
import org.umbral.phone.screen.words.Words;
import org.umbral.testing.FxRounds;
import org.umbral.testing.ScreenBench;

/** A hand on the phone: real clicks and real typing, each after what it wants is there. */
final class Hand implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration MOMENT = Duration.ofMillis(60);

    final ScreenBench bench;
    final PhoneScreens screens;
    private final Stage stage;
    private final Robot robot = onUi(Robot::new);

    private Hand(ScreenBench bench, PhoneScreens screens, Stage stage) {
        this.bench = bench;
        this.screens = screens;
        this.stage = stage;
    }

    static Hand on(Locale locale, Path captures) throws Exception {
        return on(locale, Preferences.DEFAULT, captures);
    }

    static Hand on(Locale locale, Preferences preferences, Path captures) throws Exception {
        ScreenBench bench = new ScreenBench(locale, captures);
        bench.preferences = preferences;
        return on(bench);
    }

    static Hand on(ScreenBench bench) throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        AtomicReference<PhoneScreens> screens = new AtomicReference<>();
        onUi(() -> {
            PhoneScreens made = new PhoneScreens(bench);
            screens.set(made);
            made.start(scene -> {
                stage.setScene(scene);
                stage.setWidth(PhoneScreens.WIDTH);
                stage.setHeight(PhoneScreens.HEIGHT);
            });
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return true;
        });
        await().atMost(PATIENCE).until(() -> onUi(() -> stage.isShowing() && stage.getScene() != null));
        return new Hand(bench, Objects.requireNonNull(screens.get()), stage);
    }

    /** What the screens say now. */
    Words words() {
        Preferences now = bench.preferences();
        return Words.of(now.language().map(Language::locale).orElseGet(bench::locale), bench.clock());
    }

    Scene scene() {
        return stage.getScene();
    }

    static <T> T onUi(Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), call);
    }

    Optional<Node> find(String id) {
        return onUi(() -> scene() == null
                ? Optional.empty()
                : scene().getRoot().lookupAll("*").stream()
                        .filter(node -> id.equals(node.getId()) && isShown(node))
                        .findFirst());
    }

    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    Node see(String id) {
        try {
            await("sees " + id).atMost(PATIENCE).until(() -> find(id).isPresent());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no " + id + " among " + onUi(this::texts), e);
        }
        return find(id).orElseThrow();
    }

    boolean says(String text) {
        return onUi(() -> texts().stream().anyMatch(one -> one.contains(text)));
    }

    void awaitWords(String text) {
        await("reads " + text).atMost(PATIENCE).until(() -> says(text));
    }

    /** Without the breaks of its lines. */
    private static String said(Labeled labeled) {
        return labeled.getText() == null ? "" : labeled.getText().replace('\n', ' ');
    }

    private List<String> texts() {
        return scene().getRoot().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled && isShown(node))
                .map(node -> said((Labeled) node))
                .toList();
    }

    void tap(String id) {
        see(id);
        await("may tap " + id)
                .atMost(PATIENCE)
                .until(() -> find(id).filter(node -> !node.isDisabled()).isPresent());
        click(reveal(find(id).orElseThrow()));
        settle();
    }

    /** The one of several that is not chosen yet. */
    void tapNext(String id) {
        await("sees one more " + id).atMost(PATIENCE).until(() -> unchosen(id).isPresent());
        click(reveal(unchosen(id).orElseThrow()));
        settle();
    }

    private Optional<Node> unchosen(String id) {
        return onUi(() -> scene().getRoot().lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()) && isShown(node))
                .filter(node -> node instanceof Toggle toggle && !toggle.isSelected())
                .findFirst());
    }

    void tapWords(String text) {
        awaitWords(text);
        click(reveal(worded(text)));
        settle();
    }

    Node worded(String text) {
        return onUi(() -> scene().getRoot().lookupAll("*").stream()
                .filter(one -> one instanceof Labeled label && text.equals(said(label)) && isShown(one))
                .findFirst()
                .orElseThrow());
    }

    void type(String id, String text) {
        tap(id);
        await("writes to " + id)
                .atMost(PATIENCE)
                .until(() -> onUi(() -> scene().getFocusOwner() != null
                        && id.equals(scene().getFocusOwner().getId())));
        write(text);
    }

    /** Types into what has the keyboard already: no tap. */
    void typeHere(String id, String text) {
        await("has the keyboard: " + id)
                .atMost(PATIENCE)
                .until(() -> onUi(() -> scene().getFocusOwner() != null
                        && id.equals(scene().getFocusOwner().getId())));
        write(text);
    }

    /** A quick finger: what it leaves behind is not saved yet when it is up again. */
    private void click(Node node) {
        at(() -> robot.mouseMove(middle(node)));
        at(() -> robot.mousePress(MouseButton.PRIMARY));
        at(() -> robot.mouseRelease(MouseButton.PRIMARY));
    }

    /** A slow finger: something happens while it is down, and is drawn where it is drawn. Then it lies so many px lower. */
    void tapWhile(Node found, Runnable happens, double lower) {
        Point2D middle = press(found);
        at(happens);
        settle();
        awaitFrame();
        at(() -> robot.mouseMove(middle.add(0, lower)));
        awaitFrame();
        release();
    }

    /** The finger stays down. */
    Point2D press(Node found) {
        Node node = reveal(found);
        Point2D middle = onUi(() -> middle(node));
        at(() -> robot.mouseMove(middle));
        at(() -> robot.mousePress(MouseButton.PRIMARY));
        return middle;
    }

    void release() {
        at(() -> robot.mouseRelease(MouseButton.PRIMARY));
        settle();
    }

    /** Of what is inside the window. */
    private Point2D middle(Node node) {
        Bounds all = node.localToScene(node.getBoundsInLocal());
        double x = (Math.max(0, all.getMinX()) + Math.min(scene().getWidth(), all.getMaxX())) / 2;
        double y = (Math.max(0, all.getMinY()) + Math.min(scene().getHeight(), all.getMaxY())) / 2;
        return new Point2D(stage.getX() + scene().getX() + x, stage.getY() + scene().getY() + y);
    }

    private void write(String text) {
        text.chars().forEach(one -> push(KeyCode.UNDEFINED, Character.toString(one)));
        settle();
    }

    /** What a keyboard sends, to what has the focus. */
    private void push(KeyCode code, String typed) {
        at(() -> {
            for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
                Node owner = scene().getFocusOwner();
                KeyCode key = kind == KeyEvent.KEY_TYPED ? KeyCode.UNDEFINED : code;
                Event.fireEvent(
                        owner == null ? scene().getRoot() : owner,
                        new KeyEvent(kind, typed, "", key, false, false, false, false));
            }
        });
    }

    private static void at(Runnable action) {
        onUi(() -> {
            action.run();
            return true;
        });
    }

    void erase(int characters) {
        for (int i = 0; i < characters; i++) {
            push(KeyCode.BACK_SPACE, "");
        }
    }

    /** A page that is longer than the screen is scrolled until the node can be tapped. */
    Node reveal(Node node) {
        onUi(() -> {
            scene().getRoot().layout();
            for (Node at = node.getParent(); at != null; at = at.getParent()) {
                if (at instanceof ScrollPane scroll && scroll.getContent() != null) {
                    Bounds inside = scroll.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal()));
                    double room = scroll.getContent().getBoundsInLocal().getHeight()
                            - scroll.getViewportBounds().getHeight();
                    double wanted = inside.getMinY() - 60;
                    scroll.setVvalue(room <= 0 ? 0 : Math.max(0, Math.min(1, wanted / room)));
                }
            }
            scene().getRoot().layout();
            return true;
        });
        settle();
        return node;
    }

    void top() {
        onUi(() -> {
            scene().getRoot().lookupAll(".page-scroll").forEach(node -> ((ScrollPane) node).setVvalue(0));
            return true;
        });
        settle();
    }

    /** Until the phone has done what it was asked. */
    void settle() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean calm;
        do {
            if (System.nanoTime() > end) {
                throw new AssertionError("the phone is still busy");
            }
            calm = bench.isIdle();
            FxRounds.settle(this::layOut);
        } while (!(calm && bench.isIdle()));
    }

    /** What is done with each frame is done too. */
    void awaitFrame() {
        CountDownLatch drawn = new CountDownLatch(1);
        Scene now = onUi(this::scene);
        if (now == null) {
            return;
        }
        Runnable frame = drawn::countDown;
        at(() -> {
            now.addPostLayoutPulseListener(frame);
            Platform.requestNextPulse();
        });
        try {
            drawn.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        at(() -> now.removePostLayoutPulseListener(frame));
    }

    private void layOut() {
        if (scene() != null) {
            scene().getRoot().applyCss();
            scene().getRoot().layout();
        }
    }

    void awaitSaved() {
        settle();
        awaitWords(words().of("saved.SAVED"));
        settle();
    }

    @Override
    public void close() {
        at(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Platform.runLater(() -> {
            screens.stop();
            stage.setScene(null);
            stage.hide();
        });
        settle();
        bench.close();
    }
}

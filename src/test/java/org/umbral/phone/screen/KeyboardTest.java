package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything can be done with keys alone. */
@Tag("looks")
class KeyboardTest {
    private static final int MOST = 80;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa-AF"})
    void tabReachesEachControlOfEachScreenOnceInReadingOrder(String language, @TempDir Path captures) throws Exception {
        List<String> faults = new ArrayList<>();
        try (Hand hand = Hand.on(Locale.forLanguageTag(language), captures)) {
            new Tour(hand, name -> faults.addAll(Hand.onUi(() -> walk(name, hand.scene())))).all();
        }
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    private static List<String> walk(String screen, Scene scene) {
        Fit.settle(scene);
        Node before = scene.getFocusOwner();
        List<Node> wanted = scene.getRoot().lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && Hand.isShown(node) && !node.isDisabled())
                .toList();
        Node start = scene.getRoot().lookup(".shade");
        start = start == null ? scene.getRoot().lookup(".tall-sheet") : start;
        (start == null ? scene.getRoot().lookup(".place") : start).requestFocus();
        List<Node> reached = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            press(scene, KeyCode.TAB);
            Node now = scene.getFocusOwner();
            if (now == null || reached.contains(now)) {
                break;
            }
            reached.add(now);
        }
        List<String> faults = new ArrayList<>();
        wanted.stream()
                .filter(node -> !reached.contains(node))
                .forEach(node -> faults.add(screen + ": never reached " + node));
        reached.stream()
                .filter(node -> !wanted.contains(node))
                .forEach(node -> faults.add(screen + ": reached what is not there " + node));
        for (int i = 1; i < reached.size(); i++) {
            if (upwards(reached.get(i - 1), reached.get(i))) {
                faults.add(screen + ": goes up from " + reached.get(i - 1) + " to " + reached.get(i));
            }
        }
        if (before != null) {
            before.requestFocus();
        }
        return faults;
    }

    private static boolean upwards(Node one, Node next) {
        return bounds(next).getMaxY() <= bounds(one).getMinY() + 1 && !isBar(next);
    }

    /** After the last control the first comes again. */
    private static boolean isBar(Node node) {
        return node.getParent() instanceof Region bar && bar.getStyleClass().contains("bar");
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static void press(Scene scene, KeyCode code) {
        Node at = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        Event.fireEvent(at, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    }

    @Test
    void anIntakeIsBegunAndASheetClosedWithKeysAlone(@TempDir Path captures) throws Exception {
        try (Hand hand = Hand.on(Locale.ENGLISH, captures)) {
            hand.bench.outbox.join("+1 202 555 0123");
            press(hand, "wrote", KeyCode.SPACE);
            press(hand, "use-words", KeyCode.ENTER);
            press(hand, "new-intake", KeyCode.ENTER);
            press(hand, "menu", KeyCode.ENTER);
            hand.see("leave");
            Hand.onUi(() -> {
                press(hand.scene(), KeyCode.ESCAPE);
                return true;
            });
            assertThat(hand.find("leave")).isEmpty();
            assertThat(Hand.onUi(() -> hand.scene().getFocusOwner().getId())).isEqualTo("menu");
            Hand.onUi(() -> {
                press(hand.scene(), KeyCode.ESCAPE);
                return true;
            });
            hand.see("case-list");
        }
    }

    @Test
    void underASheetNothingIsReached(@TempDir Path captures) throws Exception {
        try (Hand hand = Hand.on(Locale.ENGLISH, captures)) {
            hand.bench.outbox.join("+1 202 555 0123");
            hand.tap("wrote");
            hand.tap("use-words");
            hand.tap("new-intake");
            hand.tap("menu");
            assertThat(hand.see("back").isDisabled()).isTrue();
            Hand.onUi(() -> {
                press(hand.scene(), KeyCode.ESCAPE);
                return true;
            });
            assertThat(hand.see("back").isDisabled()).isFalse();
        }
    }

    private static void press(Hand hand, String id, KeyCode code) {
        Node node = hand.see(id);
        Hand.onUi(() -> {
            node.requestFocus();
            press(hand.scene(), code);
            return true;
        });
        hand.settle();
    }
}

package org.umbral.phone.screen.shell;

import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.words.Words;

/** What nearly every screen looks like: a bar with the lock, something that scrolls, and the next step at the bottom. */
public final class Page {
    private static final Duration SLOW = Duration.millis(300);

    private final BorderPane node = new BorderPane();
    private final HBox bar = new HBox();
    private final VBox body = Parts.column(12);
    private final ScrollPane scroll = Parts.scroll(body);
    private final VBox bottom = Parts.column(8);
    private final Words words;
    private final Shell shell;

    public Page(Shell shell, Words words) {
        this.shell = shell;
        this.words = words;
        node.getStyleClass().add("page");
        bar.getStyleClass().add("bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        body.getStyleClass().add("page-body");
        bottom.getStyleClass().add("bottom");
        node.setCenter(scroll);
    }

    /** A bar that says where one is. */
    public Page titled(String title) {
        return bar(barTitle(title));
    }

    /** The same with the way to language, size of the words and contrast. */
    public Page titledWithSettings(String title, Node... more) {
        return bar(Stream.concat(
                        Stream.concat(Stream.of(barTitle(title)), Stream.of(more)), Stream.of(settings(shell, words)))
                .toArray(Node[]::new));
    }

    /** The way to language, size of the words and contrast. */
    public static Button settings(Shell shell, Words words) {
        Button button = Parts.letterButton("Aa", words.of("settings.open"), shell::settings);
        button.setId("settings-open");
        return button;
    }

    public Page titledWithBack(String title, Runnable back) {
        return withBack(back(back), barTitle(title));
    }

    /** A bar of these nodes, and the lock at its end. */
    public Page bar(Node... nodes) {
        bar.getChildren().setAll(nodes);
        if (shell.mayLock()) {
            bar.getChildren().add(lockButton());
        }
        node.setTop(bar);
        return this;
    }

    /** The same where the first is the way back, which stands at the edge. */
    public Page withBack(Node... nodes) {
        bar.getStyleClass().add("has-back");
        return bar(nodes);
    }

    public Button back(Runnable back) {
        Button button = Parts.iconButton(Material2AL.CHEVRON_LEFT, words.of("back"), back);
        button.setId("back");
        return button;
    }

    private Button lockButton() {
        Button button = Parts.iconButton(Material2AL.LOCK, words.of("lock"), shell::lock);
        button.setId("lock");
        return button;
    }

    private static Label barTitle(String title) {
        Label label = Parts.text(title, "bar-title");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    /** A text that says that a slow reading is under way, from 300 ms on, until something else stands there. */
    public Page reading(VBox where) {
        PauseTransition slow = new PauseTransition(SLOW);
        slow.setOnFinished(event -> {
            if (where.getChildren().isEmpty() && node.getScene() != null) {
                Label line = Parts.body(words.of("reading"));
                line.setId("reading");
                where.getChildren().add(line);
            }
        });
        // A clock that runs on would keep what stands there, also where the phone locks at once.
        where.getChildren().addListener((Observable children) -> slow.stop());
        slow.play();
        return this;
    }

    public VBox body() {
        return body;
    }

    public ScrollPane scroll() {
        return scroll;
    }

    /** The next step; nothing takes the bar away. */
    public Page bottom(Node... nodes) {
        bottom.getChildren().setAll(nodes);
        node.setBottom(nodes.length == 0 ? null : bottom);
        return this;
    }

    public Parent node() {
        return node;
    }
}

package org.umbral.phone.screen.shell;

import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The few parts that every screen is made of: text that wraps, targets of at least 48 px. */
public final class Parts {
    private static final Set<Ikon> POINTING = Set.of(
            Material2AL.CHEVRON_LEFT,
            Material2AL.CHEVRON_RIGHT,
            Material2AL.ARROW_BACK,
            Material2AL.ARROW_FORWARD,
            Material2MZ.REDO,
            Material2MZ.UNDO,
            Material2MZ.SEND);

    private Parts() {}

    public static Label title(String text) {
        return text(text, "title");
    }

    public static Label section(String text) {
        return text(text, "section");
    }

    public static Label body(String text) {
        return text(text, "body");
    }

    public static Label quiet(String text) {
        return text(text, "quiet");
    }

    /** To be read aloud, so larger than the rest. */
    public static Label aloud(String text) {
        return text(text, "aloud");
    }

    public static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return wrapped(label);
    }

    /** Such as a name that may be long: two lines at most, then dots. */
    public static Label twoLines(String style) {
        Label label = new TwoLines();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return Lines.of(label);
    }

    /** The one obvious next step. */
    public static Button primary(String text, Runnable run) {
        return button(text, "primary", run);
    }

    public static Button secondary(String text, Runnable run) {
        return button(text, "secondary", run);
    }

    /** Something quiet that can be tapped. */
    public static Button link(String text, Runnable run) {
        Button button = button(text, "quiet-link", run);
        button.setMaxWidth(Region.USE_PREF_SIZE);
        return button;
    }

    public static Button withIcon(Button button, Ikon icon) {
        button.setGraphic(icon(icon));
        return button;
    }

    /** A square of 48 px; {@code says} is what a screen reader says. */
    public static Button iconButton(Ikon icon, String says, Runnable run) {
        Button button = new Button();
        button.setGraphic(icon(icon));
        return square(button, says, run);
    }

    /** A square of 48 px with a few letters in it. */
    public static Button letterButton(String letters, String says, Runnable run) {
        return square(new Button(letters), says, run);
    }

    private static Button square(Button button, String says, Runnable run) {
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(says);
        button.setOnAction(event -> run.run());
        return button;
    }

    /** Numbers and codes are read from the left in every language. */
    public static <T extends Node> T fromLeft(T node) {
        node.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return node;
    }

    /** What points along the line of reading points the other way where one reads from the right. */
    public static FontIcon icon(Ikon icon) {
        FontIcon made = new FontIcon(icon);
        if (POINTING.contains(icon)) {
            made.effectiveNodeOrientationProperty()
                    .addListener(property -> made.setScaleX(
                            made.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? -1 : 1));
        }
        return made;
    }

    public static FontIcon icon(Ikon icon, String style) {
        FontIcon made = icon(icon);
        made.getStyleClass().add(style);
        return made;
    }

    /** A whole row to tap, with a mark that shows whether it is chosen; {@code several} makes the mark a box. */
    public static ToggleButton choice(String text, boolean several) {
        ToggleButton row = new ToggleButton(text);
        row.getStyleClass().add("choice");
        row.setMaxWidth(Double.MAX_VALUE);
        wrapped(row);
        FontIcon mark = new FontIcon(mark(several, false));
        row.setGraphic(mark);
        row.selectedProperty()
                .addListener((ObservableValue<? extends Boolean> property, Boolean was, Boolean is) ->
                        mark.setIconCode(mark(several, is)));
        return row;
    }

    private static Ikon mark(boolean several, boolean chosen) {
        if (several) {
            return chosen ? Material2AL.CHECK_BOX : Material2AL.CHECK_BOX_OUTLINE_BLANK;
        }
        return chosen ? Material2MZ.RADIO_BUTTON_CHECKED : Material2MZ.RADIO_BUTTON_UNCHECKED;
    }

    /** Equal halves or thirds beside each other; below each other where a word would not fit. */
    public static Region beside(Node... nodes) {
        for (Node node : nodes) {
            if (node instanceof Region region) {
                region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            }
        }
        return new Beside(nodes);
    }

    /** What a screen reader says at each field inside: the label above it, and which part of it this is. */
    public static <T extends Node> T named(T node, String label) {
        if (node instanceof TextInputControl field && field.getAccessibleText() == null) {
            String prompt = field.getPromptText();
            field.setAccessibleText(prompt == null || prompt.isBlank() ? label : label + ", " + prompt);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> named(child, label));
            parent.getChildrenUnmodifiable().addListener((ListChangeListener<Node>)
                    change -> change.getList().forEach(child -> named(child, label)));
        }
        return node;
    }

    /** Beside each other, each as wide as it must be and one as wide as it can; below each other where they do not fit. */
    public static Region filled(Node growing, Node... nodes) {
        return new Filled(growing, nodes);
    }

    /** Takes a node away without a gap, or brings it back. */
    public static void hide(Node node, boolean hidden) {
        node.setVisible(!hidden);
        node.setManaged(!hidden);
    }

    /** An icon and a sentence beside it. */
    public static HBox line(Node icon, Labeled text) {
        HBox row = new HBox(8, icon, text);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        return row;
    }

    public static VBox card(Node... nodes) {
        VBox card = column(8, nodes);
        card.getStyleClass().add("card");
        return card;
    }

    /** A card that is one target: for finger, keyboard and screen reader. */
    public static VBox tappable(VBox card, String says, Runnable run) {
        card.setFocusTraversable(true);
        card.setAccessibleRole(AccessibleRole.BUTTON);
        card.setAccessibleText(says);
        card.getStyleClass().add("tappable");
        card.setMinHeight(Region.USE_PREF_SIZE);
        card.setOnMouseClicked(event -> run.run());
        card.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                run.run();
            }
        });
        return card;
    }

    public static VBox column(double gap, Node... nodes) {
        VBox column = new VBox(gap, nodes);
        column.setFillWidth(true);
        return column;
    }

    public static ScrollPane scroll(Node content) {
        return scrolls(new ScrollPane(content));
    }

    /** Up and down alone, as wide as the screen. */
    static ScrollPane scrolls(ScrollPane scroll) {
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        return scroll;
    }

    private static Button button(String text, String style, Runnable run) {
        Button button = new Button(text);
        button.getStyleClass().add(style);
        button.setMaxWidth(Double.MAX_VALUE);
        wrapped((ButtonBase) button);
        button.setOnAction(event -> run.run());
        return button;
    }

    private static <T extends Labeled> T wrapped(T labeled) {
        labeled.setWrapText(true);
        labeled.setMinHeight(Region.USE_PREF_SIZE);
        return Lines.of(labeled);
    }
}

package org.umbral.phone.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.testing.TestPhone;

/** What a monkey does to one scene: one visible, enabled control at a time. Used on the UI thread. */
final class Paws {
    private static final List<String> WORDS = List.of(
            "Ana", "Ficticio", "María José", "زلمی", "Prueba", "12", "2026", "1985", "555-0100", "A000-000-012", "x");
    /** They lead away from where something is written, or take it back. */
    private static final Set<String> RELUCTANT = Set.of(
            "back",
            "lock",
            "leave",
            "stopped",
            "discard",
            "consent-refuse",
            "consent-refuse-yes",
            "cross",
            "settings-open",
            "remove-person",
            "outbox-line",
            "minimum-stop",
            "closing-done",
            "search");

    /** A text that was typed into a field of the catalogue. */
    record Typed(TextInputControl input, String field, String text) {}

    private final Random choice;
    private @Nullable Typed typed;

    Paws(Random choice) {
        this.choice = choice;
    }

    /** Another process: what was typed before is nobody's. */
    void forget() {
        typed = null;
    }

    /** Does something; returns what, by the id of the control. */
    String act(Scene scene) {
        List<Node> all = new ArrayList<>();
        collect(scene.getRoot(), all);
        int dice = choice.nextInt(100);
        Optional<Node> lock = find(all, "unlock-field");
        if (lock.isPresent() && dice < 90) {
            ((TextInputControl) lock.get()).setText(TestPhone.WORDS);
            find(all, "unlock").ifPresent(open -> ((ButtonBase) open).fire());
            return "unlock";
        }
        if (dice < 3) {
            Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            Event.fireEvent(
                    target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return "escape";
        }
        if (dice < 6) {
            scene.getRoot().lookupAll(".scroll-pane").forEach(one -> ((ScrollPane) one).setVvalue(choice.nextDouble()));
            return "scroll";
        }
        List<Node> able = all.stream().filter(Paws::isAble).toList();
        return able.isEmpty() ? "nothing" : use(scene, pick(able));
    }

    private Node pick(List<Node> able) {
        Optional<Node> next = find(able, "next");
        if (next.isPresent() && choice.nextInt(8) == 0) {
            return next.get();
        }
        List<Node> inputs =
                able.stream().filter(TextInputControl.class::isInstance).toList();
        if (!inputs.isEmpty() && choice.nextInt(3) == 0) {
            return inputs.get(choice.nextInt(inputs.size()));
        }
        Node node = able.get(choice.nextInt(able.size()));
        for (int again = 0; again < 4 && isReluctant(node); again++) {
            node = able.get(choice.nextInt(able.size()));
        }
        return node;
    }

    private boolean isReluctant(Node node) {
        String id = name(node);
        // Else it reads notices all day and never comes to a question.
        boolean stays = id.startsWith("notice-")
                || id.startsWith("consent.") && id.endsWith(".REFUSED")
                || node instanceof ToggleButton chosen && chosen.isSelected()
                || node.getId() == null;
        return RELUCTANT.contains(id) || (stays || id.equals("hold")) && choice.nextInt(3) > 0;
    }

    private String use(Scene scene, Node node) {
        String name = name(node);
        if (typed != null && name.startsWith(typed.field() + ".")) {
            // Another answer to the same question takes the place of the text.
            typed = null;
        }
        if (node instanceof TextInputControl input) {
            type(scene, input);
        } else if (node instanceof ButtonBase button) {
            // As a finger does it: the field that was typed into is left first. A screen reader leaves the keyboard
            // there.
            if (button.isFocusTraversable() && choice.nextBoolean()) {
                button.requestFocus();
            }
            button.fire();
        } else if (node instanceof ListView<?> list) {
            if (!list.getItems().isEmpty()) {
                list.getSelectionModel().select(choice.nextInt(list.getItems().size()));
                click(list);
            }
        } else {
            click(node);
        }
        return name;
    }

    private void type(Scene scene, TextInputControl input) {
        input.requestFocus();
        String word = WORDS.get(choice.nextInt(WORDS.size()));
        switch (choice.nextInt(6)) {
            case 0 -> input.clear();
            case 1 -> input.deletePreviousChar();
            case 2, 3 -> input.appendText(" " + word);
            default -> input.replaceText(0, input.getLength(), word + " " + WORDS.get(choice.nextInt(WORDS.size())));
        }
        typed = new Typed(
                input,
                name(input),
                Objects.requireNonNullElse(input.getText(), "").strip());
        int after = choice.nextInt(4);
        if (after == 0 && input instanceof TextField) {
            input.fireEvent(new ActionEvent());
        } else if (after < 3) {
            scene.getRoot().requestFocus();
        }
    }

    /** The last text that was typed, once its field was left and the screen says that all is saved; told once. */
    Optional<Typed> leftAndSaved(@Nullable Scene scene, Catalogue catalogue) {
        Typed now = typed;
        if (now == null || scene == null || now.input().getScene() != scene) {
            typed = null;
            return Optional.empty();
        }
        boolean saved =
                scene.lookup("#saved") instanceof Label label && label.getText().matches("(Saved|Guardado) ✓");
        boolean isText = catalogue
                .field(now.field())
                .map(Field::type)
                .filter(type -> type == FieldType.TEXT || type == FieldType.LONG_TEXT)
                .isPresent();
        if (!saved || !isText || now.input().isFocused() || now.text().isEmpty()) {
            return Optional.empty();
        }
        typed = null;
        return now.text().equals(now.input().getText().strip()) ? Optional.of(now) : Optional.empty();
    }

    private static void click(Node node) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        1,
                        1,
                        1,
                        1,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private static void collect(Node node, List<Node> into) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        into.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static boolean isAble(Node node) {
        return node instanceof ButtonBase
                || node instanceof TextInputControl
                || node instanceof ListView
                || node.getOnMouseClicked() != null;
    }

    private static Optional<Node> find(List<Node> all, String id) {
        return all.stream().filter(node -> id.equals(node.getId())).findFirst();
    }

    private static String name(Node node) {
        return node.getId() == null ? node.getClass().getSimpleName() : node.getId();
    }
}

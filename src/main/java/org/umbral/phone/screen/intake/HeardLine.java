package org.umbral.phone.screen.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/**
 * At the top of a sitting in which a case is taken up again: how the worker knows what is added now, and when it was
 * heard where that is not now. Nothing is chosen beforehand; it can be skipped.
 */
final class HeardLine {
    private final Shell shell;
    private final IntakeModel model;
    private final HowHeard heard;
    private final Words words;
    private final VBox node = Parts.column(8);
    private Optional<MomentEditor> moment = Optional.empty();
    private boolean small;
    private boolean answered;

    HeardLine(Shell shell, IntakeModel model) {
        this.shell = shell;
        this.model = model;
        this.heard = model.heard();
        this.words = model.words();
        node.setId("heard-line");
        show();
    }

    Node node() {
        return node;
    }

    /** On the steps that follow an unanswered question is one line. */
    void movedOn() {
        flush();
        small = !answered;
        show();
    }

    void flush() {
        moment.ifPresent(MomentEditor::flush);
    }

    private void show() {
        moment = Optional.empty();
        node.getChildren().clear();
        Parts.hide(node, !heard.isAsked());
        if (!heard.isAsked()) {
            return;
        }
        if (answered) {
            node.getChildren().add(said());
        } else if (small) {
            Button open = Parts.withIcon(
                    Parts.secondary(words.of("heard.ask"), () -> {
                        small = false;
                        show();
                    }),
                    Material2AL.HEARING);
            open.setId("heard-open");
            node.getChildren().add(open);
        } else {
            node.getChildren().add(heard.asksWhen() ? when() : how());
        }
    }

    private Node how() {
        Chips chips = new Chips();
        List<Button> all = new ArrayList<>();
        Field field = model.catalogue().field(HowHeard.MODE).orElseThrow();
        for (String code : field.choices()) {
            Button chip = new Button(words.find("heard." + code).orElseGet(() -> words.choice(field.id(), code)));
            chip.getStyleClass().add("chip");
            chip.setId("heard." + code);
            chip.setOnAction(event -> {
                model.write(ItemId.CASE, HowHeard.MODE, Value.text(code));
                answered = !heard.asksWhen();
                show();
            });
            all.add(chip);
        }
        chips.show(all);
        return Parts.card(Parts.text(words.of("heard.ask"), "bold-line"), chips, skip());
    }

    private Node when() {
        MomentEditor editor = new MomentEditor(shell, words, "heard.when", value -> {
            model.write(ItemId.CASE, HowHeard.MOMENT, value);
            if (heard.when().isPresent()) {
                answered = true;
                show();
            }
        });
        moment = Optional.of(editor);
        return Parts.card(Parts.text(words.of("heard.when"), "bold-line"), editor.node(), skip());
    }

    private Node skip() {
        Button skip = Parts.link(words.of("heard.skip"), () -> {
            if (heard.how().isEmpty()) {
                heard.skip();
            } else {
                answered = true;
            }
            show();
        });
        skip.setId("heard-skip");
        return skip;
    }

    private Node said() {
        String how = heard.how()
                .map(one -> words.choice(HowHeard.MODE.text(), one.name()))
                .orElse("");
        String text = heard.when()
                .map(when -> words.of("heard.said.when", how, words.at(when.toInstant())))
                .orElse(how);
        Label label = Parts.quiet(text);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Button change = Parts.link(words.of("field.change"), () -> {
            answered = false;
            heard.askAgain();
            show();
        });
        change.setId("heard-change");
        HBox line = new HBox(8, Parts.icon(Material2AL.HEARING, "quiet-icon"), label, change);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }
}

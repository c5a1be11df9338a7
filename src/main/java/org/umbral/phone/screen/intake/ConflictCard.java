package org.umbral.phone.screen.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Said;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;

/** Two people wrote apart: both answers with who, when and how they knew, and a button that settles it. */
final class ConflictCard {
    private final IntakeModel model;
    private final Field field;
    private final ItemId item;
    private final VBox node = Parts.card();
    private Optional<Answer> shown = Optional.empty();

    ConflictCard(IntakeModel model, Field field, ItemId item) {
        this.model = model;
        this.field = field;
        this.item = item;
        node.getStyleClass().add("wait");
        node.setId(field.id() + ".conflict");
        refresh();
    }

    Node node() {
        return node;
    }

    void refresh() {
        Optional<Answer> now = model.answer(item, field.fieldId()).filter(Answer::isConflict);
        Parts.hide(node, now.isEmpty());
        if (!now.equals(shown)) {
            shown = now;
            node.getChildren().clear();
            now.ifPresent(this::show);
        }
    }

    private void show(Answer answer) {
        Words words = model.words();
        node.getChildren().add(Parts.text(words.of("field.conflict.title"), "wait-text"));
        Map<Value, Held> values = new LinkedHashMap<>();
        answer.held().forEach(held -> values.putIfAbsent(held.value(), held));
        int number = 0;
        for (Held held : values.values()) {
            String said = Said.value(words, field, held.value());
            Button keep = Parts.secondary(
                    words.of("field.conflict.keep"), () -> model.write(item, field.fieldId(), held.value()));
            keep.setId(field.id() + ".keep." + ++number);
            keep.setAccessibleText(words.of("field.conflict.keep") + ": " + said);
            node.getChildren()
                    .add(Parts.column(
                            4,
                            Parts.text(said.isBlank() ? words.of("field.conflict.empty") : said, "bold-line"),
                            Parts.quiet(from(held.entry())),
                            keep));
        }
    }

    private String from(Entry entry) {
        Words words = model.words();
        boolean staff = entry.author().isClinic();
        String how = staff
                ? words.of("field.conflict.staff")
                : words.choice("CAP-08", entry.known().name());
        return Optional.ofNullable(entry.heard())
                .map(heard -> words.of(
                        "field.conflict.heard",
                        how,
                        words.at(heard.toInstant()),
                        words.at(entry.typed().toInstant())))
                .orElseGet(() -> words.of(
                        "field.conflict.from", how, words.at(entry.typed().toInstant())));
    }
}

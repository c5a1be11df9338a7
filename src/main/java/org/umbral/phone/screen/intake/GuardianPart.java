package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** Of somebody who is, or may be, under 18: which adult answers, how related, and what the child says. */
final class GuardianPart {
    private final IntakeModel model;
    private final Consents consents;
    private final ItemId person;
    private final Words words;
    private final VBox node = Parts.column(8);
    private Optional<List<Object>> shown = Optional.empty();

    GuardianPart(IntakeModel model, Consents consents, ItemId person) {
        this.model = model;
        this.consents = consents;
        this.person = person;
        this.words = model.words();
        refresh();
    }

    Node node() {
        return node;
    }

    void refresh() {
        Guardian guardian = consents.guardian(person);
        List<ItemId> adults = adults();
        List<Object> now =
                List.of(guardian, adults, adults.stream().map(model::nameOf).toList());
        if (!shown.equals(Optional.of(now))) {
            shown = Optional.of(now);
            make(guardian, adults);
        }
    }

    private List<ItemId> adults() {
        return model.people().stream()
                .filter(other -> !other.equals(person) && !model.protocols().mayBeChild(other))
                .toList();
    }

    private void make(Guardian guardian, List<ItemId> adults) {
        ToggleButton child = Parts.choice(words.of("consent.child"), true);
        child.setId("consent-child" + (model.people().indexOf(person) + 1));
        child.setSelected(guardian.isNeeded());
        child.setOnAction(event -> say(guardian.needed(child.isSelected())));
        node.getChildren().setAll(child);
        if (!guardian.isNeeded()) {
            return;
        }
        node.getChildren().add(Parts.text(words.of("consent.child.who"), "field-label"));
        for (ItemId adult : adults) {
            row(model.nameOf(adult), guardian.adult().filter(adult::equals).isPresent(), guardian.by(adult));
        }
        row(words.of("consent.child.nobody"), isNobody(guardian), guardian.nobody());
        if (guardian.adult().isPresent()) {
            choice("CON-08A", guardian.relationship(), code -> say(guardian.related(code)));
            choice("CON-08B", guardian.paperSeen(), code -> say(guardian.seen(code)));
        }
        if (guardian.isKnown()) {
            choice("CON-09", guardian.assent(), code -> say(guardian.assents(code)));
        }
    }

    private static boolean isNobody(Guardian guardian) {
        return guardian.relationship().filter("NOBODY"::equals).isPresent();
    }

    private void row(String text, boolean chosen, Guardian then) {
        ToggleButton row = Parts.choice(text, false);
        row.setSelected(chosen);
        row.setId("guardian-"
                + then.adult().map(adult -> model.people().indexOf(adult) + 1).orElse(0));
        row.setOnAction(event -> say(then));
        node.getChildren().add(row);
    }

    private void choice(String field, Optional<String> value, Consumer<String> said) {
        model.catalogue().field(field).ifPresent(known -> {
            Consumer<Value> write = one -> one.asText().ifPresent(said);
            Editor editor = known.choices().isEmpty()
                    ? new YesNoEditor(words, field, write)
                    : new ChoiceEditor(words, known, write);
            editor.show(value.map(Value::text));
            node.getChildren().addAll(Parts.text(words.field(field), "field-label"), editor.node());
        });
    }

    private void say(Guardian now) {
        consents.guardian(person, now);
        refresh();
    }
}

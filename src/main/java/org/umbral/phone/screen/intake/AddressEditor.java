package org.umbral.phone.screen.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.umbral.phone.screen.shell.Parts;
import org.umbral.phone.screen.shell.Shell;
import org.umbral.phone.screen.words.Places;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.doubt.Doubt;

/** Street, city, region and code, the country last; any part may stay empty. */
final class AddressEditor implements Editor {
    private static final List<String> TYPED = List.of("street", "city", "region", "code");
    private static final String COUNTRY = "country";
    private static final int LONGEST = 120;

    private final Map<String, TextEditor> boxes = new LinkedHashMap<>();
    private final PickEditor country;
    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Consumer<Value> write;
    private final Function<Value, List<Doubt>> doubts;
    private final Below below;
    private final VBox node;

    AddressEditor(
            Shell shell,
            Words words,
            String id,
            String label,
            Function<Value, List<Doubt>> doubts,
            Consumer<Value> write) {
        this.write = write;
        this.doubts = doubts;
        this.below = new Below(words, id);
        TYPED.forEach(part -> boxes.put(part, box(words, id, label, part)));
        country = new PickEditor(
                shell,
                words,
                words.of("address.country"),
                id + "." + COUNTRY,
                Places.countries(words, List.of("USA", "MEX")),
                value -> put(COUNTRY, value));
        country.empty(words.of("address.country"));
        HBox regionAndCode = new HBox(8, node("region"), node("code"));
        HBox.setHgrow(node("region"), Priority.ALWAYS);
        box("code").input().setPrefWidth(124);
        box("code").input().setMinWidth(124);
        node = Parts.column(8, node("street"), node("city"), regionAndCode, country.node(), below.node());
    }

    private TextEditor box(Words words, String id, String label, String part) {
        String said = words.of("address." + part);
        return TextEditor.line(
                        words,
                        id + "." + part,
                        typed -> Reading.of(Value.text(typed.strip()), List.of()),
                        value -> put(part, value))
                .most(LONGEST)
                .prompt(said)
                .named(label + ", " + said);
    }

    private TextEditor box(String part) {
        return java.util.Objects.requireNonNull(boxes.get(part));
    }

    private Node node(String part) {
        return box(part).node();
    }

    private void put(String part, Value value) {
        parts.put(part, value.asText().orElse(""));
        Value whole = value();
        write.accept(whole);
        below.show("", doubts.apply(whole), doubt -> {});
    }

    private Value value() {
        var json = Json.object();
        parts.forEach((part, text) -> {
            if (!text.isBlank()) {
                json.put(part, text);
            }
        });
        return json.isEmpty() ? Value.text("") : new Value(json);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Optional<Value> value) {
        Optional<Value> shown = value.filter(Value::isAnswer);
        // Told in one piece, it stands where the street is until somebody sorts it.
        Optional<String> inOne = shown.flatMap(Value::asText);
        parts.clear();
        for (String part : TYPED) {
            Optional<String> text =
                    shown.flatMap(one -> one.part(part)).or(() -> part.equals("street") ? inOne : Optional.empty());
            text.ifPresent(one -> parts.put(part, one));
            box(part).show(text.map(Value::text));
        }
        Optional<String> code = shown.flatMap(one -> one.part(COUNTRY));
        code.ifPresent(one -> parts.put(COUNTRY, one));
        country.show(code.map(Value::text));
        below.show("", shown.map(doubts).orElse(List.of()), doubt -> {});
    }

    @Override
    public void flush() {
        boxes.values().forEach(TextEditor::flush);
    }
}

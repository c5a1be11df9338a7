package org.umbral.shared.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.Json;

/**
 * What was written, as JSON that is kept and passed on even where the reader does not know the field. The typed views
 * answer empty where the value is of another form; nothing is ever lost by that.
 *
 * <p>A question that was asked without an answer is a value too, since a blank must say why it is blank: {@link
 * #unanswered}.
 */
public record Value(JsonNode json) {
    /** Why a question has no answer (domain notes §2.0); a declined question is not asked again. */
    public enum Unanswered {
        DECLINED,
        PERSON_DOES_NOT_KNOW,
        NOT_APPLICABLE
    }

    private static final String UNANSWERED = "unanswered";
    private static final String TEXT = "text";

    public static Value text(String text) {
        return new Value(TextNode.valueOf(text));
    }

    public static Value number(int number) {
        return new Value(IntNode.valueOf(number));
    }

    public static Value flag(boolean flag) {
        return new Value(BooleanNode.valueOf(flag));
    }

    public static Value choices(List<String> codes) {
        var array = Json.array();
        codes.forEach(array::add);
        return new Value(array);
    }

    public static Value unanswered(Unanswered why) {
        return new Value(Json.object().put(UNANSWERED, why.name()));
    }

    /** A text as it was typed, beside which what was understood of it may stand: {@link #with}. */
    public Optional<String> asText() {
        JsonNode text = json.isObject() ? json.path(TEXT) : json;
        return text.isTextual() ? Optional.of(text.textValue()) : Optional.empty();
    }

    /** This text with what was understood of it beside it; what was typed stays what is read. */
    public Value with(String name, String understood) {
        return new Value(Json.object().put(TEXT, asText().orElse("")).put(name, understood));
    }

    /** What stands beside the text, or a part of a value that has parts. */
    public Optional<String> part(String name) {
        JsonNode part = json.path(name);
        return part.isTextual() ? Optional.of(part.textValue()) : Optional.empty();
    }

    public Optional<Integer> asNumber() {
        return json.isInt() ? Optional.of(json.intValue()) : Optional.empty();
    }

    public boolean isTrue() {
        return json.isBoolean() && json.booleanValue();
    }

    /** The codes of a several-choice value; a single text is a list of one. */
    public List<String> asChoices() {
        List<String> codes = new ArrayList<>();
        if (json.isTextual()) {
            codes.add(json.textValue());
        } else if (json.isArray()) {
            json.forEach(code -> codes.add(code.asText()));
        }
        return List.copyOf(codes);
    }

    public Optional<Unanswered> whyUnanswered() {
        String why = json.path(UNANSWERED).asText();
        for (Unanswered known : Unanswered.values()) {
            if (known.name().equals(why)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** True where there is an answer, not only a reason for having none or an emptied field. */
    public boolean isAnswer() {
        return whyUnanswered().isEmpty()
                && !json.isNull()
                && !(json.isTextual() && json.textValue().isBlank())
                && !(json.isContainerNode() && json.isEmpty());
    }

    /** The value was here once; who knew it has forgotten it. */
    public boolean isForgotten() {
        return json.isNull();
    }

    /** Never the value: entries reach logs and exceptions through {@code toString}. */
    @Override
    public String toString() {
        return "Value";
    }
}

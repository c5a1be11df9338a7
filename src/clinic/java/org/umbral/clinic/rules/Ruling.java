package org.umbral.clinic.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Rule;

/**
 * An attorney's word on one line of one case, in the case's journal: it need not be there, or an attorney has looked. What is
 * said of a rule that reads what only some staff read stands where only attorneys read it.
 *
 * @param item of the ruling itself
 * @param about what the line is about
 * @param entry who said it, and when
 */
public record Ruling(
        String prefix, ItemId item, String rule, int version, String about, Word word, String reason, Entry entry) {
    private static final String OPEN = "RUL";
    private static final String CLOSED = "RUA";
    private static final List<String> PROTECTIVE = List.of("TAKEN_BACK", "LOOKED");

    /** What was said; stored by name. */
    public enum Word {
        WAIVED,
        LOOKED,
        TAKEN_BACK
    }

    /** One part of what is written. */
    public record Part(FieldId field, Value value) {}

    /** Those that count now. */
    static List<Ruling> in(CaseFile file) {
        List<Ruling> rulings = new ArrayList<>();
        for (String prefix : List.of(OPEN, CLOSED)) {
            file.items().values().stream()
                    .filter(item -> item.state() != Item.State.REMOVED)
                    .flatMap(item -> read(prefix, item).stream())
                    .filter(ruling -> ruling.word() != Word.TAKEN_BACK)
                    .forEach(rulings::add);
        }
        return rulings;
    }

    /** What an attorney writes on a new item. */
    public static List<Part> parts(Catalogue catalogue, Rule rule, ItemId about, Word word, String reason) {
        String prefix = RuleFields.isClosed(catalogue, rule) ? CLOSED : OPEN;
        return List.of(
                new Part(field(prefix, 1), Value.text(rule.id())),
                new Part(field(prefix, 2), Value.number(rule.version())),
                new Part(field(prefix, 3), Value.text(about.path())),
                new Part(field(prefix, 4), Value.text(word.name())),
                new Part(field(prefix, 5), Value.text(reason)));
    }

    /** The field that says what was said. */
    public FieldId wordField() {
        return field(prefix, 4);
    }

    boolean isOn(Rule of, ItemId line) {
        return rule.equals(of.id()) && version == of.version() && about.equals(line.path());
    }

    private static Optional<Ruling> read(String prefix, Item item) {
        Optional<Answer> word = item.answer(field(prefix, 4));
        Optional<String> rule = item.text(field(prefix, 1).text());
        if (word.isEmpty() || rule.isEmpty()) {
            return Optional.empty();
        }
        Held said = word.get().held().get(0);
        return word.get()
                .mostProtective(PROTECTIVE)
                .asText()
                .map(Word::valueOf)
                .map(one -> new Ruling(
                        prefix,
                        item.id(),
                        rule.get(),
                        number(item, prefix),
                        item.text(field(prefix, 3).text()).orElse(""),
                        one,
                        item.text(field(prefix, 5).text()).orElse(""),
                        said.entry()));
    }

    private static int number(Item item, String prefix) {
        return item.answer(field(prefix, 2))
                .flatMap(Answer::settled)
                .flatMap(Value::asNumber)
                .orElse(0);
    }

    private static FieldId field(String prefix, int number) {
        return new FieldId(prefix + "-0" + number);
    }
}

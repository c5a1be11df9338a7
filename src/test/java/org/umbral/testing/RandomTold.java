package org.umbral.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Group;

/** Cases that could have been told: any field of a catalogue, answered in its form, refused, or left out. */
public final class RandomTold {
    private final Catalogue catalogue;
    private final Random random;

    public RandomTold(Catalogue catalogue, Random random) {
        this.catalogue = catalogue;
        this.random = random;
    }

    public ToldCase next() {
        ToldCase told = new ToldCase();
        for (Group group : catalogue.groups()) {
            List<String> parents =
                    group.parent() == null ? List.of("") : List.of(group.parent() + "0/", group.parent() + "1/");
            for (String parent : parents) {
                int items = group.several() ? random.nextInt(3) : 1;
                for (int i = 0; i < items; i++) {
                    fill(told, group, group.several() ? parent + group.id() + i : "case");
                }
            }
        }
        return told;
    }

    private void fill(ToldCase told, Group group, String item) {
        double told01 = random.nextDouble();
        for (Field field : catalogue.fieldsOf(group.id())) {
            if (random.nextDouble() < told01) {
                told.with(item, field.id(), value(told, field));
            }
        }
    }

    private Value value(ToldCase told, Field field) {
        if (field.refusable() && random.nextInt(8) == 0) {
            return Value.unanswered(any(List.of(Value.Unanswered.values())));
        }
        return switch (field.type()) {
            case CHOICE -> Value.text(any(field.choices()));
            case CHOICES ->
                Value.choices(field.choices().stream()
                        .filter(code -> random.nextBoolean())
                        .toList());
            case YES_NO_UNKNOWN -> Value.text(any(List.of("YES", "NO", "UNKNOWN")));
            case FLAG -> Value.flag(random.nextBoolean());
            case PARTIAL_DATE -> date().toValue();
            case NUMBER, MONEY -> Value.number(random.nextInt(5));
            case REFERENCE, REFERENCES ->
                Value.choices(List.of(told.item((field.of() == null ? "person" : field.of()) + "0")
                        .path()));
            case ADDRESS -> new Value(Json.object().put("street", any(List.of("", "PO Box 1", "Calle Ficticia 1"))));
            default -> Value.text(any(List.of("", "FICTICIO", "000000012")));
        };
    }

    private PartialDate date() {
        LocalDate day = LocalDate.of(2026, 11, 21).minusDays(random.nextInt(random.nextBoolean() ? 40 : 20_000));
        return random.nextBoolean() ? PartialDate.of(day) : PartialDate.ofYear(day.getYear());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}

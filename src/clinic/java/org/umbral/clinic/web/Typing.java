package org.umbral.clinic.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Fit;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.doubt.ANumber;
import org.umbral.shared.doubt.Telephone;
import org.umbral.shared.doubt.Typed;

/**
 * What was typed into the boxes of a field, as a value, read as leniently as the phone reads it.
 *
 * @param region whose telephone numbers are typed without a country's code
 * @param kind of a way to find somebody (PER-28A), as the same form says it
 */
record Typing(LocalDate today, ZoneId zone, String region, String kind) {
    private static final Set<String> TELEPHONES = Set.of("PHONE", "WHATSAPP", "SIGNAL");
    private static final String CONTACT = "PER-28";

    /** A value, or the code of what is wrong with what was typed; words for it are under {@code misfit.<code>}. */
    record Read(Value value, Optional<String> problem) {}

    Read read(Field field, Boxes boxes) {
        try {
            Value value = value(field, boxes);
            return new Read(value, Fit.problem(field, value, today));
        } catch (DateTimeException | IllegalArgumentException noSuchDay) {
            return new Read(Value.text(""), Optional.of("no-such-date"));
        } catch (AskThePerson missing) {
            return new Read(Value.text(""), Optional.of(missing.reason()));
        }
    }

    private Value value(Field field, Boxes boxes) throws AskThePerson {
        if (!boxes.isAnswered()) {
            String why = boxes.one(Boxes.WHY);
            return why.isEmpty() ? emptied(field) : Value.unanswered(Value.Unanswered.valueOf(why));
        }
        String typed = boxes.one(Boxes.ONLY);
        return switch (field.type()) {
            case CHOICES, REFERENCES -> Value.choices(boxes.all(Boxes.ONLY));
            case FLAG -> Value.flag(typed.equals(Boxes.YES));
            case NUMBER -> Typed.whole(typed).map(Value::number).orElseGet(() -> Value.text(typed));
            case MONEY -> Typed.dollars(typed).map(Value::number).orElseGet(() -> Value.text(typed));
            case A_NUMBER -> Value.text(ANumber.read(typed).orElse(typed));
            case TELEPHONE -> telephone(typed);
            case MOMENT ->
                Value.text(LocalDateTime.parse(typed)
                        .atZone(zone)
                        .toOffsetDateTime()
                        .toString());
            case PARTIAL_DATE -> date(boxes);
            case ADDRESS -> address(boxes);
            default -> field.id().equals(CONTACT) && TELEPHONES.contains(kind) ? telephone(typed) : Value.text(typed);
        };
    }

    private static Value emptied(Field field) {
        return switch (field.type()) {
            case FLAG -> Value.flag(false);
            case CHOICES, REFERENCES -> Value.choices(List.of());
            default -> Value.text("");
        };
    }

    /** What is for emergencies only stays as typed, and is refused where it is a person's telephone. */
    private Value telephone(String typed) {
        return Telephone.hear(typed, region).value(typed).orElseGet(() -> Value.text(typed));
    }

    private Value date(Boxes boxes) throws AskThePerson {
        if (!boxes.one("from").isEmpty()) {
            int from = whole(boxes, "from");
            int to = boxes.one("to").isEmpty() ? from : whole(boxes, "to");
            return PartialDate.ofAge(Math.min(from, to), Math.max(from, to), today, about(boxes), boxes.one("spoken"))
                    .toValue();
        }
        if (boxes.one("year").isEmpty()) {
            boolean halfTyped =
                    !boxes.one("day").isEmpty() || !boxes.one("month").isEmpty();
            if (halfTyped || boxes.one("spoken").isEmpty()) {
                throw new AskThePerson("year-missing");
            }
            return PartialDate.spoken(boxes.one("spoken")).toValue();
        }
        if (!boxes.one("day").isEmpty() && boxes.one("month").isEmpty()) {
            throw new AskThePerson("month-missing");
        }
        String calendar = boxes.one("calendar");
        PartialDate date = new PartialDate(
                calendar.isEmpty() ? PartialDate.Calendar.GREG : PartialDate.Calendar.valueOf(calendar),
                year(boxes),
                boxes.one("month").isEmpty() ? null : Integer.valueOf(whole(boxes, "month")),
                boxes.one("day").isEmpty() ? null : Integer.valueOf(whole(boxes, "day")),
                about(boxes),
                boxes.one("spoken"));
        if (date.earliest().isEmpty() || date.latest().isEmpty()) {
            throw new AskThePerson("no-such-date");
        }
        return date.toValue();
    }

    private static boolean about(Boxes boxes) {
        return !boxes.one("about").isEmpty();
    }

    /** Nobody says which century "85" is of. */
    private static int year(Boxes boxes) throws AskThePerson {
        int year = whole(boxes, "year");
        if (year < 1000) {
            throw new AskThePerson("year-missing");
        }
        return year;
    }

    private static int whole(Boxes boxes, String name) throws AskThePerson {
        return Typed.whole(boxes.one(name)).orElseThrow(() -> new AskThePerson("no-such-date"));
    }

    private static Value address(Boxes boxes) {
        var address = Json.object();
        Boxes.ADDRESS.forEach(part -> {
            if (!boxes.one(part).isEmpty()) {
                address.put(part, boxes.one(part));
            }
        });
        return new Value(address);
    }
}

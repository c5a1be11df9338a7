package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.function.Supplier;
import org.umbral.phone.screen.words.Words;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.doubt.ANumber;
import org.umbral.shared.doubt.Doubts;
import org.umbral.shared.doubt.Telephone;
import org.umbral.shared.doubt.Typed;

/** How typed text becomes a value, by the kind of field; what is not understood stays as it was typed. No controls. */
final class Readers {
    private Readers() {}

    static Reading.Reader text(Field field, Supplier<Doubts> doubts) {
        return typed -> {
            Value value = Value.text(typed.strip());
            return Reading.of(value, doubts.get().of(field, value));
        };
    }

    static Reading.Reader aNumber(Field field, Supplier<Doubts> doubts) {
        return new Reading.Reader() {
            @Override
            public Reading read(String typed) {
                Value value = Value.text(ANumber.read(typed).orElse(typed.strip()));
                return Reading.of(value, doubts.get().of(field, value));
            }

            @Override
            public String shown(Value value) {
                return ANumber.shown(value.asText().orElse(""));
            }
        };
    }

    static Reading.Reader money(Field field, Supplier<Doubts> doubts) {
        return new Reading.Reader() {
            @Override
            public Reading read(String typed) {
                Value value = Typed.dollars(typed).map(Value::number).orElseGet(() -> Value.text(typed.strip()));
                return Reading.of(value, doubts.get().of(field, value));
            }

            @Override
            public String shown(Value value) {
                return value.asNumber().map(String::valueOf).or(value::asText).orElse("");
            }
        };
    }

    static Reading.Reader number(Field field, Supplier<Doubts> doubts) {
        return new Reading.Reader() {
            @Override
            public Reading read(String typed) {
                Value value = Typed.whole(typed).map(Value::number).orElseGet(() -> Value.text(typed.strip()));
                return Reading.of(value, doubts.get().of(field, value));
            }

            @Override
            public String shown(Value value) {
                return value.asNumber().map(String::valueOf).or(value::asText).orElse("");
            }
        };
    }

    /** The number in groups stands beside what was typed; its country is that of the field unless it names one. */
    static Reading.Reader telephone(Words words, Supplier<String> region) {
        return new Reading.Reader() {
            @Override
            public Reading read(String typed) {
                Telephone.Heard heard = Telephone.hear(typed, region.get());
                boolean asks =
                        heard.doubt().filter(doubt -> doubt.offer().isPresent()).isPresent();
                String fact = heard.e164().isPresent() && !asks ? words.of("telephone.understood", heard.shown()) : "";
                return new Reading(
                        heard.value(typed), fact, heard.doubt().map(List::of).orElse(List.of()));
            }

            @Override
            public String understood(Value value) {
                return value.part(Telephone.E164)
                        .map(number -> words.of("telephone.understood", Telephone.shown(number)))
                        .orElse("");
            }
        };
    }

    /** A way to find a person, read by its kind. */
    static Reading.Reader contact(
            Words words, Supplier<String> kind, Supplier<String> region, Reading.Reader other, Reading.Reader mail) {
        Reading.Reader telephone = telephone(words, region);
        return new Reading.Reader() {
            @Override
            public Reading read(String typed) {
                return switch (kind.get()) {
                    case "PHONE", "WHATSAPP", "SIGNAL" -> telephone.read(typed);
                    case "EMAIL" -> mail.read(typed);
                    default -> other.read(typed);
                };
            }

            @Override
            public String understood(Value value) {
                return telephone.understood(value);
            }
        };
    }

    /** A number whose kind another field tells. */
    static Reading.Reader numberOf(Supplier<String> kind, Supplier<Doubts> doubts) {
        return typed -> {
            Value value = Value.text(typed.strip());
            return Reading.of(value, doubts.get().ofNumber(kind.get(), value));
        };
    }

    /** An address of electronic mail in a field of another type. */
    static Reading.Reader email(Supplier<Doubts> doubts) {
        return typed -> {
            Value value = Value.text(typed.strip());
            return Reading.of(value, doubts.get().ofEmail(value));
        };
    }
}

package org.umbral.phone.screen.intake;

import java.util.Optional;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/**
 * Who answers for a child, or perhaps a child (domain notes CON-08, CON-09).
 *
 * @param isNeeded whether somebody has to: the worker says so, since nothing is known before consent
 * @param adult a person of the case
 * @param relationship a code of CON-08A; NOBODY where only the child answers
 * @param paperSeen a code of CON-08B
 * @param assent a code of CON-09: what the child says
 */
record Guardian(
        boolean isNeeded,
        Optional<ItemId> adult,
        Optional<String> relationship,
        Optional<String> paperSeen,
        Optional<String> assent) {
    static final Guardian NONE =
            new Guardian(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** As the consents of a person say, else what is known of the person's age. */
    static Guardian of(IntakeModel model, ItemId person) {
        for (Item row : model.catalogue().items(model.file(), "consent", person)) {
            if (row.has("CON-08") || row.has("CON-08A") || row.has("CON-09")) {
                return new Guardian(
                        true,
                        row.text("CON-08").map(ItemId::new),
                        row.text("CON-08A"),
                        row.text("CON-08B"),
                        row.text("CON-09"));
            }
        }
        return NONE.needed(model.protocols().mayBeChild(person));
    }

    Guardian needed(boolean now) {
        return now ? new Guardian(true, adult, relationship, paperSeen, assent) : NONE;
    }

    /** Another adult may be related in another way, with another paper. */
    Guardian by(ItemId who) {
        return new Guardian(true, Optional.of(who), Optional.empty(), Optional.empty(), assent);
    }

    /** Nobody of age answers: the child alone. */
    Guardian nobody() {
        return new Guardian(true, Optional.empty(), Optional.of("NOBODY"), Optional.empty(), assent);
    }

    Guardian related(String code) {
        return new Guardian(true, adult, Optional.of(code), paperSeen, assent);
    }

    Guardian seen(String code) {
        return new Guardian(true, adult, relationship, Optional.of(code), assent);
    }

    Guardian assents(String code) {
        return new Guardian(true, adult, relationship, paperSeen, Optional.of(code));
    }

    /** Whether the worker has said who answers. */
    boolean isKnown() {
        return !isNeeded || adult.isPresent() || relationship.isPresent();
    }

    void write(ConsentRow row) throws Failure {
        write(row, "CON-08", adult.map(ItemId::path));
        write(row, "CON-08A", relationship);
        write(row, "CON-08B", paperSeen);
        write(row, "CON-09", assent);
    }

    private static void write(ConsentRow row, String field, Optional<String> value) throws Failure {
        if (value.isPresent() || row.isHeld(field)) {
            row.write(field, Value.text(value.orElse("")));
        }
    }
}

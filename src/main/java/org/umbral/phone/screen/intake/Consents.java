package org.umbral.phone.screen.intake;

import java.util.List;
import java.util.Optional;
import org.umbral.phone.Intake;
import org.umbral.shared.Bug;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** The consents of the principal person, one item for each purpose (domain notes §2.2). No controls. */
public final class Consents {
    /** Without these two nothing about a person is written down. */
    static final List<String> NEEDED = List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC");

    public static final String PHOTOGRAPH = "PHOTOGRAPH_DOCUMENTS";
    /** What is asked on the phone; the rest is the clinic's to ask. */
    static final List<String> ASKED =
            List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC", PHOTOGRAPH, "CONTACT_SPONSOR", "ANONYMOUS_STATISTICS");

    private static final String NOTICE = "N1 v1, N2 v1";
    private static final FieldId PURPOSE = new FieldId("CON-02");
    private static final FieldId DECISION = new FieldId("CON-03");

    private final IntakeModel model;
    private final Intake intake;

    public Consents(IntakeModel model, Intake intake) {
        this.model = model;
        this.intake = intake;
    }

    /** GIVEN, REFUSED, WITHDRAWN or NOT_ASKED; empty where nothing was said. */
    Optional<String> decision(String purpose) {
        return item(model.file(), purpose)
                .flatMap(item -> model.answer(item, DECISION))
                .flatMap(answer -> answer.mostProtective(List.of("WITHDRAWN", "REFUSED", "NOT_ASKED"))
                        .asText());
    }

    public boolean isGiven(String purpose) {
        return decision(purpose).filter("GIVEN"::equals).isPresent();
    }

    public boolean isDoorOpen() {
        return NEEDED.stream().allMatch(this::isGiven);
    }

    /** Writes what was answered, in which language the notice was read and how the answer was given. */
    public void decide(String purpose, String decision, String language, String how) {
        ItemId person = model.principal().orElseThrow(() -> new Bug("the person is found before the first question"));
        model.save(() -> {
            CaseFile now = intake.read(model.id());
            Optional<ItemId> found = item(now, purpose);
            ItemId item = found.isPresent() ? found.get() : intake.newItem(model.id(), "consent", person);
            write(item, "CON-02", purpose);
            write(item, "CON-01", person.path());
            write(item, "CON-04", NOTICE + ", " + language);
            write(item, "CON-05", language);
            write(item, "CON-06", how);
            // The answer last: whoever reads half of it must not find a consent that does not say to what.
            write(item, "CON-03", decision);
        });
    }

    private void write(ItemId item, String field, String value) throws Failure {
        intake.write(model.id(), item, new FieldId(field), Value.text(value));
    }

    private Optional<ItemId> item(CaseFile file, String purpose) {
        return model.principal()
                .flatMap(person -> model.catalogue().items(file, "consent", person).stream()
                        .filter(item -> item.answer(PURPOSE).stream()
                                .flatMap(answer -> answer.held().stream())
                                .anyMatch(held -> held.value().asChoices().contains(purpose)))
                        .map(Item::id)
                        .findFirst());
    }
}

package org.umbral.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.umbral.phone.Intake;
import org.umbral.phone.Question;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Questions;
import org.umbral.shared.casefile.Value;

/** What a worker does on the phone; every text that a call returned from is promised. */
final class PhoneSteps {
    private static final int MOST_CASES = 2;
    private static final FieldId REASON = new FieldId("GRD-03");

    private final ModelPhone phone;
    private final Promised promised;
    private final List<Held> cases = new ArrayList<>();

    /** A case of the vault that is open, and what texts can be written to in it. */
    private record Held(CaseId id, ItemId person, ItemId evidence, Map<ItemId, FieldId> items, Set<String> asked) {}
    /** Of each case the texts that are not cut into an entry yet. */
    private final Map<CaseId, Map<String, ItemId>> drafts = new HashMap<>();

    PhoneSteps(ModelPhone phone, Promised promised) {
        this.phone = phone;
        this.promised = promised;
    }

    /** What the vault held is readable no more. */
    void crossed() {
        cases.clear();
        drafts.clear();
    }

    /** Its start cut every draft. */
    void killed() {
        drafts.clear();
    }

    /** False where it is not for the phone. */
    boolean play(LineStep.Kind kind, Random choice) throws Failure, IOException {
        if (kind == LineStep.Kind.NEW_CASE) {
            begin();
            return true;
        } else if (kind == LineStep.Kind.READ_LETTERS) {
            phone.intake().tidy();
            return true;
        }
        if (cases.isEmpty()) {
            return kind.compareTo(LineStep.Kind.STAFF_OPEN) < 0;
        }
        Held one = cases.get(choice.nextInt(cases.size()));
        switch (kind) {
            case EDIT -> edit(one, choice);
            case ADD_ITEM -> add(one);
            case REMOVE_ITEM -> remove(one, choice);
            case PHOTO -> photo(one);
            case CUT -> {
                phone.intake().leave(one.id());
                drafts.remove(one.id());
            }
            case ANSWER -> answer(one);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Everybody has the same name and birth date, so that staff find that they are one. */
    private void begin() throws Failure {
        if (cases.size() == MOST_CASES) {
            return;
        }
        Intake intake = phone.intake();
        CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = intake.catalogue()
                .items(intake.read(id), "person", ItemId.CASE)
                .get(0)
                .id();
        for (String purpose : List.of("COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS")) {
            ItemId consent = intake.newItem(id, "consent", person);
            intake.write(id, consent, new FieldId("CON-02"), Value.text(purpose));
            intake.write(id, consent, new FieldId("CON-03"), Value.text("GIVEN"));
        }
        intake.write(id, person, new FieldId("PER-02"), Value.text("Ana FICTICIA"));
        intake.write(id, person, new FieldId("PER-11"), PartialDate.ofYear(1986).toValue());
        ItemId evidence = intake.newItem(id, "evidence", ItemId.CASE);
        intake.write(id, evidence, new FieldId("EVD-02"), Value.text("DOCTOR_LETTER"));
        Map<ItemId, FieldId> items = new HashMap<>();
        items.put(ItemId.CASE, REASON);
        items.put(person, new FieldId("PER-03"));
        items.put(evidence, new FieldId("EVD-06"));
        cases.add(new Held(id, person, evidence, items, new HashSet<>()));
    }

    private void edit(Held one, Random choice) throws Failure {
        List<ItemId> items = one.items().keySet().stream().sorted().toList();
        ItemId item = choice.nextBoolean() ? one.person() : items.get(choice.nextInt(items.size()));
        write(one, item, Objects.requireNonNull(one.items().get(item)));
    }

    private void add(Held one) throws Failure {
        ItemId contact = phone.intake().newItem(one.id(), "contact", one.person());
        one.items().put(contact, new FieldId("PER-28"));
        write(one, contact, new FieldId("PER-28"));
    }

    private void write(Held one, ItemId item, FieldId field) throws Failure {
        String text = promised.nextText();
        Set<String> seen = inFront(one.id(), item, field);
        phone.intake().write(one.id(), item, field, Value.text(text));
        promised.wrote(new Promised.Text(text, false, one.id(), item, field, seen));
        drafts.computeIfAbsent(one.id(), none -> new HashMap<>()).put(text, item);
    }

    /** A text that a worker wrote counts as seen even where only a stub of it is left. */
    private Set<String> inFront(CaseId id, ItemId item, FieldId field) throws Failure {
        Set<String> seen = promised.ofPhone(id, item, field);
        seen.addAll(Texts.of(phone.intake().read(id), item, field));
        return seen;
    }

    private void remove(Held one, Random choice) throws Failure {
        List<ItemId> contacts = one.items().keySet().stream()
                .filter(item -> item.parent().equals(Optional.of(one.person())))
                .sorted()
                .toList();
        if (contacts.isEmpty()) {
            return;
        }
        ItemId item = contacts.get(choice.nextInt(contacts.size()));
        CaseFile before = phone.intake().read(one.id());
        if (before.item(item).isEmpty()) {
            return;
        }
        Set<String> seen =
                inFront(one.id(), item, Objects.requireNonNull(one.items().get(item)));
        phone.intake().remove(one.id(), item);
        one.items().remove(item);
        Map<String, ItemId> draft = drafts.getOrDefault(one.id(), new HashMap<>());
        draft.forEach((text, of) -> {
            if (item.holds(of)) {
                promised.withdrawn(text);
            }
        });
        draft.values().removeIf(item::holds);
        promised.removed(new Promised.Removal(one.id(), item, seen));
    }

    private void photo(Held one) throws Failure, IOException {
        phone.intake().addPhoto(one.id(), one.evidence(), phone.capture());
        promised.photographed();
    }

    private void answer(Held one) throws Failure {
        for (Question question : phone.intake().questions(one.id())) {
            if (one.asked().add(question.id())) {
                String text = promised.nextText();
                ItemId item = Questions.itemOf(question.id());
                phone.intake().answer(one.id(), question.id(), text);
                promised.wrote(new Promised.Text(text, false, one.id(), item, Questions.ANSWER, Set.of()));
                promised.happened("questions answered");
            }
        }
    }
}

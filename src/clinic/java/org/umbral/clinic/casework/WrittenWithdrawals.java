package org.umbral.clinic.casework;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Desk.Change;
import org.umbral.clinic.casework.Desk.Changes;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.catalogue.Catalogue;

/** Writes a withdrawal as one save through the desk: that alone makes the case vanish (see {@link CaseFacts}). */
record WrittenWithdrawals(Desk desk, Catalogue catalogue, SecureRandom random) implements Withdrawals {
    private static final FieldId WHEN = new FieldId("CON-12");
    private static final FieldId VIA = new FieldId("CON-12A");
    private static final FieldId SCOPE = new FieldId("CON-13");
    private static final FieldId SIGNS = new FieldId("CAS-13A");
    private static final String VIOLENCE = "DV_SIGN";
    private static final String GIVEN = "GIVEN";
    private static final Map<String, HowKnown> KNOWN =
            Map.of("PHONE_CALL", HowKnown.PHONE_CALL, "IN_PERSON", HowKnown.FACE_TO_FACE, "LETTER", HowKnown.LETTER);

    @Override
    public void withdraw(StaffSession session, CaseId id, Told told) throws AskThePerson, TryAgain {
        if (!session.role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        CaseFile file = desk.open(session, id).caseFile();
        boolean isPerson = catalogue.items(file, "person", ItemId.CASE).stream()
                .anyMatch(person -> person.id().equals(told.person()));
        if (!isPerson) {
            throw new AskThePerson("no-such-person");
        }
        List<Change> changes = new ArrayList<>();
        for (ItemId consent : consents(file, told.person())) {
            boolean isNew = file.item(consent).isEmpty();
            if (isNew) {
                changes.add(change(file, consent, CaseFacts.PURPOSE, Value.text("COLLECT_AND_STORE")));
            }
            changes.add(change(file, consent, CaseFacts.DECISION, Value.text(CaseFacts.WITHDRAWN)));
            changes.add(change(file, consent, WHEN, Value.text(told.when().toString())));
            changes.add(change(file, consent, VIA, Value.text(told.via())));
            changes.add(change(file, consent, SCOPE, choices(told.scope())));
        }
        if (told.violence()) {
            changes.add(change(file, ItemId.CASE, SIGNS, withViolence(file)));
        }
        HowKnown known = KNOWN.getOrDefault(told.via(), HowKnown.STAFF);
        Desk.Act act = new Desk.Act(Audit.Action.CONSENT_WITHDRAWN, id.text());
        desk.write(session, id, new Changes(known, Optional.of(told.when()), changes, Optional.of(act)));
    }

    @Override
    public void undo(StaffSession session, CaseId id, String why) throws AskThePerson, TryAgain {
        if (session.role() != StaffSession.Role.ATTORNEY) {
            throw new AskThePerson("not-your-role");
        }
        if (Arrays.stream(Why.values()).noneMatch(one -> one.name().equals(why))) {
            throw new AskThePerson("reason-missing");
        }
        CaseFile file = desk.open(session, id).caseFile();
        List<Change> changes = new ArrayList<>();
        for (Item consent : file.items().values()) {
            if (isWithdrawn(consent)) {
                String before = wasGiven(file, consent.id()) ? GIVEN : "NOT_ASKED";
                changes.add(change(file, consent.id(), CaseFacts.DECISION, Value.text(before)));
                changes.add(change(file, consent.id(), WHEN, Value.text("")));
                changes.add(change(file, consent.id(), VIA, Value.text("")));
                changes.add(change(file, consent.id(), SCOPE, Value.choices(List.of())));
            }
        }
        Desk.Act act = new Desk.Act(Audit.Action.WITHDRAWAL_UNDONE, id.text() + " " + why);
        desk.write(session, id, new Changes(HowKnown.STAFF, Optional.empty(), changes, Optional.of(act)));
    }

    /** What the person agreed to, and what the clinic works on; a new consent where there is none of that. */
    private List<ItemId> consents(CaseFile file, ItemId person) {
        List<ItemId> found = new ArrayList<>(catalogue.items(file, "consent", person).stream()
                .filter(consent -> isForWork(consent) || holds(consent, CaseFacts.DECISION, GIVEN))
                .map(Item::id)
                .toList());
        boolean any = found.stream().flatMap(id -> file.item(id).stream()).anyMatch(WrittenWithdrawals::isForWork);
        if (!any) {
            // One in each intake that knows the person.
            for (ItemId here : ids(file, person)) {
                found.add(here.child(random));
            }
        }
        return found;
    }

    private static boolean isForWork(Item consent) {
        return CaseFacts.FOR_WORK.stream().anyMatch(purpose -> holds(consent, CaseFacts.PURPOSE, purpose));
    }

    private static boolean isWithdrawn(Item consent) {
        return holds(consent, CaseFacts.DECISION, CaseFacts.WITHDRAWN);
    }

    private static boolean holds(Item item, FieldId field, String code) {
        return item.answer(field).stream()
                .flatMap(answer -> answer.held().stream())
                .anyMatch(held -> held.value().asChoices().contains(code));
    }

    /** In each intake that asked about it. */
    private static boolean wasGiven(CaseFile file, ItemId consent) {
        List<List<Write>> decisions = ids(file, consent).stream()
                .map(id -> file.entries().values().stream()
                        .flatMap(entry -> entry.writes().stream())
                        .filter(write ->
                                write.item().equals(id) && write.field().equals(CaseFacts.DECISION))
                        .toList())
                .filter(writes -> !writes.isEmpty())
                .toList();
        return decisions.stream()
                .allMatch(writes -> writes.stream()
                        .anyMatch(write -> write.value().asChoices().contains(GIVEN)));
    }

    /** Under which entries write to it: one id where the case is of one intake. */
    private static Set<ItemId> ids(CaseFile file, ItemId item) {
        Set<ItemId> ids = new TreeSet<>(List.of(item));
        file.item(item).ifPresent(known -> ids.addAll(known.sameAs()));
        return ids;
    }

    private static Value withViolence(CaseFile file) {
        TreeSet<String> signs = new TreeSet<>(List.of(VIOLENCE));
        file.answer(ItemId.CASE, SIGNS).stream()
                .flatMap(answer -> answer.held().stream())
                .forEach(held -> signs.addAll(held.value().asChoices()));
        return choices(signs);
    }

    private static Value choices(Collection<String> codes) {
        return Value.choices(codes.stream().sorted().toList());
    }

    private static Change change(CaseFile file, ItemId item, FieldId field, Value value) {
        return new Change(item, field, value, file.seen(item, field));
    }
}

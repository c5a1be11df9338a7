package org.umbral.model;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Joins;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.casefile.WriteId;

/** What staff do at the desk: they open, write for phones and for themselves, settle, ask, join and take apart. */
final class StaffSteps {
    private static final Set<String> OF_TEXTS = Set.of("PER-03", "GRD-03", "EVD-06", "EVD-11A", "PER-28");

    private final ModelClinic clinic;
    private final Promised promised;
    private final SecureRandom random;

    StaffSteps(ModelClinic clinic, Promised promised, SecureRandom random) {
        this.clinic = clinic;
        this.promised = promised;
        this.random = random;
    }

    void play(LineStep.Kind kind, Random choice) throws Failure {
        List<Desk.QueueRow> queue = desk().queue(clinic.parts().paralegal());
        if (queue.isEmpty()) {
            return;
        }
        CaseId id = queue.get(choice.nextInt(queue.size())).id();
        switch (kind) {
            case STAFF_OPEN -> open(id);
            case STAFF_EDIT -> edit(id, choice);
            case STAFF_SETTLE -> settle(id);
            case STAFF_ASK -> ask(id);
            case JOIN_CASES -> join();
            case TAKE_APART -> takeApart();
            default -> throw new IllegalStateException("nobody plays " + kind);
        }
    }

    private void ask(CaseId id) throws Failure {
        try {
            desk().ask(clinic.parts().paralegal(), id, "¿Quién la acompaña?", Optional.empty());
        } catch (AskThePerson e) {
            if (!e.reason().equals("no-phone-to-ask")) {
                throw e;
            }
            promised.happened("questions refused until the phone joins again");
        }
    }

    private Desk desk() {
        return clinic.parts().desk();
    }

    private CaseFile open(CaseId id) throws Failure {
        return desk().open(clinic.parts().paralegal(), id).caseFile();
    }

    /** Of something that stands there, or of a contact that staff add. */
    private void edit(CaseId id, Random choice) throws Failure {
        CaseFile file = open(id);
        List<Write> known = new ArrayList<>();
        for (Write write : Texts.every(file).values()) {
            if (OF_TEXTS.contains(write.field().text())) {
                known.add(write);
            } else if (write.field().text().equals("EVD-02")) {
                known.add(new Write(new FieldId("EVD-11A"), write.item(), write.value(), write.seen()));
            }
        }
        if (known.isEmpty()) {
            return;
        }
        Write about = known.get(choice.nextInt(known.size()));
        ItemId item = file.item(about.item()).orElseThrow().id();
        if (about.field().text().equals("PER-28") && choice.nextInt(3) == 0) {
            item = item.parent().orElseThrow().child(random);
        }
        // Nobody writes below a person whose own words are still on the way.
        if (item.parent()
                .filter(parent ->
                        !parent.equals(ItemId.CASE) && file.item(parent).isEmpty())
                .isEmpty()) {
            write(file, item, about.field());
        }
    }

    /** The first conflict among the texts. */
    private void settle(CaseId id) throws Failure {
        CaseFile file = open(id);
        for (Map.Entry<ItemId, Item> item : file.items().entrySet()) {
            for (FieldId field : item.getValue().answers().keySet()) {
                boolean conflict = item.getValue().answer(field).orElseThrow().isConflict();
                if (conflict && OF_TEXTS.contains(field.text())) {
                    write(file, item.getKey(), field);
                    promised.happened("conflicts settled");
                    return;
                }
            }
        }
    }

    private void write(CaseFile file, ItemId item, FieldId field) throws Failure {
        String text = promised.nextText();
        Set<WriteId> ids = file.seen(item, field);
        Set<String> seen = Texts.of(file, item, field);
        desk().write(
                        clinic.parts().paralegal(),
                        file.id(),
                        new Desk.Changes(
                                HowKnown.PHONE_CALL,
                                Optional.empty(),
                                List.of(new Desk.Change(item, field, Value.text(text), ids))));
        promised.wrote(found(open(file.id()), text, seen));
    }

    /** In cases that are one a write goes to the case and the item that it came from. */
    private static Promised.Text found(CaseFile after, String text, Set<String> seen) {
        List<Promised.Text> found = new ArrayList<>();
        for (Entry entry : after.entries().values()) {
            for (Write write : entry.writes()) {
                if (write.value().asText().equals(Optional.of(text))) {
                    found.add(new Promised.Text(text, true, entry.caseId(), write.item(), write.field(), seen));
                }
            }
        }
        if (found.size() != 1) {
            throw new IllegalStateException("what staff wrote stands " + found.size() + " times: " + text);
        }
        return found.get(0);
    }

    private void join() throws Failure {
        List<Suggestion> all = clinic.parts().lookalikes().all(clinic.parts().attorney());
        Joins joins = clinic.parts().joins();
        if (!all.isEmpty()) {
            Suggestion one = all.get(0);
            boolean proposed = joins.of(clinic.parts().attorney(), one.first(), one.second()).stream()
                    .anyMatch(join -> join.state() == Joins.State.PROPOSED);
            if (!proposed) {
                joins.propose(clinic.parts().paralegal(), one.first(), one.second());
            }
            joins.approve(clinic.parts().attorney(), one.first(), one.second());
            promised.happened("cases joined");
        }
    }

    private void takeApart() throws Failure {
        Joins joins = clinic.parts().joins();
        for (Joins.Join join : joins.all(clinic.parts().paralegal())) {
            if (join.state() == Joins.State.JOINED) {
                joins.takeApart(clinic.parts().paralegal(), join.first(), join.second(), "They are two.");
                promised.happened("cases taken apart");
                return;
            }
        }
    }
}

package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.umbral.clinic.casework.Leaving;
import org.umbral.clinic.casework.Leaving.Purpose;
import org.umbral.clinic.casework.WaysOut;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.ItemId;

/** Says what a copy of a case would hold and which consent it needs. */
record ExportViews(WaysOut.Leaf leaf, Visit visit, CatalogueWords said) {
    ExportView view(String passphrase) {
        Ledgers ledgers = new Ledgers(leaf, visit.staff(), said, visit.moments());
        List<ExportView.Person> people = people(ledgers);
        return new ExportView(
                leaf.page().caseFile().id().text(),
                people.isEmpty()
                        ? said.words().say("queue.no-name")
                        : people.get(0).name(),
                leaf.page().code(),
                people,
                leaf.leaving().audiences().contains(Audience.SPONSOR),
                Arrays.stream(Purpose.values())
                        .map(purpose -> choice(purpose, ledgers.ledger(purpose)))
                        .toList(),
                passphrase);
    }

    private List<ExportView.Person> people(Ledgers ledgers) {
        List<ItemId> ids = leaf.leaving().consents(Purpose.CLINIC_FILE).stream()
                .map(Leaving.Consent::person)
                .toList();
        List<ExportView.Person> people = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            int place = i;
            String name =
                    leaf.page().caseFile().item(ids.get(i)).map(ledgers::nameOf).orElse("");
            people.add(new ExportView.Person(
                    name,
                    Arrays.stream(Purpose.values())
                            .map(purpose -> decision(
                                    leaf.leaving().consents(purpose).get(place).decision()))
                            .toList()));
        }
        return people;
    }

    private String decision(String code) {
        String known = code.isEmpty() ? "NOT_ASKED" : code;
        return said.words().ownIfAny("out.consent." + known).orElseGet(() -> said.choice("CON-03", known));
    }

    private ExportView.Choice choice(Purpose purpose, Ledger ledger) {
        Words words = said.words();
        boolean withKey = purpose == Purpose.CLINIC_FILE;
        int photos =
                ledger.evidence().stream().mapToInt(proof -> (int) proof.here()).sum();
        List<String> holds = new ArrayList<>();
        holds.add(words.say("out.holds.facts"));
        holds.add(words.say("out.holds.photos", photos));
        if (withKey) {
            holds.add(words.say("out.holds.envelopes", leaf.entries().size() + photos));
        }
        if (ledger.heldBack() > 0) {
            holds.add(words.say("out.left.photos-held", ledger.heldBack()));
        }
        if (withKey && leaf.heldBack() > 0) {
            holds.add(words.say("out.left.envelopes-held", leaf.heldBack()));
        }
        String refused = leaf.leaving()
                .refusal(purpose)
                .map(reason -> words.say("failure." + reason))
                .orElse("");
        return new ExportView.Choice(
                purpose.name(),
                words.say("out.choice." + purpose.name()),
                words.say("out.choice." + purpose.name() + ".why"),
                said.choice("CON-02", purpose.consent()),
                holds,
                refused,
                withKey);
    }
}

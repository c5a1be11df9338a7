package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Field;

/** Consent as one line for each purpose: the answer first, then how it was given. */
final class ConsentCards {
    private static final String GROUP = "consent";
    private static final String PURPOSE = "CON-02";
    private static final String DECISION = "CON-03";

    private final Facts facts;
    private final CatalogueWords said;
    private final History history;

    ConsentCards(Facts facts, CatalogueWords said, History history) {
        this.history = history;
        this.facts = facts;
        this.said = said;
    }

    /** One card for each person who was asked. */
    List<CaseView.Card> all() {
        Map<ItemId, String> names = new LinkedHashMap<>();
        facts.items("person").forEach(person -> names.put(person.id(), facts.name(person)));
        Map<ItemId, List<CaseView.Fact>> byPerson = new LinkedHashMap<>();
        List<Item> inOrder = facts.items(GROUP).stream()
                .sorted(Comparator.comparingInt(this::place))
                .toList();
        for (Item consent : inOrder) {
            ItemId asked = consent.id().parent().orElse(ItemId.CASE);
            byPerson.computeIfAbsent(asked, person -> new ArrayList<>()).addAll(lines(consent));
        }
        return byPerson.entrySet().stream()
                .map(card -> new CaseView.Card(
                        names.getOrDefault(card.getKey(), ""),
                        false,
                        card.getValue(),
                        "",
                        List.of(),
                        history.of(card.getKey(), GROUP::equals)))
                .toList();
    }

    /** Where the purpose stands among the choices of the catalogue. */
    private int place(Item consent) {
        List<String> purposes =
                said.catalogue().field(PURPOSE).map(Field::choices).orElse(List.of());
        return consent.text(PURPOSE).map(purposes::indexOf).orElse(-1);
    }

    private List<CaseView.Fact> lines(Item consent) {
        List<CaseView.Fact> known = facts.of(consent, GROUP, List.of()).stream()
                .filter(fact -> !fact.id().equals(PURPOSE) || fact.conflict())
                .toList();
        String purpose =
                consent.text(PURPOSE).map(code -> said.choice(PURPOSE, code)).orElseGet(() -> said.field(PURPOSE));
        List<CaseView.Fact> lines = new ArrayList<>();
        known.stream().filter(CaseView.Fact::conflict).forEach(fact -> {
            boolean decision = fact.id().equals(DECISION);
            lines.add(new CaseView.Fact(
                    fact.id(), decision ? purpose : fact.label(), true, fact.values(), fact.settle()));
        });
        List<CaseView.Fact> settled =
                known.stream().filter(fact -> !fact.conflict()).toList();
        if (!settled.isEmpty()) {
            lines.add(new CaseView.Fact(
                    DECISION,
                    purpose,
                    false,
                    List.of(Facts.inOneLine(settled, facts.links().edit(GROUP, consent.id())))));
        }
        return lines;
    }
}

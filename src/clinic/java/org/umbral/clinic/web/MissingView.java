package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Readiness;

/**
 * What is missing, as the phone lists it for the same entries: information, no judgement.
 *
 * @param parts plain sentences about the case, then about each of its people
 * @param rules the version of the rules that were asked
 */
record MissingView(List<Part> parts, String rules) {
    /** @param title whose list it is; empty for the case itself */
    record Part(String title, List<String> lines) {}

    /** @param people names by their items; where there are several each has a list of their own */
    static MissingView of(Readiness readiness, CatalogueWords said, ValueWords values, Map<ItemId, String> people) {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("", new ArrayList<>());
        if (people.size() > 1) {
            people.values().forEach(name -> parts.put(name, new ArrayList<>()));
        }
        for (Readiness.Gap gap : readiness.gaps()) {
            String whose = people.size() > 1 ? whose(gap.item(), people) : "";
            parts.computeIfAbsent(whose, none -> new ArrayList<>()).add(line(gap, said, values));
        }
        return new MissingView(
                parts.entrySet().stream()
                        .filter(part -> !part.getValue().isEmpty())
                        .map(part -> new Part(part.getKey(), part.getValue()))
                        .toList(),
                readiness.version());
    }

    private static String whose(ItemId item, Map<ItemId, String> people) {
        return people.entrySet().stream()
                .filter(person -> person.getKey().holds(item))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String line(Readiness.Gap gap, CatalogueWords said, ValueWords values) {
        String about = gap.about().map(named -> said(named, said, values)).orElseGet(() -> unnamed(gap, said));
        String left =
                gap.left().stream().map(named -> said(named, said, values)).collect(Collectors.joining(", "));
        return gap.rule().forEach() == null
                ? said.gap(gap.rule().id())
                : said.gap(gap.rule().id(), about, left);
    }

    private static String unnamed(Readiness.Gap gap, CatalogueWords said) {
        String group = gap.rule().forEach();
        return group == null ? "" : said.group(group);
    }

    private static String said(Readiness.Named named, CatalogueWords said, ValueWords values) {
        return said.catalogue()
                .field(named.field())
                .map(field -> values.of(field, named.value()))
                .orElse("");
    }
}

package org.umbral.clinic.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Item;

/**
 * The clinic's list as it stood when a request was sent, in words.
 *
 * @param title when, and by which rules
 * @param lines what was not there then, or waived
 * @param present how many lines were there
 */
record KeptList(String title, List<String> lines, int present) {
    /** Empty where the reader may not read it, or nobody kept one. */
    static Optional<KeptList> of(Item request, Facts facts, CatalogueWords said, Moments moments) {
        return said.catalogue()
                .field(KeptLists.KEPT)
                .filter(facts.links().access()::mayRead)
                .flatMap(field -> request.text(field.id()))
                .flatMap(text -> read(text, facts, said, moments));
    }

    private static Optional<KeptList> read(String text, Facts facts, CatalogueWords said, Moments moments) {
        try {
            JsonNode json = Json.tree(text);
            List<String> lines = new ArrayList<>();
            int present = 0;
            for (JsonNode line : json.path("lines")) {
                if (line.path("state").asText().equals("PRESENT")) {
                    present++;
                } else {
                    lines.add(line(line, facts, said));
                }
            }
            String at = moments.exact(Instant.parse(json.path("at").asText()));
            String title = said.words().say("work.list", at, json.path("rules").asText());
            return Optional.of(new KeptList(title, lines, present));
        } catch (GiveUp | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static String line(JsonNode line, Facts facts, CatalogueWords said) {
        String rule = line.path("rule").asText();
        String item = line.path("item").asText();
        String whose = facts.people().entrySet().stream()
                .filter(person -> item.equals(person.getKey().path())
                        || item.startsWith(person.getKey().path() + "/"))
                .map(person -> " (" + person.getValue() + ")")
                .findFirst()
                .orElse("");
        String why = line.path("why").asText();
        boolean counts = line.path("counts").asBoolean();
        return rule + " · " + said.gap(rule, "…", "").replace(": …", "") + whose + " · "
                + said.words().say("rules.state." + line.path("state").asText())
                + (counts ? "" : " · " + said.words().say("rules.unconfirmed"))
                + (why.isEmpty() ? "" : " · " + why);
    }
}

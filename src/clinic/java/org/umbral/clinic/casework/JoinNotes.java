package org.umbral.clinic.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.umbral.clinic.store.JoinRows;
import org.umbral.clinic.store.LookalikeRows.Pair;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.secret.AesKey;

/**
 * What stands sealed beside a join.
 *
 * @param entry that says it; empty before
 * @param asked consents that it added where one intake did not ask
 */
record JoinNotes(String proposer, String decider, String why, String entry, List<Asked> asked) {
    /** A consent that stands in this case as not asked. */
    record Asked(CaseId id, ItemId item) {}

    JoinNotes {
        asked = List.copyOf(asked);
    }

    static JoinNotes proposedBy(String name) {
        return new JoinNotes(name, "", "", "", List.of());
    }

    JoinNotes decidedBy(String name) {
        return new JoinNotes(proposer, name, why, entry, asked);
    }

    JoinNotes says(String itsEntry, List<Asked> consents) {
        return new JoinNotes(proposer, decider, why, itsEntry, consents);
    }

    JoinNotes because(String reason) {
        return new JoinNotes(proposer, decider, reason, entry, asked);
    }

    byte[] seal(AesKey key, Pair pair) {
        var json = Json.object()
                .put("proposer", proposer)
                .put("decider", decider)
                .put("why", why)
                .put("entry", entry);
        var consents = json.putArray("asked");
        asked.forEach(one -> consents.addObject()
                .put("case", one.id().text())
                .put("item", one.item().path()));
        return key.seal(Json.write(json), place(pair));
    }

    static JoinNotes open(AesKey key, JoinRows.Row row) throws TryAgain {
        try {
            JsonNode json = Json.tree(key.open(row.sealed(), place(pair(row))));
            List<Asked> asked = new ArrayList<>();
            json.path("asked")
                    .forEach(one -> asked.add(new Asked(
                            new CaseId(one.path("case").asText()),
                            new ItemId(one.path("item").asText()))));
            return new JoinNotes(
                    json.path("proposer").asText(),
                    json.path("decider").asText(),
                    json.path("why").asText(),
                    json.path("entry").asText(),
                    asked);
        } catch (GiveUp damaged) {
            throw new TryAgain("stored-case-damaged", damaged);
        }
    }

    static Pair pair(JoinRows.Row row) {
        return new Pair(row.firstCase(), row.firstPerson(), row.secondCase(), row.secondPerson(), false, new byte[0]);
    }

    private static byte[] place(Pair pair) {
        return String.join(
                        "|",
                        "joins",
                        pair.firstCase(),
                        pair.firstPerson(),
                        pair.secondCase(),
                        pair.secondPerson(),
                        "sealed")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "JoinNotes";
    }
}

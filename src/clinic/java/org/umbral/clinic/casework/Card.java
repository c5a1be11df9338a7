package org.umbral.clinic.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.secret.AesKey;

/**
 * What a line of the queue shows of a case, sealed under the staff key in at most {@value #MAX_BYTES} bytes, so that the
 * queue opens no entries (design §6).
 *
 * @param name cut where it would not fit
 * @param followUp day by which somebody should look again, as ISO writes it; empty where nobody said
 * @param assigned ids of those to whom the case was given; {@code assignedNames} are their names
 */
record Card(
        String code,
        String name,
        String situation,
        String urgency,
        boolean conflicts,
        String followUp,
        String assigned,
        String assignedNames) {
    static final int MAX_BYTES = 512;
    static final Card UNREADABLE = new Card("", "", "", "", false, "", "", "");
    private static final int MAX_NAME_BYTES = 160;
    private static final int MAX_CODE_BYTES = 48;
    private static final String ELLIPSIS = "…";

    static Card of(CaseFacts facts) {
        return new Card(
                cut(facts.code(), MAX_CODE_BYTES),
                cut(facts.name(), MAX_NAME_BYTES),
                cut(facts.situation(), MAX_CODE_BYTES),
                cut(facts.urgency(), MAX_CODE_BYTES),
                facts.caseFile().hasConflicts(),
                facts.followUp().map(LocalDate::toString).orElse(""),
                cut(facts.assigned(), MAX_CODE_BYTES),
                cut(facts.assignedNames(), MAX_CODE_BYTES));
    }

    byte[] seal(AesKey key, String caseId) {
        byte[] plain = Json.write(Json.object()
                .put("c", code)
                .put("n", name)
                .put("s", situation)
                .put("u", urgency)
                .put("x", conflicts)
                .put("f", followUp)
                .put("a", assigned)
                .put("w", assignedNames));
        byte[] sealed = key.seal(plain, place(caseId));
        Arrays.fill(plain, (byte) 0);
        if (sealed.length > MAX_BYTES) {
            throw new Bug("a card has at most 512 bytes");
        }
        return sealed;
    }

    /** A damaged card does not keep the others from being shown: its line is empty and its case opens. */
    static Card open(AesKey key, String caseId, byte[] sealed) {
        try {
            JsonNode json = Json.tree(key.open(sealed, place(caseId)));
            return new Card(
                    json.path("c").asText(),
                    json.path("n").asText(),
                    json.path("s").asText(),
                    json.path("u").asText(),
                    json.path("x").asBoolean(),
                    json.path("f").asText(),
                    json.path("a").asText(),
                    json.path("w").asText());
        } catch (GiveUp damaged) {
            return UNREADABLE;
        }
    }

    /** Whole characters only, and so few that their JSON fits: one character may take twelve bytes there. */
    private static String cut(String text, int mostBytes) {
        if (text.length() <= mostBytes && jsonBytes(text) <= mostBytes) {
            return text;
        }
        int characters = Math.min(text.codePointCount(0, text.length()), mostBytes);
        String shorter = text;
        while (characters > 0 && jsonBytes(shorter + ELLIPSIS) > mostBytes) {
            characters--;
            shorter = text.substring(0, text.offsetByCodePoints(0, characters));
        }
        return shorter + ELLIPSIS;
    }

    private static int jsonBytes(String text) {
        return Json.write(TextNode.valueOf(text)).length;
    }

    private static byte[] place(String caseId) {
        return ("cases|" + caseId + "|card").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Card";
    }
}

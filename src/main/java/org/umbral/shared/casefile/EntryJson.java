package org.umbral.shared.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.VerifyingKey;

/**
 * An entry's JSON, format 1, on one line: format, kind, clinic and case first. Names are short where they repeat, since
 * every byte crosses a bad link. What is signed and hashed are these bytes; they are kept as they came.
 */
public final class EntryJson {
    private static final int FORMAT = 1;
    private static final String KIND = "entry";

    private EntryJson() {}

    public static byte[] write(Entry entry) {
        var json = Json.object()
                .put("format", FORMAT)
                .put("kind", KIND)
                .put("clinic", entry.clinic())
                .put("case", entry.caseId().text())
                .put("entry", entry.id().text())
                .put("catalogue", entry.catalogue())
                .put("audience", entry.audience().wireName());
        json.putObject("author")
                .put("person", entry.author().person())
                .put("device", entry.author().device())
                .put("key", entry.author().key().text());
        json.put("sequence", entry.sequence());
        if (entry.previous() != null) {
            json.put("previous", entry.previous().hex());
        }
        if (entry.heard() != null) {
            json.put("heard", entry.heard().toString());
        }
        json.put("typed", entry.typed().toString()).put("known", entry.known().name());
        var writes = json.putArray("writes");
        for (Write write : entry.writes()) {
            var one = writes.addObject().put("field", write.field().text());
            if (!write.item().equals(ItemId.CASE)) {
                one.put("item", write.item().path());
            }
            one.set("value", write.value().json());
            if (!write.seen().isEmpty()) {
                var seen = one.putArray("seen");
                write.seen().forEach(id -> seen.add(id.toString()));
            }
        }
        return Json.write(json);
    }

    /** {@code GiveUp("not-our-format")} where the bytes are no entry of format 1. Unknown fields are kept as writes. */
    public static Entry read(byte[] bytes) throws GiveUp {
        JsonNode json = Json.tree(bytes);
        if (json.path("format").asInt() != FORMAT || !json.path("kind").asText().equals(KIND)) {
            throw new GiveUp("not-our-format");
        }
        try {
            JsonNode author = json.path("author");
            return new Entry(
                    new EntryId(json.path("entry").asText()),
                    json.path("clinic").asText(),
                    new CaseId(json.path("case").asText()),
                    json.path("catalogue").asText(),
                    Audience.ofWireName(json.path("audience").asText()),
                    new Author(
                            author.path("person").asText(),
                            author.path("device").asText(),
                            new VerifyingKey(author.path("key").asText())),
                    json.path("sequence").asInt(),
                    json.hasNonNull("previous")
                            ? new Sha256(json.get("previous").asText())
                            : null,
                    time(json.get("heard")),
                    OffsetDateTime.parse(json.path("typed").asText()),
                    HowKnown.valueOf(json.path("known").asText()),
                    writes(json.path("writes")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new GiveUp("not-our-format");
        }
    }

    private static @Nullable OffsetDateTime time(@Nullable JsonNode json) {
        return json == null || json.isNull() ? null : OffsetDateTime.parse(json.asText());
    }

    private static List<Write> writes(JsonNode json) {
        List<Write> writes = new ArrayList<>();
        for (JsonNode one : json) {
            TreeSet<WriteId> seen = new TreeSet<>();
            one.path("seen").forEach(id -> seen.add(WriteId.parse(id.asText())));
            JsonNode value = one.get("value");
            if (value == null) {
                throw new IllegalArgumentException("a write has a value");
            }
            writes.add(new Write(
                    new FieldId(one.path("field").asText()),
                    new ItemId(one.path("item").asText("")),
                    new Value(value),
                    seen));
        }
        return writes;
    }
}

package org.umbral.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.capture.Draft.Chain;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.Write;

/**
 * An entry as a row of the vault.
 *
 * @param hash of the JSON as it was signed, also after the values were forgotten
 * @param envelope its sealed form in the outbox; null for what staff wrote
 */
record KeptEntry(Entry entry, Sha256 hash, @Nullable Sha256 envelope) {
    /**
     * What a stub keeps: the code, the situation, where items belong, and what was decided about consent (without it
     * nothing could be added, and a withdrawal would be forgotten); of the rest only the writes' ids.
     */
    private static final Set<String> STUB =
            Set.of("CAS-02", "CAS-03", "CAS-08", "CON-02", "CON-03", "SPO-08", "SYS-01", "SYS-02", "SYS-03");

    private static final Value FORGOTTEN = new Value(NullNode.getInstance());

    Optional<Sha256> sealedAs() {
        return Optional.ofNullable(envelope);
    }

    /**
     * The same entry without what anybody said: later writes still supersede what phones wrote, and stand beside what staff
     * did ({@link org.umbral.shared.casefile.CaseFile#seen}).
     */
    KeptEntry asStub() {
        List<Write> writes = entry.writes().stream().map(KeptEntry::emptied).toList();
        Entry empty = entry.with(writes);
        return new KeptEntry(empty, hash, envelope);
    }

    private static Write emptied(Write write) {
        boolean kept = STUB.contains(write.field().text());
        return kept ? write : new Write(write.field(), write.item(), FORGOTTEN, write.seen());
    }

    /** The next place in the chain of an author's entries. */
    static Chain chain(List<KeptEntry> held, String clinic, Author author) {
        int last = 0;
        Sha256 previous = null;
        for (KeptEntry one : held) {
            if (one.entry().author().equals(author) && one.entry().sequence() > last) {
                last = one.entry().sequence();
                previous = one.hash();
            }
        }
        return new Chain(clinic, author, last + 1, previous);
    }

    byte[] write() {
        return Json.write(Json.object()
                .put("hash", hash.hex())
                .put("envelope", envelope == null ? "" : envelope.hex())
                .put("json", new String(EntryJson.write(entry), StandardCharsets.UTF_8)));
    }

    static KeptEntry read(byte[] bytes) throws GiveUp {
        JsonNode json = Json.tree(bytes);
        String envelope = json.path("envelope").asText();
        byte[] entry = json.path("json").asText().getBytes(StandardCharsets.UTF_8);
        return new KeptEntry(
                EntryJson.read(entry),
                new Sha256(json.path("hash").asText()),
                envelope.isEmpty() ? null : new Sha256(envelope));
    }
}

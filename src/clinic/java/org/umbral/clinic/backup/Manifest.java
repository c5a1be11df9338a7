package org.umbral.clinic.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.umbral.clinic.store.DatabaseFile;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;

/**
 * What a backup says of itself, in {@code backup.json}: written last, so that a backup without it is none.
 *
 * @param mark every envelope of the epoch up to this position is inside
 * @param database hash of the copied database
 * @param counts rows of each table
 * @param audit the audit's last row: rows that were cut off the end later show by it
 */
record Manifest(
        Instant at,
        String epoch,
        long mark,
        Sha256 database,
        Map<String, Long> counts,
        long envelopes,
        long bytes,
        DatabaseFile.AuditEnd audit) {
    static final String FILE = "backup.json";
    private static final int FORMAT = 1;

    byte[] json() {
        ObjectNode all = Json.object();
        all.put("format", FORMAT)
                .put("at", at.toString())
                .put("epoch", epoch)
                .put("mark", mark)
                .put("database", database.hex())
                .put("envelopes", envelopes)
                .put("bytes", bytes)
                .put("auditSeq", audit.seq())
                .put("auditHash", audit.hash());
        ObjectNode tables = all.putObject("counts");
        counts.forEach(tables::put);
        return Json.write(all);
    }

    /** {@code GiveUp("not-our-format")} where it is none. */
    static Manifest read(byte[] json) throws GiveUp {
        JsonNode all = Json.tree(json);
        try {
            Map<String, Long> counts = new TreeMap<>();
            all.path("counts")
                    .properties()
                    .forEach(one -> counts.put(one.getKey(), one.getValue().asLong()));
            if (all.path("format").asInt() != FORMAT) {
                throw new GiveUp("not-our-format");
            }
            return new Manifest(
                    Instant.parse(all.path("at").asText()),
                    all.path("epoch").asText(),
                    all.path("mark").asLong(),
                    new Sha256(all.path("database").asText()),
                    counts,
                    all.path("envelopes").asLong(),
                    all.path("bytes").asLong(),
                    new DatabaseFile.AuditEnd(
                            all.path("auditSeq").asLong(), all.path("auditHash").asText()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new GiveUp("not-our-format");
        }
    }
}

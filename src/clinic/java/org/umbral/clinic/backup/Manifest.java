package org.umbral.clinic.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * @param files what lies beside database and envelopes
 * @param counts rows of each table
 * @param audit the audit's last row: rows that were cut off the end later show by it
 */
record Manifest(
        Instant at,
        String epoch,
        long mark,
        Sha256 database,
        List<String> files,
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
        ArrayNode beside = all.putArray("files");
        files.forEach(beside::add);
        return Json.write(all);
    }

    /** A backup of before they were listed is looked at for what every clinic has. */
    private static List<String> files(JsonNode all) {
        if (!all.has("files")) {
            return List.of("receipt.key");
        }
        List<String> files = new ArrayList<>();
        all.path("files").forEach(one -> files.add(one.asText()));
        return files;
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
                    files(all),
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

package org.umbral.clinic.casework;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.CaseRows;
import org.umbral.clinic.store.CaseRows.EntryRow;
import org.umbral.clinic.store.StaffEntryRows;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.AesKey;

/**
 * Entries at rest: JSON and signature sealed, each bound to its row. What phones sent lies under the staff key, what staff
 * wrote under the data key of its audience; a reader gets what its keys open.
 */
final class SealedCases {
    static final String DAMAGED = "stored-case-damaged";

    private final CaseRows rows;
    private final StaffEntryRows staff;

    SealedCases(CaseRows rows, StaffEntryRows staff) {
        this.rows = rows;
        this.staff = staff;
    }

    /** Which data key an audience's entries lie under: what phones read, all staff who read cases read. */
    static Audience keyOf(Audience audience) {
        return audience == Audience.PHONE ? Audience.STAFF : audience;
    }

    static EntryRow seal(AesKey key, StoredEnvelope envelope, Entry entry, SignedEntry signed) {
        String id = entry.id().text();
        return new EntryRow(
                id,
                entry.caseId().text(),
                envelope.sha256().hex(),
                entry.author().device(),
                signed.hash().hex(),
                envelope.position(),
                envelope.receivedAt().toEpochMilli(),
                key.seal(signed.signature(), place(id, "signature")),
                key.seal(signed.json(), place(id, "json")));
    }

    /** @param writer name of who wrote it, which outlives their login */
    static StaffEntryRows.Row seal(AesKey key, Entry entry, SignedEntry signed, String writer) {
        String id = entry.id().text();
        return new StaffEntryRows.Row(
                id,
                entry.caseId().text(),
                entry.audience().wireName(),
                entry.sequence(),
                signed.hash().hex(),
                entry.typed().toInstant().toEpochMilli(),
                entry.audience() != Audience.PHONE,
                key.seal(signed.signature(), staffPlace(id, "signature")),
                key.seal(signed.json(), staffPlace(id, "json")),
                key.seal(writer.getBytes(StandardCharsets.UTF_8), staffPlace(id, "writer")));
    }

    /** What all staff who read cases read. {@code TryAgain("stored-case-damaged")} where a row is not what was written. */
    List<Entry> entries(AesKey staffKey, CaseId id) throws TryAgain {
        List<Entry> entries = new ArrayList<>();
        try {
            for (EntryRow row : rows.entries(id.text())) {
                entries.add(EntryJson.read(staffKey.open(row.json(), place(row.entry(), "json"))));
            }
            for (StaffEntryRows.Row row : staff.of(id.text())) {
                if (audience(row) == Audience.PHONE || audience(row) == Audience.STAFF) {
                    entries.add(entry(staffKey, row));
                }
            }
        } catch (GiveUp e) {
            throw new TryAgain(DAMAGED, e);
        }
        return entries;
    }

    /** What phones sent, by the envelope that it came in. */
    Map<Sha256, Entry> byEnvelope(AesKey staffKey, CaseId id) throws TryAgain {
        Map<Sha256, Entry> entries = new LinkedHashMap<>();
        try {
            for (EntryRow row : rows.entries(id.text())) {
                entries.put(
                        new Sha256(row.envelope()),
                        EntryJson.read(staffKey.open(row.json(), place(row.entry(), "json"))));
            }
        } catch (GiveUp e) {
            throw new TryAgain(DAMAGED, e);
        }
        return entries;
    }

    /** The same, and what only some of the staff read, as far as the ring's keys open it. */
    List<Entry> entries(KeyRing ring, CaseId id) throws TryAgain {
        List<Entry> entries = entries(ring.staffKey(), id);
        try {
            for (StaffEntryRows.Row row : staff.of(id.text())) {
                Audience audience = audience(row);
                Optional<AesKey> key = ring.dataKey(audience);
                if (audience.compareTo(Audience.STAFF) > 0 && key.isPresent()) {
                    entries.add(entry(key.get(), row));
                }
            }
        } catch (GiveUp e) {
            throw new TryAgain(DAMAGED, e);
        }
        return entries;
    }

    /** Names of the staff who wrote what the ring's keys open, by their ids. */
    Map<String, String> writers(KeyRing ring, CaseId id) throws TryAgain {
        Map<String, String> names = new LinkedHashMap<>();
        try {
            for (StaffEntryRows.Row row : staff.of(id.text())) {
                Optional<AesKey> key = ring.dataKey(keyOf(audience(row)));
                if (key.isPresent()) {
                    byte[] name = key.get().open(row.writer(), staffPlace(row.entry(), "writer"));
                    names.put(entry(key.get(), row).author().person(), new String(name, StandardCharsets.UTF_8));
                }
            }
        } catch (GiveUp e) {
            throw new TryAgain(DAMAGED, e);
        }
        return names;
    }

    /** A row that is for phones, as it was signed. */
    static SignedEntry signed(AesKey staffKey, StaffEntryRows.Row row, String device) throws TryAgain {
        try {
            return new SignedEntry(
                    device,
                    staffKey.open(row.signature(), staffPlace(row.entry(), "signature")),
                    staffKey.open(row.json(), staffPlace(row.entry(), "json")));
        } catch (GiveUp e) {
            throw new TryAgain(DAMAGED, e);
        }
    }

    static Audience audience(StaffEntryRows.Row row) {
        return Audience.ofWireName(row.audience());
    }

    private static Entry entry(AesKey key, StaffEntryRows.Row row) throws GiveUp {
        return EntryJson.read(key.open(row.json(), staffPlace(row.entry(), "json")));
    }

    private static byte[] place(String entry, String column) {
        return ("case_entries|" + entry + "|" + column).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] staffPlace(String entry, String column) {
        return ("staff_entries|" + entry + "|" + column).getBytes(StandardCharsets.UTF_8);
    }
}

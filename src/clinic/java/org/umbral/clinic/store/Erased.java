package org.umbral.clinic.store;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * What was erased, and erasing itself: rows in one transaction, then files, which go on at the next start where a stop came
 * between. Names and hashes stay with the fact, so that the same bytes are receipted and not kept when they come again.
 * Thread-safe.
 */
public final class Erased {
    /** They tell what was erased, and that its card goes from memory. */
    private static final Set<String> STAYING = Set.of("erased", "erasures", "case_changes");

    private final Database database;
    private final EnvelopeFiles files;
    private final Clock clock;
    private final CaseTurns turns;

    Erased(Database database, EnvelopeFiles files, Clock clock, CaseTurns turns) {
        this.database = database;
        this.files = files;
        this.clock = clock;
        this.turns = turns;
    }

    /** A photo that the entries name, here or not. */
    public record Photo(Sha256 envelope, long bytes, String device) {}

    /**
     * Takes every row of a case away that is proposed to be erased, and puts the letters that tell its phones in the mail, at
     * once with what it tells of. {@code AskThePerson("no-such-proposal")}. The caller lets files follow: {@link #finish}.
     */
    public void erase(
            String caseId, List<Photo> photos, List<Mailbox.Sealed> letters, String by, AuditRows.Next audited)
            throws AskThePerson, TryAgain {
        database.transaction(handle -> {
            approved(handle, caseId, by);
            int entries = note(handle, caseId, photos);
            for (String table : tablesOfCases(handle)) {
                handle.execute("delete from " + table + " where case_id = ?", caseId);
            }
            for (String pairs : List.of("lookalikes", "joins")) {
                handle.execute("delete from " + pairs + " where first_case = ? or second_case = ?", caseId, caseId);
            }
            handle.execute("delete from cases where id = ?", caseId);
            for (String table : List.of("small_photos", "quarantine")) {
                handle.execute(
                        "delete from " + table + " where envelope in (select name from erased where case_id = ?)",
                        caseId);
            }
            letters.forEach(letter -> Mailbox.put(handle, letter, null));
            handle.createUpdate("update erasures set entries = entries + :entries, photos = max(photos, :photos)"
                            + " where case_id = :case")
                    .bind("entries", entries)
                    .bind("photos", photos.size())
                    .bind("case", caseId)
                    .execute();
            handle.execute("update desk_state set value = value + 1 where name = 'version'");
            return AuditRows.append(handle, audited);
        });
    }

    private void approved(Handle handle, String caseId, String by) throws AskThePerson {
        int proposed = handle.createUpdate("update erasures set state = 'going', decided_by = :by, decided_at = :now"
                        + " where case_id = :case and state = 'proposed'")
                .bind("by", by)
                .bind("now", clock.millis())
                .bind("case", caseId)
                .execute();
        if (proposed == 0) {
            throw new AskThePerson("no-such-proposal");
        }
    }

    /** Deletes the files of whatever is going; to be called after {@link #erase} and at the start. Returns how many cases. */
    public int finish() throws TryAgain {
        turns.begin();
        try {
            return deleteFiles();
        } finally {
            turns.end();
        }
    }

    private int deleteFiles() throws TryAgain {
        List<String> going =
                database.read(handle -> handle.createQuery("select case_id from erasures where state = 'going'")
                        .mapTo(String.class)
                        .list());
        for (String caseId : going) {
            for (String file : database.read(handle -> filesOf(handle, caseId))) {
                files.delete(file);
            }
            database.transaction(handle -> {
                handle.execute("delete from parts where sha256 in (select name from erased where case_id = ?)", caseId);
                handle.execute(
                        "delete from uploads where sha256 in (select name from erased where case_id = ?)", caseId);
                return handle.createUpdate(
                                "update erasures set state = 'erased', erased_at = :now where case_id = :case")
                        .bind("now", clock.millis())
                        .bind("case", caseId)
                        .execute();
            });
        }
        return going.size();
    }

    /** Whether its case was erased, so that what still comes of it is not opened. */
    public boolean isErased(String caseId) throws TryAgain {
        return database.read(handle -> isErased(handle, caseId));
    }

    static boolean isErased(Handle handle, String caseId) {
        return handle.createQuery(
                                "select count(*) from erasures where case_id = :case and state in ('going', 'erased')")
                        .bind("case", caseId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** An entry of an erased case that came late goes the same way, and the photos that it names. */
    static void late(Handle handle, CaseRows.Late late, long now) {
        put(handle, late.envelope(), late.caseId(), late.jsonHash(), now);
        late.photos().forEach(photo -> note(handle, late.caseId(), photo, now));
        handle.execute("delete from quarantine where envelope = ?", late.envelope());
        handle.execute("update erasures set state = 'going' where case_id = ?", late.caseId());
    }

    static boolean isNamed(Handle handle, Sha256 sha256) {
        return handle.createQuery("select count(*) from erased where name = :name")
                        .bind("name", sha256.hex())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** How many entries there were. */
    private int note(Handle handle, String caseId, List<Photo> photos) {
        long now = clock.millis();
        int entries = handle.createUpdate("insert into erased (name, case_id, json_hash, erased_at) select envelope,"
                                + " case_id, json_hash, :now from case_entries where case_id = :case"
                                + " on conflict (name) do nothing")
                        .bind("now", now)
                        .bind("case", caseId)
                        .execute()
                + handle.createUpdate("insert into erased (name, case_id, json_hash, erased_at) select entry, case_id,"
                                + " json_hash, :now from staff_entries where case_id = :case"
                                + " on conflict (name) do nothing")
                        .bind("now", now)
                        .bind("case", caseId)
                        .execute();
        photos.forEach(photo -> note(handle, caseId, photo, now));
        return entries;
    }

    /** One that has not come gets its row now, so that it is receipted and not sent. Another case's photo stays. */
    private static void note(Handle handle, String caseId, Photo photo, long now) {
        boolean ofAnother =
                handle.createQuery("select count(*) from case_photos where envelope = :name and case_id <> :case")
                                .bind("name", photo.envelope().hex())
                                .bind("case", caseId)
                                .mapTo(Integer.class)
                                .one()
                        > 0;
        if (ofAnother) {
            return;
        }
        put(handle, photo.envelope().hex(), caseId, null, now);
        if (EnvelopeRows.find(handle, photo.envelope()).isEmpty()) {
            handle.createUpdate("insert into envelopes (sha256, size, device, lane, position, received_at, in_parts)"
                            + " values (:sha256, :size, :device, '', :position, :now, true)")
                    .bind("sha256", photo.envelope().hex())
                    .bind("size", photo.bytes())
                    .bind("device", photo.device())
                    .bind("position", ClinicState.next(handle, ClinicState.POSITION))
                    .bind("now", now)
                    .execute();
        }
    }

    private static void put(Handle handle, String name, String caseId, @Nullable String jsonHash, long now) {
        handle.createUpdate(
                        "insert into erased (name, case_id, json_hash, erased_at) values (:name, :case, :hash, :now)"
                                + " on conflict (name) do nothing")
                .bind("name", name)
                .bind("case", caseId)
                .bind("hash", jsonHash)
                .bind("now", now)
                .execute();
    }

    private static List<String> filesOf(Handle handle, String caseId) {
        return handle.createQuery("select sha256 from envelopes where not in_parts and sha256 in (select name from"
                        + " erased where case_id = :case) union select file from parts where sha256 in (select name from"
                        + " erased where case_id = :case)")
                .bind("case", caseId)
                .mapTo(String.class)
                .list();
    }

    /** Every table that says of its rows which case they are of, so that none is forgotten. */
    private static Set<String> tablesOfCases(Handle handle) {
        Set<String> tables =
                new TreeSet<>(handle.queryMetadata(columns -> columns.getColumns(null, null, "%", "case_id"))
                        .map((row, context) -> row.getString("TABLE_NAME"))
                        .list());
        tables.removeAll(STAYING);
        return tables;
    }
}

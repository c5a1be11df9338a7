package org.umbral.clinic.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/** Cases as they are kept at rest: ids, hashes and times in the clear, all else sealed by the caller. Thread-safe. */
public final class CaseRows {
    private static final String ENTRY = "select entry, case_id, envelope, device, json_hash, position, received_at,"
            + " signature, json from case_entries ";
    private static final String CASE =
            "select id, arrived_at, changed_at, position, opened_at, opened_position, answered_position, card,"
                    + " withdrawn from cases ";
    private static final RowMapper<EntryRow> AN_ENTRY = (row, context) -> new EntryRow(
            row.getString("entry"),
            row.getString("case_id"),
            row.getString("envelope"),
            row.getString("device"),
            row.getString("json_hash"),
            row.getLong("position"),
            row.getLong("received_at"),
            row.getBytes("signature"),
            row.getBytes("json"));
    private static final RowMapper<CaseRow> A_CASE = (row, context) -> {
        long opened = row.getLong("opened_at");
        return new CaseRow(
                row.getString("id"),
                row.getLong("arrived_at"),
                row.getLong("changed_at"),
                row.getLong("position"),
                opened == 0 ? null : opened,
                row.getLong("opened_position"),
                row.getLong("answered_position"),
                row.getBytes("card"),
                row.getBoolean("withdrawn"));
    };

    private final Database database;

    public CaseRows(Database database) {
        this.database = database;
    }

    /** @param device that the entry's author names */
    public record EntryRow(
            String entry,
            String caseId,
            String envelope,
            String device,
            String jsonHash,
            long position,
            long receivedAt,
            byte[] signature,
            byte[] json) {}

    /**
     * @param position of the newest entry
     * @param openedAt when staff last opened it; null before
     * @param openedPosition of the newest entry that they then saw
     * @param answeredPosition of the newest entry that answers a question of staff; 0 before
     * @param withdrawn whether somebody's consent was: then it is seen by attorneys and stewards only
     */
    public record CaseRow(
            String id,
            long arrivedAt,
            long changedAt,
            long position,
            @Nullable Long openedAt,
            long openedPosition,
            long answeredPosition,
            byte[] card,
            boolean withdrawn) {}

    /**
     * A case whose entries changed: its new card, what it is found by, every photo that its entries name, whether consent was
     * withdrawn, and what staff do with it.
     *
     * @param answered position of the newest of these entries that answers a question; 0 where none does
     */
    public record Changed(
            String caseId,
            byte[] card,
            byte[] find,
            List<PhotoRows.Named> photos,
            long answered,
            boolean withdrawn,
            WorkRows.Work work) {
        public Changed answeredAt(long position) {
            return new Changed(caseId, card, find, photos, position, withdrawn, work);
        }
    }

    /**
     * What one batch of mail turned into; written whole or not at all.
     *
     * @param opened every envelope that opened, also one that was set aside before
     * @param smallPhotos those of them that are photos
     * @param late entries of cases that were erased
     */
    public record Batch(
            List<EntryRow> entries,
            List<Changed> changed,
            List<String> opened,
            List<String> smallPhotos,
            List<QuarantineRows.Row> refused,
            List<Late> late,
            long upTo) {}

    /** An entry that came after its case was erased: it goes the same way, with the photos that it names. */
    public record Late(String envelope, String caseId, String jsonHash, long receivedAt, List<Erased.Photo> photos) {}

    public long openedPosition() throws TryAgain {
        return database.read(handle -> state(handle, "opened-position"));
    }

    /** Grows with every change of the queue and every envelope that arrives. */
    public long version() throws TryAgain {
        return database.read(handle -> state(handle, "version")
                + handle.createQuery("select coalesce(max(position), 0) from envelopes")
                        .mapTo(Long.class)
                        .one());
    }

    /** {@code TryAgain("store-busy")} where a case was erased since the batch was made; then it is to be made anew. */
    public void write(Batch batch) throws TryAgain {
        database.transaction(handle -> {
            for (Changed changed : batch.changed()) {
                if (Erased.isErased(handle, changed.caseId())) {
                    throw new TryAgain("store-busy");
                }
            }
            batch.entries().forEach(entry -> put(handle, entry));
            batch.changed().forEach(changed -> put(handle, changed, batch.entries()));
            PhotoRows.putSmall(handle, batch.smallPhotos());
            QuarantineRows.delete(handle, batch.opened());
            QuarantineRows.put(handle, batch.refused());
            batch.late().forEach(late -> Erased.late(handle, late, late.receivedAt()));
            return handle.createUpdate("update desk_state set value = case name when 'version' then value + 1"
                            + " else max(value, :upTo) end where name in ('version', 'opened-position')")
                    .bind("upTo", batch.upTo())
                    .execute();
        });
    }

    /** The hash of an entry's JSON, where the entry is held, from a phone or from staff. */
    public Optional<Sha256> jsonHash(String entry) throws TryAgain {
        return database.read(handle -> handle.createQuery("select json_hash from case_entries"
                        + " where entry = :entry union select json_hash from staff_entries where entry = :entry")
                .bind("entry", entry)
                .mapTo(String.class)
                .findOne()
                .map(Sha256::new));
    }

    public List<EntryRow> entries(String caseId) throws TryAgain {
        return database.read(handle -> handle.createQuery(ENTRY + "where case_id = :case order by position, entry")
                .bind("case", caseId)
                .map(AN_ENTRY)
                .list());
    }

    /** All of them, in no order. */
    public List<CaseRow> cases() throws TryAgain {
        return database.read(handle -> handle.createQuery(CASE).map(A_CASE).list());
    }

    /** Of these ids, in no order. */
    public List<CaseRow> cases(List<String> ids) throws TryAgain {
        return database.read(handle -> handle.createQuery(CASE + "where id in (<ids>)")
                .bindList("ids", ids)
                .map(A_CASE)
                .list());
    }

    /** Ids of the cases whose consent was withdrawn, and of those that are one with them. */
    public Set<String> withdrawn() throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "with recursive gone (id) as (select id from cases where withdrawn union select case"
                                + " when j.first_case = gone.id then j.second_case else j.first_case end"
                                + " from gone join joins j on j.state = 'JOINED'"
                                + " and (j.first_case = gone.id or j.second_case = gone.id)) select id from gone")
                .mapTo(String.class)
                .set());
    }

    public Optional<CaseRow> find(String caseId) throws TryAgain {
        return database.read(handle -> handle.createQuery(CASE + "where id = :id")
                .bind("id", caseId)
                .map(A_CASE)
                .findOne());
    }

    /** Staff saw everything up to the position; an earlier position than before changes nothing. */
    public void markOpened(String caseId, long position, long now) throws TryAgain {
        database.transaction(handle -> {
            handle.createUpdate("update cases set opened_at = :now, opened_position = :position"
                            + " where id = :id and opened_position < :position")
                    .bind("now", now)
                    .bind("position", position)
                    .bind("id", caseId)
                    .execute();
            return handle.execute("update desk_state set value = value + 1 where name = 'version'");
        });
    }

    /**
     * When the first envelope with the emergency mark arrived that is not opened mail, that was set aside and that nobody saw
     * there, or whose case nobody opened since.
     */
    public Optional<Long> oldestEmergencyNotOpened() throws TryAgain {
        return database.read(handle -> handle.createQuery("select min(e.received_at) from envelopes e"
                        + " left join case_entries n on n.envelope = e.sha256 left join cases c on c.id = n.case_id"
                        + " where e.lane = 'emergency' and not coalesce(c.withdrawn, false) and (e.position > (select value from desk_state"
                        + " where name = 'opened-position') or n.position > c.opened_position or e.sha256 in (select envelope"
                        + " from quarantine where seen_at is null))")
                .mapTo(Long.class)
                .findOne());
    }

    /** Nothing is written of such a case, or it comes back. */
    static boolean isGone(Handle handle, String caseId) {
        return !isHere(handle, caseId) || Erased.isErased(handle, caseId);
    }

    static boolean isHere(Handle handle, String caseId) {
        return handle.createQuery("select count(*) from cases where id = :id")
                        .bind("id", caseId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private static long state(Handle handle, String name) {
        return handle.createQuery("select value from desk_state where name = :name")
                .bind("name", name)
                .mapTo(Long.class)
                .one();
    }

    private static void put(Handle handle, EntryRow entry) {
        handle.createUpdate("insert into case_entries (entry, case_id, envelope, device, json_hash, position,"
                        + " received_at, signature, json) values (:entry, :caseId, :envelope, :device, :jsonHash,"
                        + " :position, :receivedAt, :signature, :json) on conflict (entry) do nothing")
                .bindMethods(entry)
                .execute();
    }

    private static void put(Handle handle, Changed changed, Collection<EntryRow> entries) {
        var times = entries.stream()
                .filter(entry -> entry.caseId().equals(changed.caseId()))
                .mapToLong(EntryRow::receivedAt)
                .summaryStatistics();
        var positions = entries.stream()
                .filter(entry -> entry.caseId().equals(changed.caseId()))
                .mapToLong(EntryRow::position)
                .summaryStatistics();
        handle.createUpdate("insert into cases (id, arrived_at, changed_at, position, opened_position, card,"
                        + " answered_position, withdrawn) values (:id, :first, :last, :position, 0, :card, :answered,"
                        + " :withdrawn) on conflict (id) do update set"
                        + " answered_position = max(answered_position, :answered),"
                        + " withdrawn = :withdrawn, erase_sent = erase_sent and :withdrawn,"
                        // What arrived long ago and counts only now is as new to staff as what comes today.
                        + " changed_at = max(changed_at, :last), position = max(position, :position),"
                        + " opened_position = min(opened_position, :before), card = :card")
                .bind("id", changed.caseId())
                .bind("first", times.getMin())
                .bind("last", times.getMax())
                .bind("position", positions.getMax())
                .bind("before", positions.getMin() - 1)
                .bind("card", changed.card())
                .bind("withdrawn", changed.withdrawn())
                .bind("answered", changed.answered())
                .execute();
        if (changed.withdrawn()) {
            Withdrawn.captured(handle, changed.caseId(), entries);
        }
        putBeside(handle, changed);
    }

    /** What stands in other tables of a case that changed. */
    static void putBeside(Handle handle, Changed changed) {
        FindRows.put(handle, changed.caseId(), changed.find());
        PhotoRows.put(handle, changed.caseId(), changed.photos());
        WorkRows.put(handle, changed.caseId(), changed.work());
    }
}

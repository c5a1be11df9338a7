package org.umbral.clinic.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.TryAgain;

/** Which photos the entries of which case name, and which no entry names. Thread-safe. */
public final class PhotoRows {
    private final Database database;

    public PhotoRows(Database database) {
        this.database = database;
    }

    /**
     * A photo that an entry of a case names.
     *
     * @param shown false where its page was removed
     */
    public record Named(String envelope, boolean shown) {}

    /** How many photos a case shows, and how many of them are here. */
    public record Count(int named, int here) {
        public static final Count NONE = new Count(0, 0);
    }

    /** Photos that are here and that no opened entry names: how many, and since when. */
    public record Unnamed(int photos, Optional<Instant> since) {}

    /** By case, of these cases. */
    public Map<String, Count> counts(List<String> cases) throws TryAgain {
        return database.read(handle -> handle.createQuery("select case_id, count(*) as named, count(sha256) as here"
                        + " from case_photos left join envelopes on envelope = sha256 where shown"
                        + " and case_id in (<cases>) group by case_id")
                .bindList("cases", cases)
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(
                            row.getColumn("case_id", String.class),
                            new Count(row.getColumn("named", Integer.class), row.getColumn("here", Integer.class)));
                    return all;
                }));
    }

    public Unnamed unnamed() throws TryAgain {
        return database.read(handle -> handle.createQuery("select count(*) as photos, min(received_at) as since"
                        + " from envelopes where (in_parts or sha256 in (select envelope from small_photos))"
                        + " and position <= (select value from desk_state where name = 'opened-position')"
                        + " and sha256 not in (select envelope from case_photos)"
                        + " and sha256 not in (select name from erased)")
                .map((row, context) -> new Unnamed(row.getInt("photos"), EnvelopeRows.instant(row, "since")))
                .one());
    }

    static void put(Handle handle, String caseId, List<Named> photos) {
        handle.execute("delete from case_photos where case_id = ?", caseId);
        photos.forEach(photo -> handle.createUpdate("insert into case_photos (case_id, envelope, shown)"
                        + " values (:case, :envelope, :shown) on conflict do nothing")
                .bind("case", caseId)
                .bindMethods(photo)
                .execute());
    }

    /** What came in parts is a photo anyway. */
    static void putSmall(Handle handle, List<String> envelopes) {
        envelopes.forEach(envelope ->
                handle.execute("insert into small_photos (envelope) values (?) on conflict do nothing", envelope));
    }
}

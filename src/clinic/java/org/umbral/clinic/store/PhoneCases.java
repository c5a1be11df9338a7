package org.umbral.clinic.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.umbral.shared.TryAgain;

/** What of which case came from which phone, in numbers and times only. Thread-safe. */
public final class PhoneCases {
    private final Database database;

    public PhoneCases(Database database) {
        this.database = database;
    }

    /**
     * A case that a phone wrote in.
     *
     * @param last when its last words from this phone came
     * @param photosMissing pages that the case names and that are not here
     * @param withdrawn whether the case's consent was
     */
    public record Row(String caseId, Instant last, int photosMissing, boolean withdrawn) {}

    /** The newest first. */
    public List<Row> of(String device) throws TryAgain {
        return database.read(handle -> handle.createQuery("select case_id, max(received_at) as last,"
                        + " (select count(*) from case_photos p where p.case_id = e.case_id and p.shown"
                        + " and p.envelope not in (select sha256 from envelopes)) as missing"
                        + ", (select withdrawn from cases c where c.id = e.case_id) as withdrawn"
                        + " from case_entries e where device = :device group by case_id order by last desc, case_id")
                .bind("device", device)
                .map((row, context) -> new Row(
                        row.getString("case_id"),
                        Instant.ofEpochMilli(row.getLong("last")),
                        row.getInt("missing"),
                        row.getBoolean("withdrawn")))
                .list());
    }

    /** When the clinic last gave this phone a receipt for something new. */
    public Optional<Instant> lastReceipt(String device) throws TryAgain {
        return database.read(handle -> handle.createQuery("select max(received_at) from envelopes where device = ?")
                .bind(0, device)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli));
    }
}

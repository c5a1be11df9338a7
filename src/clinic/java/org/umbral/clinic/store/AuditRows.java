package org.umbral.clinic.store;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.umbral.shared.TryAgain;

/** The audit's rows, in order; the table refuses changes and deletions. Thread-safe. */
public final class AuditRows {
    private static final String COLUMNS = "select seq, at, staff, action, object, previous, hash from audit";
    private static final RowMapper<Row> ROW = (row, context) -> new Row(
            row.getLong("seq"),
            row.getString("at"),
            row.getString("staff"),
            row.getString("action"),
            row.getString("object"),
            row.getString("previous"),
            row.getString("hash"));

    /** Number of the last row, beside the table. */
    private static final String TIP = "audit-tip";

    private final Database database;

    public AuditRows(Database database) {
        this.database = database;
    }

    /** One audited act; {@code previous} and {@code hash} chain it to the row before. */
    public record Row(long seq, String at, String staff, String action, String object, String previous, String hash) {}

    /** What {@code of} makes of the last row, or of {@code first} where there is none. */
    public record Next(Row first, UnaryOperator<Row> of) {}

    public void append(Next next) throws TryAgain {
        database.transaction(handle -> append(handle, next));
    }

    /** In the transaction of what it tells of. */
    static int append(Handle handle, Next next) {
        Row row = next.of().apply(last(handle, next.first()));
        ClinicState.set(handle, TIP, Long.toString(row.seq()));
        return handle.createUpdate("insert into audit (seq, at, staff, action, object, previous, hash)"
                        + " values (:seq, :at, :staff, :action, :object, :previous, :hash)")
                .bindMethods(row)
                .execute();
    }

    /** At most {@code limit} rows after {@code seq}. */
    public List<Row> after(long seq, int limit) throws TryAgain {
        return database.read(handle -> handle.createQuery(COLUMNS + " where seq > :seq order by seq limit :limit")
                .bind("seq", seq)
                .bind("limit", limit)
                .map(ROW)
                .list());
    }

    /** Which rows; what is empty does not count. */
    public record Search(String staff, String action, String from, String until, String object, long before) {}

    /** The newest first. */
    public List<Row> find(Search search, int most) throws TryAgain {
        return database.read(handle -> handle.createQuery(COLUMNS + " where seq < :before"
                        + " and (:staff = '' or staff = :staff) and (:action = '' or action = :action)"
                        + " and (:from = '' or at >= :from) and (:until = '' or at < :until)"
                        + " and (:object = '' or object = :object or object like :object || ' %'"
                        + " or object like '% ' || :object) order by seq desc limit :most")
                .bindMethods(search)
                .bind("most", most)
                .map(ROW)
                .list());
    }

    /** Whether there were rows after this one. */
    public boolean isCutAfter(long seq) throws TryAgain {
        return database.read(handle -> ClinicState.value(handle, TIP))
                .filter(tip -> Long.parseLong(tip) > seq)
                .isPresent();
    }

    private static Row last(Handle handle, Row first) {
        return handle.createQuery(COLUMNS + " order by seq desc limit 1")
                .map(ROW)
                .findOne()
                .orElse(first);
    }
}

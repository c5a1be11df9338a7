package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.umbral.shared.TryAgain;

/** Live sessions; the table is left out of backups. Times are milliseconds since 1970. Thread-safe. */
public final class SessionRows {
    private static final RowMapper<Session> SESSION = (row, context) -> new Session(
            row.getString("id"),
            row.getString("staff"),
            row.getBytes("sealed"),
            row.getLong("started_at"),
            row.getLong("touched_at"));

    private final Database database;

    public SessionRows(Database database) {
        this.database = database;
    }

    /**
     * @param id hash of the cookie's secret
     * @param sealed the person's own key under a key made from the secret
     */
    public record Session(String id, String staff, byte[] sealed, long startedAt, long touchedAt) {}

    public void put(Session session) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("insert into sessions"
                        + " (id, staff, sealed, started_at, touched_at)"
                        + " values (:id, :staff, :sealed, :startedAt, :touchedAt)")
                .bindMethods(session)
                .execute());
    }

    /** The session, where it was begun and last used no earlier than said. */
    public Optional<Session> live(String id, long startedSince, long touchedSince) throws TryAgain {
        return database.read(handle -> handle.createQuery("select id, staff, sealed, started_at, touched_at"
                        + " from sessions where id = :id and started_at >= :started and touched_at >= :touched")
                .bind("id", id)
                .bind("started", startedSince)
                .bind("touched", touchedSince)
                .map(SESSION)
                .findOne());
    }

    /** One person's sessions, newest first, where they were begun and last used no earlier than said. */
    public List<Session> of(String staff, long startedSince, long touchedSince) throws TryAgain {
        return database.read(
                handle -> handle.createQuery("select id, staff, sealed, started_at, touched_at from sessions"
                                + " where staff = :staff and started_at >= :started and touched_at >= :touched"
                                + " order by started_at desc, id")
                        .bind("staff", staff)
                        .bind("started", startedSince)
                        .bind("touched", touchedSince)
                        .map(SESSION)
                        .list());
    }

    public int deleteOf(String staff) throws TryAgain {
        return database.transaction(handle -> handle.createUpdate("delete from sessions where staff = :staff")
                .bind("staff", staff)
                .execute());
    }

    public void touch(String id, long now) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("update sessions set touched_at = :now where id = :id")
                .bind("now", now)
                .bind("id", id)
                .execute());
    }

    /** The staff whose session it was. */
    public Optional<String> delete(String id) throws TryAgain {
        return database.transaction(handle -> handle.createQuery("delete from sessions where id = :id returning staff")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    public void deleteEnded(long startedBefore, long touchedBefore) throws TryAgain {
        database.transaction(handle -> handle.createUpdate(
                        "delete from sessions where started_at < :started or touched_at < :touched")
                .bind("started", startedBefore)
                .bind("touched", touchedBefore)
                .execute());
    }

    public int countLive(long startedSince, long touchedSince) throws TryAgain {
        return database.read(handle -> handle.createQuery(
                        "select count(*) from sessions where started_at >= :started and touched_at >= :touched")
                .bind("started", startedSince)
                .bind("touched", touchedSince)
                .mapTo(Integer.class)
                .one());
    }
}

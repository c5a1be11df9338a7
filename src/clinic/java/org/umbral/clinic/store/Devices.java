package org.umbral.clinic.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.VerifyingKey;

/** The phones that joined. Thread-safe. */
public final class Devices {
    private static final String ALL = "select id, person, worker, telephone, verifying_key, sealing_key, joined_at,"
            + " revoked_at, ended_why, last_heard, said_cases, said_photos, said_at from devices ";

    /** A condition with the count of before. */
    static final String NO_OTHER_JOINED = " and (select count(*) from devices) = ?";

    private final Database database;

    public Devices(Database database) {
        this.database = database;
    }

    public Optional<Device> find(String id) throws TryAgain {
        return database.read(handle -> find(handle, id));
    }

    /**
     * What every request asks of its phone, and no more.
     *
     * @param tokenHash SHA-256 of its upload token, to be compared in constant time
     */
    public record Known(String id, Sha256 tokenHash, boolean isRevoked, Optional<Instant> lastHeard) {}

    public Optional<Known> known(String id) throws TryAgain {
        return database.read(handle -> Statements.first(
                handle,
                row -> new Known(
                        id,
                        new Sha256(row.getString(1)),
                        EnvelopeRows.instant(row, "revoked_at").isPresent(),
                        EnvelopeRows.instant(row, "last_heard")),
                "select token_hash, revoked_at, last_heard from devices where id = ?",
                id));
    }

    /**
     * How many ever joined. Who tells phones something counts before, and what is then marked as told is so only while no
     * other has joined meanwhile: {@link #NO_OTHER_JOINED}.
     */
    public int count() throws TryAgain {
        return database.read(handle -> handle.createQuery("select count(*) from devices")
                .mapTo(Integer.class)
                .one());
    }

    /** In the order in which they joined. */
    public List<Device> list() throws TryAgain {
        return database.read(handle -> handle.createQuery(ALL + "order by joined_at, id")
                .map(Devices::row)
                .list());
    }

    /**
     * Refuses its token from now on; the first time counts.
     *
     * @param why a code
     */
    public void revoke(String id, String why, Instant now) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("update devices set revoked_at = :now, ended_why = :why"
                        + " where id = :id and revoked_at is null")
                .bind("now", now.toEpochMilli())
                .bind("why", why)
                .bind("id", id)
                .execute());
    }

    public void heard(String id, Instant now) throws TryAgain {
        database.together(handle -> handle.createUpdate("update devices set last_heard = :now where id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    /** What the phone has not delivered, as it says itself. */
    public void said(String id, Device.Said said) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("update devices set said_cases = :cases,"
                        + " said_photos = :photos, said_at = :at where id = :id")
                .bind("cases", said.cases())
                .bind("photos", said.photos())
                .bind("at", said.at().toEpochMilli())
                .bind("id", id)
                .execute());
    }

    static Optional<Device> find(Handle handle, String id) {
        return handle.createQuery(ALL + "where id = :id")
                .bind("id", id)
                .map(Devices::row)
                .findOne();
    }

    static void add(Handle handle, Device device, Sha256 tokenHash) {
        handle.createUpdate(
                        "insert into devices (id, person, worker, telephone, verifying_key, sealing_key, token_hash,"
                                + " joined_at) values (:id, :person, :worker, :telephone, :verifyingKey, :sealingKey,"
                                + " :tokenHash, :joinedAt)")
                .bind("id", device.id())
                .bind("person", device.person())
                .bind("worker", device.sealedWorker())
                .bind("telephone", device.sealedTelephone().orElse(null))
                .bind("verifyingKey", device.verifyingKey().text())
                .bind("sealingKey", device.sealingKey().text())
                .bind("tokenHash", tokenHash.hex())
                .bind("joinedAt", device.joinedAt().toEpochMilli())
                .execute();
    }

    private static Device row(ResultSet row, StatementContext context) throws SQLException {
        return new Device(
                row.getString("id"),
                row.getString("person"),
                row.getBytes("worker"),
                Optional.ofNullable(row.getBytes("telephone")),
                new VerifyingKey(row.getString("verifying_key")),
                new SealingKey(row.getString("sealing_key")),
                Instant.ofEpochMilli(row.getLong("joined_at")),
                EnvelopeRows.instant(row, "revoked_at"),
                Optional.ofNullable(row.getString("ended_why")),
                EnvelopeRows.instant(row, "last_heard"),
                said(row));
    }

    private static Optional<Device.Said> said(ResultSet row) throws SQLException {
        int cases = row.getInt("said_cases");
        int photos = row.getInt("said_photos");
        return EnvelopeRows.instant(row, "said_at").map(at -> new Device.Said(cases, photos, at));
    }
}

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
    private static final String ALL = "select id, person, worker, verifying_key, sealing_key, joined_at, revoked_at,"
            + " last_heard from devices ";

    private final Database database;

    public Devices(Database database) {
        this.database = database;
    }

    public Optional<Device> find(String id) throws TryAgain {
        return database.read(handle -> find(handle, id));
    }

    /** The SHA-256 of the device's upload token, to be compared in constant time. */
    public Optional<Sha256> tokenHash(String id) throws TryAgain {
        return database.read(handle -> handle.createQuery("select token_hash from devices where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(Sha256::new));
    }

    /** In the order in which they joined. */
    public List<Device> list() throws TryAgain {
        return database.read(handle -> handle.createQuery(ALL + "order by joined_at, id")
                .map(Devices::row)
                .list());
    }

    /** Refuses its token from now on; the first time counts. */
    public void revoke(String id, Instant now) throws TryAgain {
        database.transaction(handle -> handle.createUpdate(
                        "update devices set revoked_at = :now where id = :id and revoked_at is null")
                .bind("now", now.toEpochMilli())
                .bind("id", id)
                .execute());
    }

    public void heard(String id, Instant now) throws TryAgain {
        database.transaction(handle -> handle.createUpdate("update devices set last_heard = :now where id = :id")
                .bind("now", now.toEpochMilli())
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
                        "insert into devices (id, person, worker, verifying_key, sealing_key, token_hash, joined_at)"
                                + " values (:id, :person, :worker, :verifyingKey, :sealingKey, :tokenHash, :joinedAt)")
                .bind("id", device.id())
                .bind("person", device.person())
                .bind("worker", device.sealedWorker())
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
                new VerifyingKey(row.getString("verifying_key")),
                new SealingKey(row.getString("sealing_key")),
                Instant.ofEpochMilli(row.getLong("joined_at")),
                EnvelopeRows.instant(row, "revoked_at"),
                EnvelopeRows.instant(row, "last_heard"));
    }
}

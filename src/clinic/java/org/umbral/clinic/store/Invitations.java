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

/** One-time codes, kept as hashes. Life: made → used by one phone, or run out. Thread-safe. */
public final class Invitations {
    private static final String ALL =
            "select code_hash, person, worker, telephone, made_at, expires_at, device from" + " invitations ";

    private final Database database;

    public Invitations(Database database) {
        this.database = database;
    }

    /** @param device that used it */
    public record Open(
            Sha256 codeHash,
            String person,
            byte[] sealedWorker,
            Optional<byte[]> sealedTelephone,
            Instant madeAt,
            Instant expiresAt,
            Optional<String> device) {
        @Override
        public String toString() {
            return "Invitations.Open";
        }
    }

    public void add(Open invitation) throws TryAgain {
        database.transaction(
                handle -> handle.createUpdate("insert into invitations (code_hash, person, worker, telephone, made_at,"
                                + " expires_at) values (:codeHash, :person, :worker, :telephone, :madeAt, :expiresAt)")
                        .bind("codeHash", invitation.codeHash().hex())
                        .bind("person", invitation.person())
                        .bind("worker", invitation.sealedWorker())
                        .bind("telephone", invitation.sealedTelephone().orElse(null))
                        .bind("madeAt", invitation.madeAt().toEpochMilli())
                        .bind("expiresAt", invitation.expiresAt().toEpochMilli())
                        .execute());
    }

    /** Newest first. */
    public List<Open> list() throws TryAgain {
        return database.read(handle -> handle.createQuery(ALL + "order by made_at desc, code_hash")
                .map(Invitations::row)
                .list());
    }

    /**
     * Uses the code for this phone, once, also when several come at once. The same phone (the same keys) that asks again
     * before the code runs out did not hear the answer: it stays the same device and gets the new token.
     *
     * @return the device, or nothing where the code is unknown, used or ran out
     */
    public Optional<Device> use(
            Sha256 codeHash, String newDevice, VerifyingKey verifying, SealingKey sealing, Sha256 token, Instant now)
            throws TryAgain {
        return database.transaction(handle -> {
            Optional<Open> open = handle.createQuery(ALL + "where code_hash = :codeHash")
                    .bind("codeHash", codeHash.hex())
                    .map(Invitations::row)
                    .findOne()
                    .filter(found -> now.isBefore(found.expiresAt()));
            if (open.isEmpty()) {
                return Optional.<Device>empty();
            }
            if (open.get().device().isPresent()) {
                return again(handle, open.get().device().get(), verifying, sealing, token);
            }
            Device device = new Device(
                    newDevice,
                    open.get().person(),
                    open.get().sealedWorker(),
                    open.get().sealedTelephone(),
                    verifying,
                    sealing,
                    now,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            Devices.add(handle, device, token);
            LettersToSend.joined(handle, device.verifyingKey().text());
            handle.createUpdate("update invitations set device = :device where code_hash = :codeHash")
                    .bind("device", newDevice)
                    .bind("codeHash", codeHash.hex())
                    .execute();
            return Optional.of(device);
        });
    }

    /** Whether somebody may still join with the code, or ask again who did. */
    public boolean isOpen(Sha256 codeHash, Instant now) throws TryAgain {
        return database.read(handle -> handle.createQuery(ALL + "where code_hash = :codeHash")
                .bind("codeHash", codeHash.hex())
                .map(Invitations::row)
                .findOne()
                .filter(found -> now.isBefore(found.expiresAt()))
                .isPresent());
    }

    private static Optional<Device> again(
            Handle handle, String device, VerifyingKey verifying, SealingKey sealing, Sha256 token) {
        Optional<Device> same = Devices.find(handle, device)
                .filter(found -> !found.isRevoked()
                        && found.verifyingKey().equals(verifying)
                        && found.sealingKey().equals(sealing));
        if (same.isPresent()) {
            handle.createUpdate("update devices set token_hash = :token where id = :device")
                    .bind("token", token.hex())
                    .bind("device", device)
                    .execute();
        }
        return same;
    }

    private static Open row(ResultSet row, StatementContext context) throws SQLException {
        return new Open(
                new Sha256(row.getString("code_hash")),
                row.getString("person"),
                row.getBytes("worker"),
                Optional.ofNullable(row.getBytes("telephone")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                Optional.ofNullable(row.getString("device")));
    }
}

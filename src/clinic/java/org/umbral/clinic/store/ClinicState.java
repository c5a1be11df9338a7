package org.umbral.clinic.store;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.TryAgain;

/** The store's few values: its epoch and what counts upwards. Thread-safe. */
public final class ClinicState {
    /** The epoch: names one life of the store. */
    public static final String EPOCH = "epoch";

    /** The last position that an envelope was given. */
    public static final String POSITION = "position";

    /** What the newest backup holds, not signed yet ({@code Documents.BackupMark} as JSON). */
    public static final String BACKUP_MARK = "backup-mark";

    /** When the store began another life because it was brought back from a backup, or found copied; ISO 8601. */
    public static final String RESTORED_AT = "restored-at";

    /** Ids of cases that were erased after the backup that this store came from, with spaces between. */
    public static final String ERASE_AGAIN = "erase-again";

    /** Which files the store lives in; empty where a restore has begun another life already. */
    public static final String HOME = "home";

    private static final int EPOCH_BYTES = 9;

    private final Database database;
    private final String epoch;

    private ClinicState(Database database, String epoch) {
        this.database = database;
        this.epoch = epoch;
    }

    /** Reads the epoch; the first time it is made. */
    public static ClinicState open(Database database, SecureRandom random) throws TryAgain {
        String fresh = newEpoch(random);
        return new ClinicState(database, database.transaction(handle -> {
            handle.createUpdate("insert into clinic_state (name, value) values ('epoch', :epoch)"
                            + " on conflict (name) do nothing")
                    .bind("epoch", fresh)
                    .execute();
            return value(handle, EPOCH).orElseThrow();
        }));
    }

    /** A name that no life of any store had before. */
    public static String newEpoch(SecureRandom random) {
        byte[] bits = new byte[EPOCH_BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /** Names one life of the store: a restored backup begins another. */
    public String epoch() {
        return epoch;
    }

    public Optional<String> get(String name) throws TryAgain {
        return database.read(handle -> value(handle, name));
    }

    public void put(String name, String value) throws TryAgain {
        database.transaction(handle -> set(handle, name, value));
    }

    /** The last position that an envelope was given; 0 before the first. Never smaller than before, but in a restored copy. */
    public long lastPosition() throws TryAgain {
        return get(POSITION).map(Long::parseLong).orElse(0L);
    }

    /** The next number of a counter, from 1; within a transaction, so that what takes it appears in its order. */
    static long next(Handle handle, String counter) {
        return Statements.one(
                handle,
                row -> row.getLong(1),
                "insert into clinic_state (name, value) values (?, '1') on conflict (name) do update"
                        + " set value = cast(cast(clinic_state.value as bigint) + 1 as text) returning value",
                counter);
    }

    static Optional<String> value(Handle handle, String name) {
        return handle.createQuery("select value from clinic_state where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    static int set(Handle handle, String name, String value) {
        return handle.createUpdate("insert into clinic_state (name, value) values (:name, :value)"
                        + " on conflict (name) do update set value = excluded.value")
                .bind("name", name)
                .bind("value", value)
                .execute();
    }
}

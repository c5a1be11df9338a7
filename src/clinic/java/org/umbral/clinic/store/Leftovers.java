package org.umbral.clinic.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.umbral.shared.TryAgain;

/**
 * Files that no row names: what a stop while a file was written, or between it and its row, left. A file of an upload or envelope that the rows know
 * goes after an hour. Any other may be newer than a database that was restored beside it, so it stays as long as a backup
 * does; its row comes with the next delivery. Thread-safe.
 */
public final class Leftovers {
    private static final Duration OF_KNOWN = Duration.ofHours(1);
    private static final Duration OF_UNKNOWN = Duration.ofDays(35);
    private static final int HASH_DIGITS = 64;

    private final Database database;
    private final EnvelopeFiles files;
    private final Clock clock;

    Leftovers(Database database, EnvelopeFiles files, Clock clock) {
        this.database = database;
        this.files = files;
        this.clock = clock;
    }

    /** Deletes them; to be called at the start and about once a day. Returns how many that had their names. */
    public int sweep() throws TryAgain {
        Instant now = clock.instant();
        files.clearArriving(now.minus(OF_KNOWN));
        Set<String> veryOld = new HashSet<>(files.writtenBefore(now.minus(OF_UNKNOWN)));
        int swept = 0;
        for (String name : files.writtenBefore(now.minus(OF_KNOWN))) {
            boolean old = veryOld.contains(name);
            if (database.read(handle -> isLeftOver(handle, name, old)) && delete(name, old)) {
                swept++;
            }
        }
        return swept;
    }

    /** Under the writers' lock: what gives a file its row looks there whether the file still is. */
    private boolean delete(String name, boolean old) throws TryAgain {
        return database.transaction(handle -> {
            boolean leftOver = isLeftOver(handle, name, old);
            if (leftOver) {
                files.delete(name);
            }
            return leftOver;
        });
    }

    private static boolean isLeftOver(Handle handle, String name, boolean old) {
        String sha256 = name.substring(0, HASH_DIGITS);
        return !isNamed(handle, sha256, name) && (old || isKnown(handle, sha256));
    }

    private static boolean isNamed(Handle handle, String sha256, String name) {
        return handle.createQuery("select exists (select 1 from envelopes where sha256 = :name and not in_parts"
                        + " and sha256 not in (select name from erased))"
                        + " or exists (select 1 from parts where sha256 = :sha256 and file = :name)")
                .bind("sha256", sha256)
                .bind("name", name)
                .mapTo(Boolean.class)
                .one();
    }

    private static boolean isKnown(Handle handle, String sha256) {
        return handle.createQuery("select exists (select 1 from envelopes where sha256 = :sha256)"
                        + " or exists (select 1 from uploads where sha256 = :sha256)")
                .bind("sha256", sha256)
                .mapTo(Boolean.class)
                .one();
    }
}

package org.umbral.phone.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/** Takes away what may go: sealed bytes that the clinic keeps for sure, files without a row, a vault without a key. */
public final class Clearing {
    /** A file this young may belong to a row that is about to be written. */
    static final Duration GRACE = Duration.ofHours(1);

    private record Sent(Sha256 name, boolean photo, String epoch, long position, Optional<Instant> time) {}

    private final Database database;
    private final PhoneFiles files;
    private final Path sealed;
    private final Clock clock;
    private final StorePoint points;

    Clearing(Database database, PhoneFiles files, Path sealed, Clock clock, StorePoint points) {
        this.database = database;
        this.files = files;
        this.sealed = sealed;
        this.clock = clock;
        this.points = points;
    }

    /**
     * Deletes sealed bytes whose receipt, of the present epoch, a backup mark of that epoch has passed, or is older than
     * {@code sealedDays} of server time (rule R2). Receipts stay.
     *
     * @param photoInUse sealed photos that the readable case still shows
     * @return how many went
     */
    public int clearSealed(int sealedDays, Predicate<Sha256> photoInUse) throws TryAgain {
        int gone = 0;
        for (Sent one : covered(sealedDays)) {
            if (one.photo() && photoInUse.test(one.name())) {
                continue;
            }
            database.write(sql ->
                    sql.update("delete from mail where name = ?", one.name().hex()));
            points.reached("forget-row-deleted");
            if (one.photo()) {
                erase(sealed.resolve(one.name().hex()));
                points.reached("forget-file-erased");
            }
            gone++;
        }
        return gone;
    }

    private List<Sent> covered(int sealedDays) throws TryAgain {
        return database.read(sql -> {
            Optional<Instant> now = sql.fact(Facts.SERVER_TIME).flatMap(Receipts::time);
            List<Sent> sent = sql.list(
                    "select mail.name, mail.photo, epoch, position, time from mail"
                            + " join receipt on receipt.name = mail.name"
                            + " where epoch = (select value from fact where key = 'epoch')",
                    row -> new Sent(
                            new Sha256(row.getString(1)),
                            row.getBoolean(2),
                            row.getString(3),
                            row.getLong(4),
                            Receipts.time(row.getString(5))));
            Set<Sent> covered = new HashSet<>();
            for (Sent one : sent) {
                boolean termPassed = now.isPresent()
                        && one.time().isPresent()
                        && !now.get().isBefore(one.time().get().plus(Duration.ofDays(sealedDays)));
                if (termPassed || isBackedUp(sql, one)) {
                    covered.add(one);
                }
            }
            return List.copyOf(covered);
        });
    }

    private static boolean isBackedUp(Sql sql, Sent one) throws SQLException {
        return sql.fact(Facts.MARK + one.epoch())
                .filter(mark -> Long.parseLong(mark) >= one.position())
                .isPresent();
    }

    /** Erases files that no row names, but young ones: they are what a kill left between file and row. */
    public void eraseOrphans() throws TryAgain {
        Set<String> named = new HashSet<>(database.read(sql -> sql.list(
                "select name from mail where photo = 1 union select name from capture"
                        + " union select spare from capture where spare is not null",
                row -> row.getString(1))));
        try {
            for (Path file : files.list(sealed)) {
                boolean young = files.modified(file).isAfter(clock.instant().minus(GRACE));
                if (!young && !named.contains(file.getFileName().toString())) {
                    files.erase(file);
                    points.reached("start-orphan-erased");
                }
            }
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    /**
     * Drops whatever only a destroyed vault key opened, and drafts before consent. Sealed mail and receipts stay; of a
     * capture that no draft has adopted goes the form that the clinic can open, as a photo that no entry names.
     */
    public void dropVault() throws TryAgain {
        List<String> captures = database.write(sql -> {
            sql.update("delete from vault_row");
            sql.update("delete from mail where draft = 2");
            sql.fact(Facts.CROSSED, "1");
            sql.update("delete from letter");
            sql.update("delete from fact where key in ('mailbox', 'expected-case', 'expected-item', 'mail-cursor')");
            List<String> names = sql.list("select name from capture", row -> row.getString(1));
            sql.update(
                    "insert or ignore into mail (name, size, photo, emergency, grp, day, draft, link_time)"
                            + " select spare, spare_size, 1, 0, spare, ?, 0, " + SqlOutbox.LINK_TIME
                            + " from capture where spare is not null",
                    LocalDate.now(clock).toString());
            sql.update("delete from capture");
            return names;
        });
        database.settle();
        for (String name : captures) {
            erase(sealed.resolve(name));
        }
    }

    /** Whether rows are here that only a vault opens. */
    public boolean holdsVault() throws TryAgain {
        return database.read(sql -> sql.one("select 1 from vault_row limit 1", row -> 1))
                .isPresent();
    }

    private void erase(Path file) throws TryAgain {
        try {
            files.erase(file);
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }
}

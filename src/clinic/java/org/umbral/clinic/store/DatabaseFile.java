package org.umbral.clinic.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * One database of a clinic as a file, never migrated: of a server that runs, possibly of an older version, or inside a
 * backup. For the commands that copy, compare and bring back. Failures as {@link Database} has them; {@code
 * TryAgain("database-damaged")} where the file is no database of a clinic.
 */
public final class DatabaseFile {
    /** The name of a clinic's database in its folder. */
    public static final String NAME = "umbral.db";

    private static final int BUSY_MILLIS = 20_000;

    private final Jdbi jdbi;

    private DatabaseFile(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param pieces the files that hold it, in their order */
    public record Sealed(Sha256 sha256, long size, long position, List<Piece> pieces) {
        public Sealed {
            pieces = List.copyOf(pieces);
        }
    }

    /** One file below {@code envelopes}. */
    public record Piece(String name, long size) {}

    /** The last row of the audit; 0 and empty before the first. */
    public record AuditEnd(long seq, String hash) {}

    /** The database of a clinic's folder, beside whoever else uses it. */
    public static DatabaseFile inUse(Path file) {
        return of(file, SQLiteConfig.JournalMode.WAL);
    }

    /** A copy that nobody else uses; it stays one file. */
    public static DatabaseFile alone(Path file) {
        return of(file, SQLiteConfig.JournalMode.DELETE);
    }

    private static DatabaseFile of(Path file, SQLiteConfig.JournalMode journal) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(journal);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        Jdbi jdbi = Jdbi.create(source);
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return new DatabaseFile(jdbi);
    }

    /** Writes it as it is at one moment to a file that is not there yet; writers go on meanwhile. */
    public void copyTo(Path file) throws TryAgain {
        with(handle -> handle.execute("vacuum into ?", file.toString()));
    }

    /** Takes out what no backup holds: sessions, and uploads whose hash was not checked yet. */
    public void leaveOutSessions() throws TryAgain {
        with(handle -> {
            handle.useTransaction(inside -> {
                inside.execute("delete from sessions");
                inside.execute("delete from parts where sha256 in (select sha256 from uploads)");
                inside.execute("delete from uploads");
            });
            return handle.execute("vacuum");
        });
    }

    /** Whether SQLite finds every page, index and row in order. */
    public boolean isSound() throws TryAgain {
        return with(handle -> handle.createQuery("pragma integrity_check")
                .mapTo(String.class)
                .list()
                .equals(List.of("ok")));
    }

    /** How many rows each table holds, by its name. */
    public Map<String, Long> counts() throws TryAgain {
        return with(handle -> {
            Map<String, Long> counts = new TreeMap<>();
            for (String table : handle.createQuery("select name from sqlite_schema where type = 'table'"
                            + " and name not like 'sqlite_%' and name not like 'flyway_%'")
                    .mapTo(String.class)
                    .list()) {
                counts.put(
                        table,
                        handle.createQuery("select count(*) from \"" + table + "\"")
                                .mapTo(Long.class)
                                .one());
            }
            return counts;
        });
    }

    /** Every whole envelope that was not erased, in the order of positions. */
    public List<Sealed> envelopes() throws TryAgain {
        return with(handle -> {
            List<Sealed> all = new ArrayList<>();
            String kept = knowsErasing(handle) ? "where sha256 not in (select name from erased) " : "";
            handle.createQuery(EnvelopeRows.ALL + kept + "order by position")
                    .map(EnvelopeRows::row)
                    .forEach(row -> all.add(new Sealed(row.sha256(), row.size(), row.position(), pieces(handle, row))));
            return all;
        });
    }

    private static List<Piece> pieces(Handle handle, StoredEnvelope row) {
        if (!row.inParts()) {
            return List.of(new Piece(row.sha256().hex(), row.size()));
        }
        return handle.createQuery("select file, length from parts where sha256 = :sha256 order by start")
                .bind("sha256", row.sha256().hex())
                .map((part, context) -> new Piece(part.getString(1), part.getLong(2)))
                .list();
    }

    /** Whether the envelope's row is still there and its bytes are to be kept. */
    public boolean keeps(Sha256 sha256) throws TryAgain {
        return with(handle -> EnvelopeRows.find(handle, sha256).isPresent()
                && !(knowsErasing(handle) && Erased.isNamed(handle, sha256)));
    }

    /** A database of before the first erasure has no table of it. */
    private static boolean knowsErasing(Handle handle) {
        return handle.createQuery("select count(*) from sqlite_schema where type = 'table' and name = 'erased'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Ids of the cases that were erased, or are just going. */
    public Set<String> erasedCases() throws TryAgain {
        return with(handle -> knowsErasing(handle)
                ? handle.createQuery("select case_id from erasures where state in ('going', 'erased')")
                        .mapTo(String.class)
                        .set()
                : Set.<String>of());
    }

    /** Ids of the cases that have rows. */
    public Set<String> cases() throws TryAgain {
        return with(handle ->
                handle.createQuery("select id from cases").mapTo(String.class).set());
    }

    public AuditEnd auditEnd() throws TryAgain {
        return with(handle -> handle.createQuery("select seq, hash from audit order by seq desc limit 1")
                .map((row, context) -> new AuditEnd(row.getLong(1), row.getString(2)))
                .findOne()
                .orElse(new AuditEnd(0, "")));
    }

    /** One of the values of {@link ClinicState}. */
    public Optional<String> state(String name) throws TryAgain {
        return with(handle -> ClinicState.value(handle, name));
    }

    public void note(String name, String value) throws TryAgain {
        with(handle -> handle.inTransaction(inside -> ClinicState.set(inside, name, value)));
    }

    private <T, X extends Exception> T with(HandleCallback<T, X> work) throws TryAgain, X {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException e) {
            throw Database.failed(e, "database-damaged");
        }
    }
}

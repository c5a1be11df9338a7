package org.umbral.clinic.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.umbral.shared.Bug;
import org.umbral.shared.TryAgain;

/**
 * The clinic's one SQLite file, {@code umbral.db} in its folder, migrated by Flyway when it is opened. Writers take turns
 * in the order they came; a commit is forced to disk. Thread-safe.
 *
 * <p>{@code TryAgain("disk-full")} where the disk does not take it, {@code TryAgain("store-busy")} where another process
 * holds the file for more than five seconds, or somebody wrote a row of the same name since the work was made ready. In
 * each case nothing of the work stands.
 */
public final class Database implements AutoCloseable {
    private static final int BUSY_MILLIS = 5000;
    private static final int READERS = 6;
    /** A commit writes each page that it changed whole, and an envelope's rows change seven. Older files keep their own. */
    private static final int PAGE_BYTES = 1024;
    /** Changed pages wait in the log for so many others, so that one that changes often is moved to its place once. */
    private static final int LOG_PAGES = 32_000;

    /** Somebody else took the name or the next number in between. */
    private static final Set<SQLiteErrorCode> TAKEN =
            Set.of(SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY, SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE);

    private final HikariDataSource readers;
    /** One connection: what it holds of the file in memory stays true, since no other changes it. */
    private final HikariDataSource writer;

    private final Jdbi reading;
    private final Jdbi writing;
    private final ReentrantLock writers = new ReentrantLock(true);
    private final CommonCommit common = new CommonCommit();

    private Database(HikariDataSource readers, HikariDataSource writer) {
        this.readers = readers;
        this.writer = writer;
        reading = jdbi(readers);
        writing = jdbi(writer);
    }

    private static Jdbi jdbi(HikariDataSource pool) {
        Jdbi jdbi = Jdbi.create(pool);
        jdbi.setStatementBuilderFactory(new KeptStatements());
        // A failed statement's values never reach a message.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }

    /** Opens or makes the database in this folder, which exists. */
    public static Database open(Path folder) throws TryAgain {
        try {
            begin(folder.resolve(DatabaseFile.NAME));
            SQLiteDataSource source = sqlite(folder.resolve(DatabaseFile.NAME));
            HikariDataSource readers = new HikariDataSource(pooled(source, READERS));
            try {
                Flyway.configure()
                        .dataSource(readers)
                        .locations("classpath:org/umbral/clinic/store")
                        .load()
                        .migrate();
                return new Database(readers, new HikariDataSource(pooled(source, 1)));
            } catch (RuntimeException e) {
                readers.close();
                throw e;
            }
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    /** Runs the work in one transaction; what it throws undoes it. Must not be called from within itself. */
    public <T, X extends Exception> T transaction(HandleCallback<T, X> work) throws TryAgain, X {
        requireNoOther();
        writers.lock();
        try {
            return writing.inTransaction(work);
        } catch (JdbiException e) {
            throw failed(e);
        } finally {
            writers.unlock();
        }
    }

    /**
     * As {@link #transaction}, for small work of which much comes at once: what waits for its turn is done in one transaction
     * and made durable by one commit. Work that fails is undone alone; nothing returns before the commit.
     */
    public <T> T together(HandleCallback<T, TryAgain> work) throws TryAgain {
        requireNoOther();
        CommonCommit.Turn<T> turn = common.add(work);
        writers.lock();
        try {
            if (!turn.isDone()) {
                commit(common.take());
            }
        } finally {
            writers.unlock();
        }
        try {
            return turn.result();
        } catch (JdbiException e) {
            throw failed(e);
        }
    }

    /** Whatever ends it, also an error of the machine: what did not commit is not told as done. */
    private void commit(List<CommonCommit.Turn<?>> all) {
        boolean ended = false;
        try {
            writing.useTransaction(handle -> CommonCommit.run(handle, all));
            ended = true;
        } catch (RuntimeException e) {
            all.forEach(one -> one.failed(e));
            ended = true;
        } finally {
            if (!ended) {
                RuntimeException why = new Bug("a commit that did not end");
                all.forEach(one -> one.failed(why));
            }
            all.forEach(CommonCommit.Turn::done);
        }
    }

    private void requireNoOther() {
        if (writers.isHeldByCurrentThread()) {
            throw new Bug("a transaction does not begin within another");
        }
    }

    /** Runs statements that only read, beside writers; each sees what was committed when it began. */
    public <T, X extends Exception> T read(HandleCallback<T, X> work) throws TryAgain, X {
        try {
            return reading.withHandle(work);
        } catch (JdbiException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }

    /** SQLite takes the size of its pages before anything else, or not at all. */
    private static void begin(Path file) throws TryAgain {
        if (Files.exists(file)) {
            return;
        }
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        try (Connection first = source.getConnection();
                Statement pragma = first.createStatement()) {
            pragma.execute("pragma page_size = " + PAGE_BYTES);
            pragma.execute("pragma journal_mode = wal");
        } catch (SQLException e) {
            throw new TryAgain("disk-full", e);
        }
    }

    private static SQLiteDataSource sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setBusyTimeout(BUSY_MILLIS);
        // Nobody asks for them, and each insert would read one.
        config.setGetGeneratedKeys(false);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariConfig pooled(SQLiteDataSource source, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("umbral");
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        // A connection to a file does not age, and its statements are kept.
        config.setMaxLifetime(0);
        config.setIdleTimeout(0);
        config.setConnectionInitSql("pragma wal_autocheckpoint = " + LOG_PAGES);
        config.setConnectionTimeout(Duration.ofSeconds(30).toMillis());
        return config;
    }

    /** What a caller can act on; anything else is thrown on as it is. */
    private static TryAgain failed(RuntimeException failure) {
        return known(failure).orElseThrow(() -> failure);
    }

    /** The same where a file may be no database at all. */
    static TryAgain failed(RuntimeException failure, String otherwise) {
        return known(failure).orElseGet(() -> new TryAgain(otherwise, failure));
    }

    private static Optional<TryAgain> known(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String reason = reason(sql);
                if (reason != null) {
                    return Optional.of(new TryAgain(reason, failure));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String reason(SQLException sql) {
        if (sql instanceof SQLiteException sqlite && TAKEN.contains(sqlite.getResultCode())) {
            return "store-busy";
        }
        // Primary result codes of SQLite: the low byte of what it says.
        return switch (sql.getErrorCode() & 0xFF) {
            case 13, 10 -> "disk-full"; // SQLITE_FULL, SQLITE_IOERR
            case 5, 6 -> "store-busy"; // SQLITE_BUSY, SQLITE_LOCKED
            default -> sql instanceof SQLTransientException ? "store-busy" : null;
        };
    }
}

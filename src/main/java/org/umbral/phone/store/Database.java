package org.umbral.phone.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.JDBC;
import org.sqlite.SQLiteException;
import org.umbral.shared.TryAgain;

/**
 * The one connection to the phone's SQLite file, used by one thread at a time. A transaction is durable when it returns:
 * write-ahead log, {@code synchronous=FULL}. Runs on sqlite-jdbc 3.41.2.1 and later.
 */
final class Database implements AutoCloseable {
    /** What is done within one transaction. */
    interface Work<T> {
        T run(Sql sql) throws SQLException;
    }

    private static final String NAME = "umbral.db";
    private static final int MOST_LOG_PAGES = 4000;
    private static final long ROOM = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Path folder;
    private final Connection connection;
    private volatile long commits;
    private boolean closed;

    private Database(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /** In a folder that is there. */
    static Database open(Path folder, StorePoint points) throws TryAgain {
        try {
            Path file = folder.resolve(NAME).toAbsolutePath();
            Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
            Database database = new Database(folder, connection);
            database.prepare(points);
            return database;
        } catch (SQLException e) {
            throw explain(e, folder);
        }
    }

    private void prepare(StorePoint points) throws SQLException, TryAgain {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 5000");
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = full");
            statement.execute("pragma fullfsync = on");
            statement.execute("pragma checkpoint_fullfsync = on");
            // Moving the log into the file takes several forces: seldom within somebody's save, see checkpoint().
            statement.execute("pragma wal_autocheckpoint = " + MOST_LOG_PAGES);
            statement.execute("pragma secure_delete = on");
            statement.execute("pragma temp_store = memory");
            statement.execute("pragma foreign_keys = on");
        }
        points.reached("start-opened");
        Schema.migrate(connection);
        points.reached("start-migrated");
    }

    /** What this process has written so far, in transactions: nobody else writes to the file. */
    long commits() {
        return commits;
    }

    <T> T write(Work<T> work) throws TryAgain {
        return within("begin immediate", sql -> {
            T result = work.run(sql);
            run("commit");
            commits++;
            return result;
        });
    }

    <T> T read(Work<T> work) throws TryAgain {
        return within("begin", sql -> {
            T result = work.run(sql);
            run("commit");
            return result;
        });
    }

    private <T> T within(String begin, Work<T> work) throws TryAgain {
        lock.lock();
        try {
            if (closed) {
                throw new TryAgain("store-closed");
            }
            run(begin);
            try {
                return work.run(new Sql(connection));
            } catch (SQLException | RuntimeException e) {
                rollBack();
                throw e;
            }
        } catch (SQLException e) {
            throw explain(e, folder);
        } finally {
            lock.unlock();
        }
    }

    /** Moves the log into the file and empties it, so that what was deleted leaves no page behind. */
    void settle() throws TryAgain {
        checkpoint("truncate");
    }

    /** Moves the log into the file, so that no save has to. */
    void checkpoint() throws TryAgain {
        checkpoint("passive");
    }

    private void checkpoint(String kind) throws TryAgain {
        lock.lock();
        try {
            if (!closed) {
                run("pragma wal_checkpoint(" + kind + ")");
            }
        } catch (SQLException e) {
            throw explain(e, folder);
        } finally {
            lock.unlock();
        }
    }

    /** Lets the file grow to so many pages only: a full disk, for tests. */
    void limitPages(int pages) throws TryAgain {
        lock.lock();
        try {
            run("pragma max_page_count = " + pages);
        } catch (SQLException e) {
            throw explain(e, folder);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            connection.close();
        } catch (SQLException e) {
            // Every transaction was durable when it returned; there is nothing left to save.
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    private void run(String statement) throws SQLException {
        try (Statement prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private void rollBack() {
        try {
            run("rollback");
        } catch (SQLException alreadyRolledBack) {
            // SQLite rolls back by itself after some errors, such as a full disk.
            return;
        }
    }

    private static TryAgain explain(SQLException e, Path folder) {
        String code =
                e instanceof SQLiteException sqlite ? sqlite.getResultCode().name() : "";
        boolean noRoom = code.startsWith("SQLITE_IOERR") && folder.toFile().getUsableSpace() < ROOM;
        if (code.equals("SQLITE_FULL") || noRoom) {
            return new TryAgain("disk-full");
        }
        if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
            return new TryAgain("store-busy");
        }
        boolean damaged = code.startsWith("SQLITE_CORRUPT") || code.equals("SQLITE_NOTADB");
        return new TryAgain(damaged ? "store-damaged" : "store-unwritable");
    }
}

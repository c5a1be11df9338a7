package org.umbral.phone.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.unlock.Vault;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * The phone's one file and the folder of sealed photos beside it. Every call is one transaction, durable when it returns;
 * {@code TryAgain("disk-full")} and the like leave everything as it was. Thread-safe.
 */
public final class PhoneStore implements AutoCloseable {
    /** A row of the vault; {@code plain} is empty where its bytes are damaged. */
    public record Row(String id, Optional<byte[]> plain) {}

    private record Sealed(String id, int version, byte[] bytes) {}

    private static final String ROW = "select id, version, sealed from vault_row where kind = ? and ";

    private final Database database;
    private final PhoneFiles files;
    private final Path sealed;
    private final Clock clock;
    private final StorePoint points;
    private final Listeners mailListeners = new Listeners();
    private final Listeners allListeners = new Listeners();
    private final SqlOutbox outbox;

    private PhoneStore(Database database, PhoneFiles files, Path sealed, Clock clock, StorePoint points) {
        this.database = database;
        this.files = files;
        this.sealed = sealed;
        this.clock = clock;
        this.points = points;
        outbox = new SqlOutbox(database, files, sealed, clock, points, mailListeners, allListeners);
    }

    /** Opens or makes the store below a folder; needs no key. */
    public static PhoneStore open(Path home, Clock clock, PhoneFiles files, StorePoint points) throws TryAgain {
        try {
            files.makeFolder(home);
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
        Database database = Database.open(home, points);
        return new PhoneStore(database, files, home.resolve("sealed"), clock, points);
    }

    public Outbox outbox() {
        return outbox;
    }

    /** Captures that were sealed while the vault was shut. */
    public Captures captures() {
        return new Captures(database, files, sealed, clock, points);
    }

    public Letters letters() {
        return new Letters(database);
    }

    public Clearing clearing() {
        return new Clearing(database, files, sealed, clock, points);
    }

    public Change change(Vault vault) {
        return new Change(vault, LocalDate.now(clock).toString());
    }

    /** How often anything was committed since the file was opened; while it stays, what was read stays true. */
    public long commits() {
        return database.commits();
    }

    /** Commits everything or nothing. */
    public void commit(Change change) throws TryAgain {
        database.write(sql -> {
            points.reached("commit-begun");
            for (Change.Step step : change.steps()) {
                step.apply(sql, points);
            }
            points.reached("commit-ready");
            return 0;
        });
        points.reached("commit-done");
        if (change.changesMail()) {
            mailListeners.tell();
        }
        allListeners.tell();
    }

    /** Mail appeared without a commit of cases: whoever carries it is to look. */
    public void tellAll() {
        mailListeners.tell();
        allListeners.tell();
    }

    /** Told after every commit, on the committing thread, until the returned is run. */
    public Runnable listen(Runnable listener) {
        allListeners.add(listener);
        return () -> allListeners.remove(listener);
    }

    /** One row; {@code GiveUp("sealed-value-damaged")} where it does not open. */
    public Optional<byte[]> row(Vault vault, String kind, String id) throws TryAgain, GiveUp {
        Optional<Sealed> found = database.read(sql -> sql.one(ROW + "id = ?", PhoneStore::sealedRow, kind, id));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        vault.open(kind, id, found.get().version(), found.get().bytes()));
    }

    /** The rows of a kind below a parent, in the order of their ids. */
    public List<Row> rows(Vault vault, String kind, String parent) throws TryAgain {
        List<Row> rows = new ArrayList<>();
        for (Sealed one :
                database.read(sql -> sql.list(ROW + "parent = ? order by id", PhoneStore::sealedRow, kind, parent))) {
            rows.add(new Row(one.id(), opened(vault, kind, one)));
        }
        return rows;
    }

    private static Optional<byte[]> opened(Vault vault, String kind, Sealed row) {
        try {
            return Optional.of(vault.open(kind, row.id(), row.version(), row.bytes()));
        } catch (GiveUp damaged) {
            return Optional.empty();
        }
    }

    private static Sealed sealedRow(ResultSet row) throws SQLException {
        return new Sealed(row.getString(1), row.getInt(2), row.getBytes(3));
    }

    /** What became of each item; items that the store does not know are left out. */
    public Map<Sha256, MailState> mail(List<Sha256> names) throws TryAgain {
        return database.read(sql -> {
            Map<Sha256, MailState> states = new HashMap<>();
            for (Sha256 name : names) {
                MailStates.of(sql, name).ifPresent(state -> states.put(name, state));
            }
            return states;
        });
    }

    /** From now on it waits. */
    private static final String CUT =
            "update mail set draft = 0, day = ?, link_time = " + SqlOutbox.LINK_TIME + " where draft = 1";

    /** Lets the drafts of a group go. */
    public void cut(String group) throws TryAgain {
        cut(CUT + " and grp = ?", group);
    }

    /** Lets every draft go, but those before consent; needs no key. */
    public void cutAll() throws TryAgain {
        cut(CUT + " and ? = ''", "");
    }

    private void cut(String statement, String group) throws TryAgain {
        points.reached("cut-begun");
        int cut =
                database.write(sql -> sql.update(statement, LocalDate.now(clock).toString(), group));
        points.reached("cut-done");
        if (cut > 0) {
            mailListeners.tell();
            allListeners.tell();
        }
    }

    /** Writes a sealed photo's file, forced to disk; a row has to name it next, or a later start erases it. */
    public void writeSealed(Sha256 name, byte[] bytes) throws TryAgain {
        try {
            files.write(sealed.resolve(name.hex()), bytes);
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    /** The sealed bytes of a photo; empty where they are here no more. */
    public Optional<byte[]> readSealed(Sha256 name) {
        try {
            return Optional.of(files.read(sealed.resolve(name.hex())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public Optional<String> policy() throws TryAgain {
        return database.read(sql -> sql.fact(Facts.POLICY));
    }

    /** The clinic's last catalogue, as it was sent. */
    public Optional<String> catalogue() throws TryAgain {
        return database.read(sql -> sql.fact(Facts.CATALOGUE));
    }

    /** Has what was deleted leave no page behind, in the file or its log. */
    public void settle() throws TryAgain {
        database.settle();
    }

    /** Does now, while nobody waits, what a later commit would have to do. */
    public void tidy() throws TryAgain {
        database.checkpoint();
    }

    /** Lets the file grow to so many pages only: a full disk, for tests. */
    void limitPages(int pages) throws TryAgain {
        database.limitPages(pages);
    }

    @Override
    public void close() {
        database.close();
    }
}

package org.umbral.phone.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.MailPage;

/** The outbox in SQLite. A receipt counts while its epoch is the clinic's present one. */
final class SqlOutbox implements Outbox {
    private static final String NOT_RECEIVED = " and not exists (select 1 from receipt"
            + " where receipt.name = mail.name and receipt.epoch = (select value from fact where key = 'epoch'))";
    private static final String WAITS = " from mail where draft = 0" + NOT_RECEIVED;
    private static final String TO_BE_SENT = " from mail where draft < 2" + NOT_RECEIVED;

    static final String LINK_TIME = "coalesce((select value + 0 from fact where key = 'link-time'), 0)";
    private static final String OVERDUE = LINK_TIME + " - link_time >= " + MOST_WAIT.toSeconds();

    private final Database database;
    private final PhoneFiles files;
    private final Path sealed;
    private final Receipts receipts;
    private final StorePoint points;
    private final Listeners listeners;
    private final Listeners allListeners;

    SqlOutbox(
            Database database,
            PhoneFiles files,
            Path sealed,
            Clock clock,
            StorePoint points,
            Listeners listeners,
            Listeners allListeners) {
        this.database = database;
        this.files = files;
        this.sealed = sealed;
        this.receipts = new Receipts(clock, points);
        this.points = points;
        this.listeners = listeners;
        this.allListeners = allListeners;
    }

    @Override
    public Optional<ClinicLink> link() throws TryAgain {
        return database.read(LinkRows::read);
    }

    @Override
    public void link(ClinicLink link) throws TryAgain {
        changed(sql -> LinkRows.write(sql, link));
    }

    @Override
    public void revoked(ClinicLink link) throws TryAgain {
        changed(sql -> LinkRows.amend(sql, link.asRevoked()));
    }

    @Override
    public void joined(ClinicLink link, List<SignedDocument> documents) throws TryAgain {
        changed(sql -> {
            LinkRows.replaceDocuments(sql, documents);
            sql.fact(Facts.CROSSED, null);
            return LinkRows.write(sql, link);
        });
    }

    @Override
    public List<SignedDocument> documents() throws TryAgain {
        return database.read(LinkRows::documents);
    }

    @Override
    public List<Waiting> waiting() throws TryAgain {
        return database.read(sql -> sql.list(
                "select name, size, photo, emergency, grp, tries, day, refused" + WAITS + " order by photo, (" + OVERDUE
                        + ") desc, iif(" + OVERDUE + ", seq, 0), emergency desc, size, seq",
                SqlOutbox::waiting));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        int lane = 2 * row.getInt(3) + (1 - row.getInt(4));
        return new Waiting(
                new Sha256(row.getString(1)),
                row.getLong(2),
                Lane.values()[lane],
                row.getString(5),
                row.getInt(6),
                LocalDate.parse(row.getString(7)),
                Optional.ofNullable(row.getString(8)));
    }

    @Override
    public int waitingCount() throws TryAgain {
        return database.read(
                sql -> sql.one("select count(*)" + WAITS, row -> row.getInt(1)).orElse(0));
    }

    @Override
    public boolean mustJoinAgain() throws TryAgain {
        return database.read(sql -> sql.fact(Facts.CROSSED).isPresent());
    }

    @Override
    public Undelivered undelivered() throws TryAgain {
        return database.read(sql -> new Undelivered(
                count(sql, "count(distinct grp)" + TO_BE_SENT),
                count(sql, "count(*)" + TO_BE_SENT + " and photo = 1") + count(sql, "count(*) from capture"),
                count(sql, "count(distinct grp) from mail where draft = 2")));
    }

    private static int count(Sql sql, String what) throws SQLException {
        return sql.one("select " + what, row -> row.getInt(1)).orElse(0);
    }

    @Override
    public InputStream read(Sha256 name, long offset) throws TryAgain {
        Optional<Held> held = database.read(sql -> sql.one(
                "select bytes from mail where name = ?",
                row -> new Held(Optional.ofNullable(row.getBytes(1))),
                name.hex()));
        if (held.isEmpty()) {
            throw new TryAgain("no-longer-here");
        }
        if (held.get().bytes().isPresent()) {
            byte[] bytes = held.get().bytes().get();
            int from = (int) Math.min(bytes.length, offset);
            return new ByteArrayInputStream(bytes, from, bytes.length - from);
        }
        try {
            return files.read(sealed.resolve(name.hex()), offset);
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    private record Held(Optional<byte[]> bytes) {}

    @Override
    public void tried(Sha256 name) throws TryAgain {
        database.write(sql -> sql.update("update mail set tries = tries + 1 where name = ?", name.hex()));
        points.reached("deliver-tried");
    }

    @Override
    public void refused(Sha256 name, String reason) throws TryAgain {
        changed(sql -> sql.update("update mail set refused = ? where name = ?", reason, name.hex()));
    }

    @Override
    public void received(Receipt receipt, SignedDocument signed) throws TryAgain {
        points.reached("receipt-begun");
        changed(sql -> receipts.file(sql, receipt, signed));
        points.reached("receipt-done");
    }

    @Override
    public Optional<String> epoch() throws TryAgain {
        return database.read(sql -> sql.fact(Facts.EPOCH));
    }

    @Override
    public List<HaveRequest.Gone> epochChanged(String epoch) throws TryAgain {
        List<HaveRequest.Gone> gone = changed(sql -> {
            Optional<String> before = sql.fact(Facts.EPOCH);
            if (!before.filter(epoch::equals).isPresent()) {
                sql.fact(Facts.EPOCH, epoch);
                sql.fact(Facts.UNANSWERED, before.isPresent() ? "1" : null);
                sql.fact(Facts.CURSOR, null);
            }
            points.reached("epoch-marked");
            return Receipts.gone(sql, epoch);
        });
        points.reached("epoch-done");
        return gone;
    }

    @Override
    public Optional<Newest> newest() throws TryAgain {
        return database.read(sql -> sql.one(
                "select position, name from receipt where epoch = (select value from fact where key = 'epoch')"
                        + " order by position desc limit 1",
                row -> new Newest(row.getLong(1), new Sha256(row.getString(2)))));
    }

    @Override
    public List<HaveRequest.Gone> fellBehind(long position) throws TryAgain {
        return changed(sql -> {
            String epoch = sql.fact(Facts.EPOCH).orElse("");
            sql.update(
                    "update receipt set epoch = epoch || ' before a restore' where epoch = ? and position > ?",
                    epoch,
                    position);
            sql.fact(Facts.CURSOR, null);
            sql.fact(Facts.UNANSWERED, "1");
            return Receipts.gone(sql, epoch);
        });
    }

    @Override
    public Optional<List<HaveRequest.Gone>> unanswered() throws TryAgain {
        return database.read(sql -> sql.fact(Facts.UNANSWERED).isEmpty()
                ? Optional.empty()
                : Optional.of(Receipts.gone(sql, sql.fact(Facts.EPOCH).orElse(""))));
    }

    @Override
    public void answered() throws TryAgain {
        database.write(sql -> {
            sql.fact(Facts.UNANSWERED, null);
            return 0;
        });
    }

    @Override
    public Optional<String> mailCursor() throws TryAgain {
        return database.read(sql -> sql.fact(Facts.CURSOR));
    }

    @Override
    public void mail(MailPage page) throws TryAgain {
        changed(sql -> {
            for (MailPage.Letter letter : page.letters()) {
                sql.update(
                        "insert or ignore into letter (name, sealed) values (?, ?)",
                        Sha256.of(letter.sealed()).hex(),
                        letter.sealed());
            }
            sql.update(Receipts.SET_EPOCH, page.epoch());
            sql.fact(Facts.CURSOR, page.cursor());
            return 0;
        });
        points.reached("letters-kept");
    }

    @Override
    public void delivered(Duration time) throws TryAgain {
        database.write(sql -> sql.update(
                "insert or replace into fact (key, value) values (?, cast(" + LINK_TIME + " + ? as text))",
                Facts.LINK_TIME,
                time.toSeconds()));
    }

    @Override
    public Optional<String> serverTime() throws TryAgain {
        return database.read(sql -> sql.fact(Facts.SERVER_TIME));
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private <T> T changed(Database.Work<T> work) throws TryAgain {
        T result = database.write(work);
        listeners.tell();
        allListeners.tell();
        return result;
    }
}

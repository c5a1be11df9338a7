package org.umbral.phone.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.SealingKey;

/**
 * Photos that camera or picker left in the clear: sealed to the phone's own mailbox key, whose public half stands outside
 * the vault, so that no passphrase is needed; opened again once the vault is.
 */
public final class Captures {
    /** One that waits; case and item are random ids, null where nothing was expected. */
    public record Kept(
            Sha256 name, @Nullable String caseId, @Nullable String item, Instant found) {}

    /** Makes a capture upright and without metadata, as any photo that is sent; empty where it is no picture. */
    public interface Cleaner {
        Optional<byte[]> clean(byte[] capture);
    }

    private record Spare(Sha256 name, int size) {}

    private static final String MARK = ".sealed";

    private final Database database;
    private final PhoneFiles files;
    private final Path sealed;
    private final Clock clock;
    private final StorePoint points;

    Captures(Database database, PhoneFiles files, Path sealed, Clock clock, StorePoint points) {
        this.database = database;
        this.files = files;
        this.sealed = sealed;
        this.clock = clock;
        this.points = points;
    }

    /** Remembers what the camera's next photo is for. */
    public void expect(String caseId, String item) throws TryAgain {
        database.write(sql -> {
            sql.fact(Facts.EXPECTED_CASE, caseId);
            sql.fact(Facts.EXPECTED_ITEM, item);
            return 0;
        });
    }

    /**
     * Seals and erases whatever lies in the clear: to this phone, and what is a picture also to the clinic, cleaned, so
     * that it is not lost with the vault. Returns how many; none before a vault was ever made.
     */
    public int sealAll(Path inTheClear, Cleaner cleaner) throws TryAgain {
        Optional<String> mailbox = database.read(sql -> sql.fact(Facts.MAILBOX));
        if (mailbox.isEmpty()) {
            return 0;
        }
        int done = 0;
        try {
            for (Path capture : files.list(inTheClear)) {
                if (isSealed(capture)) {
                    files.erase(capture);
                } else if (!capture.toString().endsWith(PhoneFiles.PART)) {
                    seal(capture, new SealingKey(mailbox.get()), cleaner);
                    done++;
                }
            }
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
        return done;
    }

    private void seal(Path capture, SealingKey mailbox, Cleaner cleaner) throws IOException, TryAgain {
        byte[] plain = files.read(capture);
        byte[] bytes = Age.seal(plain, mailbox);
        Sha256 name = Sha256.of(bytes);
        points.reached("capture-sealed");
        Path marked = mark(capture, name);
        files.write(sealed.resolve(name.hex()), bytes);
        points.reached("capture-file-written");
        Optional<Spare> spare = spare(plain, cleaner);
        database.write(sql -> sql.update(
                "insert into capture (name, case_id, item, found, spare, spare_size) values (?, ?, ?, ?, ?, ?)",
                name.hex(),
                sql.fact(Facts.EXPECTED_CASE).orElse(null),
                sql.fact(Facts.EXPECTED_ITEM).orElse(null),
                clock.instant().toString(),
                spare.map(one -> one.name().hex()).orElse(null),
                spare.map(Spare::size).orElse(null)));
        points.reached("capture-committed");
        files.erase(marked);
        points.reached("capture-clear-erased");
    }

    private Optional<Spare> spare(byte[] plain, Cleaner cleaner) throws IOException, TryAgain {
        Optional<ClinicLink> link = database.read(LinkRows::read);
        Optional<byte[]> jpeg = link.isEmpty() ? Optional.empty() : cleaner.clean(plain);
        if (jpeg.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = Age.seal(jpeg.get(), link.orElseThrow().clinicIdentity());
        Spare spare = new Spare(Sha256.of(bytes), bytes.length);
        files.write(sealed.resolve(spare.name().hex()), bytes);
        points.reached("capture-spare-written");
        return Optional.of(spare);
    }

    /**
     * Names a capture in the clear after its sealed form, before that is committed: when a kill leaves it, a start sees
     * whether it is the last copy.
     */
    public Path mark(Path capture, Sha256 name) throws TryAgain {
        Path marked = capture.resolveSibling(name.hex() + MARK);
        try {
            files.rename(capture, marked);
            return marked;
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    /** The sealed form was not committed: the capture has its own name again. */
    public void unmark(Path marked, Path capture) throws TryAgain {
        try {
            files.rename(marked, capture);
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    private boolean isSealed(Path capture) throws TryAgain {
        String file = String.valueOf(capture.getFileName());
        if (!file.endsWith(MARK)) {
            return false;
        }
        String name = file.substring(0, file.length() - MARK.length());
        return database.read(sql -> sql.one(
                        "select 1 from mail where name = ? union select 1 from receipt where name = ?"
                                + " union select 1 from capture where name = ?",
                        row -> 1,
                        name,
                        name,
                        name))
                .isPresent();
    }

    public List<Kept> kept() throws TryAgain {
        return database.read(sql -> sql.list(
                "select name, case_id, item, found from capture order by found, name",
                row -> new Kept(
                        new Sha256(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        Instant.parse(row.getString(4)))));
    }

    /** The sealed bytes. */
    public byte[] read(Sha256 name) throws TryAgain {
        try {
            return files.read(sealed.resolve(name.hex()));
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    /** The capture and its spare go; the caller has it in another form, or wants it no more. */
    public void drop(Sha256 name) throws TryAgain {
        Optional<String> spare = spareOf(name);
        database.write(sql -> sql.update("delete from capture where name = ?", name.hex()));
        eraseFile(name);
        if (spare.isPresent()) {
            eraseFile(new Sha256(spare.get()));
        }
    }

    /** The name of the form that the clinic can open. */
    public Optional<String> spareOf(Sha256 name) throws TryAgain {
        return database.read(sql -> sql.one(
                        "select coalesce(spare, '') from capture where name = ?", row -> row.getString(1), name.hex()))
                .filter(spare -> !spare.isEmpty());
    }

    /** Erases the file of a capture whose row is gone. */
    public void eraseFile(Sha256 name) throws TryAgain {
        try {
            files.erase(sealed.resolve(name.hex()));
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }
}

package org.umbral.clinic.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.TryAgain;

/** Sealed mail to phones, in the order in which it was put. Thread-safe. */
public final class Mailbox {
    private static final byte[] NOTHING = {};

    private final Database database;

    public Mailbox(Database database) {
        this.database = database;
    }

    /** @param position grows in the order in which letters appear */
    public record Letter(long position, byte[] sealed) {
        @Override
        public String toString() {
            return "Letter[" + position + "]";
        }
    }

    /** A letter that is not in the mail yet, for a store that puts it there with something else. */
    public record Sealed(String device, byte[] sealed) {
        @Override
        public String toString() {
            return "Sealed[]";
        }
    }

    public long put(String device, byte[] sealed) throws TryAgain {
        return put(device, sealed, null);
    }

    /** @param caseId that the letter is about, so that it can be taken back with the case; null for none */
    public long put(String device, byte[] sealed, @Nullable String caseId) throws TryAgain {
        return database.transaction(handle -> put(handle, new Sealed(device, sealed), caseId));
    }

    /** Gives the next position, under the writers' lock. */
    static long put(Handle handle, Sealed letter, @Nullable String caseId) {
        long position = ClinicState.next(handle, "mail-position");
        handle.createUpdate("insert into letters (device, position, sealed, case_id)"
                        + " values (:device, :position, :sealed, :caseId)")
                .bind("device", letter.device())
                .bind("position", position)
                .bind("sealed", letter.sealed())
                .bind("caseId", caseId)
                .execute();
        return position;
    }

    /** Takes back what is about the case, wherever it is not fetched yet; that something stood there stays. */
    public void dropOf(String caseId) throws TryAgain {
        database.transaction(handle -> {
            List<Dropped> dropped = handle.createQuery("select device, position, sealed from letters where case_id = ?")
                    .bind(0, caseId)
                    .map((row, context) ->
                            new Dropped(row.getString(1), row.getLong(2), MailCursor.print(row.getBytes(3))))
                    .list();
            dropped.forEach(letter -> handle.createUpdate("update letters set sealed = :nothing, print = :print,"
                            + " case_id = null where device = :device and position = :position")
                    .bind("device", letter.device())
                    .bind("position", letter.position())
                    .bind("print", letter.print())
                    .bind("nothing", NOTHING)
                    .execute());
            return dropped.size();
        });
    }

    /** Its place and print. */
    private record Dropped(String device, long position, String print) {}

    /** @param cursor names the last letter of the page, or the one before where the page is empty */
    public record Page(List<Letter> letters, String cursor, boolean more) {}

    /**
     * One device's letters after a cursor, in their order. From the first where the cursor is of another epoch, was never
     * given, or names a letter that does not stand there: a phone keeps what comes twice once.
     *
     * @param most letters of the page
     * @param mostBytes of the page; a single letter may be larger
     */
    public Page page(String device, String epoch, String cursor, int most, int mostBytes) throws TryAgain {
        return database.read(handle -> {
            MailCursor from = MailCursor.read(cursor)
                    .filter(one -> one.epoch().equals(epoch) && fits(handle, device, one))
                    .orElse(MailCursor.start(epoch));
            List<Letter> found = after(handle, device, from.position(), most + 1);
            int letters = 0;
            int bytes = 0;
            for (Letter letter : found) {
                bytes += letter.sealed().length;
                if (letters == most || (bytes > mostBytes && letters > 0)) {
                    break;
                }
                letters++;
            }
            List<Letter> page = found.subList(0, letters);
            return new Page(page, last(epoch, page).orElse(from).text(), letters < found.size());
        });
    }

    private static Optional<MailCursor> last(String epoch, List<Letter> page) {
        return page.isEmpty()
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1))
                        .map(letter -> new MailCursor(epoch, letter.position(), MailCursor.print(letter.sealed())));
    }

    private static boolean fits(Handle handle, String device, MailCursor cursor) {
        return handle.createQuery("select sealed, print from letters where device = ? and position = ?")
                .bind(0, device)
                .bind(1, cursor.position())
                .map((row, context) -> {
                    String print = row.getString(2);
                    return print == null ? MailCursor.print(row.getBytes(1)) : print;
                })
                .findOne()
                .filter(cursor.print()::equals)
                .isPresent();
    }

    private static List<Letter> after(Handle handle, String device, long position, int most) {
        return handle.createQuery("select position, sealed from letters where device = :device"
                        + " and position > :position and print is null order by position limit :most")
                .bind("device", device)
                .bind("position", position)
                .bind("most", most)
                .map((row, context) -> new Letter(row.getLong(1), row.getBytes(2)))
                .list();
    }
}

package org.umbral.clinic.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.TryAgain;

/** Sealed mail to phones, in the order in which it was put. Thread-safe. */
public final class Mailbox {
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

    /** Takes back what is about the case, wherever it is not fetched yet. */
    public void dropOf(String caseId) throws TryAgain {
        database.transaction(handle -> handle.execute("delete from letters where case_id = ?", caseId));
    }

    /** One device's letters after this position, in their order, at most so many. */
    public List<Letter> after(String device, long position, int most) throws TryAgain {
        return database.read(handle -> handle.createQuery("select position, sealed from letters"
                        + " where device = :device and position > :position order by position limit :most")
                .bind("device", device)
                .bind("position", position)
                .bind("most", most)
                .map((row, context) -> new Letter(row.getLong(1), row.getBytes(2)))
                .list());
    }
}

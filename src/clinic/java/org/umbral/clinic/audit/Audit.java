package org.umbral.clinic.audit;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.AuditRows.Next;
import org.umbral.clinic.store.AuditRows.Row;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;

/**
 * Who saw and did what: rows that are only added, each with a hash over itself and the row before, so that a row that was
 * changed, taken out or put in shows. Rows cut off the end show by a tip beside them; a backup mark names the last hash.
 * Holds ids and action codes only. Thread-safe.
 */
public final class Audit {
    /** What was done; stored by its name, which never changes. */
    public enum Action {
        SET_UP,
        LOGGED_IN,
        LOGIN_REFUSED,
        LOGGED_OUT,
        CASE_OPENED,
        PHOTO_OPENED,
        QUESTION_ASKED,
        CASE_WRITTEN,
        PHONE_INVITED,
        PHONE_REVOKED,
        STAFF_INVITED,
        STAFF_INVITATION_WITHDRAWN,
        STAFF_JOINED,
        STAFF_ENDED,
        KEYS_RENEWED,
        LOGGED_OUT_EVERYWHERE,
        KEY_ADMITTED,
        FOUND_DIFFERENT,
        CASE_PRINTED,
        CASE_EXPORTED,
        EXPORT_REFUSED,
        ALL_EXPORTED,
        SPONSORS_OPENED,
        SPONSOR_PERMISSION_GIVEN,
        SPONSOR_PERMISSION_TAKEN,
        CONSENT_WITHDRAWN,
        WITHDRAWAL_UNDONE,
        ERASING_PROPOSED,
        ERASING_REFUSED,
        ERASING_APPROVED,
        ERASED,
        JOIN_PROPOSED,
        JOIN_DECLINED,
        JOINED,
        TAKEN_APART,
        SEARCHED,
        RULE_CONFIRMED,
        RULE_TAKEN_BACK,
        TABLE_IMPORTED,
        LOSS_SET_ASIDE
    }

    private static final int PAGE = 500;
    private static final Row NOTHING =
            new Row(0, "", "", "", "", "", Sha256.ofText("umbral audit").hex());

    private final AuditRows rows;
    private final Clock clock;

    public Audit(AuditRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param staff id of the member of staff; empty where nobody is logged in
     * @param object id of the case, photo or phone; empty where there is none
     */
    public void append(String staff, Action action, String object) throws TryAgain {
        rows.append(next(staff, action, object));
    }

    /** The same row, for a store that adds it in the transaction of what it tells of. */
    public Next next(String staff, Action action, String object) {
        return new Next(NOTHING, last -> {
            Row open =
                    new Row(last.seq() + 1, clock.instant().toString(), staff, action.name(), object, last.hash(), "");
            return new Row(
                    open.seq(), open.at(), open.staff(), open.action(), open.object(), open.previous(), hash(open));
        });
    }

    /** The first row that is not as it was written, counted from 1; 0 where all are. */
    public long verify() throws TryAgain {
        return check().firstBroken();
    }

    /**
     * What reading every row anew found.
     *
     * @param rows how many are as they were written, from the first
     * @param firstBroken number of the first that is not, or is gone; 0 where there is none
     * @param isCutOff whether everything from there on is gone
     * @param lastHash of the last good row: whoever wrote it down elsewhere can compare
     */
    public record Verdict(long rows, long firstBroken, boolean isCutOff, String lastHash) {}

    /** Rows cut off the end show by the tip that the store keeps beside them, as long as whoever cut did not know of it. */
    public Verdict check() throws TryAgain {
        Row last = NOTHING;
        for (List<Row> page = rows.after(0, PAGE); !page.isEmpty(); page = rows.after(last.seq(), PAGE)) {
            for (Row row : page) {
                boolean follows = row.seq() == last.seq() + 1 && row.previous().equals(last.hash());
                if (!follows || !row.hash().equals(hash(row))) {
                    return new Verdict(last.seq(), last.seq() + 1, false, last.hash());
                }
                last = row;
            }
        }
        boolean cut = rows.isCutAfter(last.seq());
        return new Verdict(last.seq(), cut ? last.seq() + 1 : 0, cut, last.hash());
    }

    /** A row as it is shown. */
    public record Line(long seq, String at, String staff, String action, String object) {}

    /**
     * Which rows; what is empty does not count.
     *
     * @param from first moment, and {@code until} the first that is too late, ISO 8601 in UTC without its last letter
     * @param object id that the row begins with or names after it
     * @param before number that they come before
     */
    public record Search(String staff, String action, String from, String until, String object, long before) {}

    /** The newest first, at most so many. */
    public List<Line> find(Search search, int most) throws TryAgain {
        return rows
                .find(
                        new AuditRows.Search(
                                search.staff(),
                                search.action(),
                                search.from(),
                                search.until(),
                                search.object(),
                                search.before()),
                        most)
                .stream()
                .map(row -> new Line(row.seq(), row.at(), row.staff(), row.action(), row.object()))
                .toList();
    }

    /** Lengths keep one field's end from being taken for the next one's start. */
    private static String hash(Row row) {
        StringBuilder text = new StringBuilder("umbral audit 1");
        for (String part :
                List.of(Long.toString(row.seq()), row.at(), row.staff(), row.action(), row.object(), row.previous())) {
            text.append(String.format(Locale.ROOT, "|%d:%s", part.length(), part));
        }
        return Sha256.ofText(text.toString()).hex();
    }
}

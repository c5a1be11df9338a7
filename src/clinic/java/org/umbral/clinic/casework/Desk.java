package org.umbral.clinic.casework;

import java.io.OutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.WriteId;

/**
 * What logged-in staff see and do with cases. Opening a case or a photo is audited. What takes a session answers {@code
 * AskThePerson("not-your-role")} to one that reads no cases. Thread-safe.
 */
public interface Desk {
    /**
     * Opens mail that arrived since, then the cases in the order of {@link Standing.Why}, then urgency; of what waits the
     * oldest first. Cases that are one are one line.
     */
    List<QueueRow> queue(StaffSession session) throws AskThePerson, TryAgain;

    /**
     * Opens some of the mail that arrived, for a page that shows how far it is; {@link #queue} opens the rest.
     *
     * @return how many envelopes still wait
     */
    default int openSome(StaffSession session) throws AskThePerson, TryAgain {
        return 0;
    }

    /** Grows when anything in the queue changed; pages follow it. Cheap, opens nothing. */
    long version() throws TryAgain;

    /**
     * The case; to an attorney without its story while the conflict check is not clear ({@link Narrative}). Audits, and tells the phone that captured it that staff opened it. {@code AskThePerson("no-such-case")}.
     */
    CasePage open(StaffSession session, CaseId id) throws AskThePerson, TryAgain;

    /**
     * Writes the photo's JPEG. {@code AskThePerson("photo-on-the-way")} while it has not arrived, {@code
     * no-such-photo} where no entry of the case names it, {@code GiveUp("sealed-bytes-damaged")}. {@code conflict-check-first} to an attorney ({@link
     * Narrative}). Nothing is written to {@code out} before the whole photo was checked.
     */
    void photo(StaffSession session, CaseId id, Sha256 envelope, OutputStream out)
            throws AskThePerson, GiveUp, TryAgain;

    /**
     * Asks whoever captured the case: signed, sealed to those phones, and shown on the case's page with the answer. For
     * paralegals and attorneys, else {@code AskThePerson("not-your-role")}; {@code question-empty}, {@code
     * question-too-long} over 500 characters, {@code consent-withdrawn}, {@code no-such-field}, {@code no-phone-to-ask} where
     * every such phone was revoked or has yet to join again after border mode, {@code no-such-case}. Audited.
     */
    void ask(StaffSession session, CaseId id, String text, Optional<About> about) throws AskThePerson, TryAgain;

    /**
     * Writes what the session's person changed: one signed entry for each audience, kept sealed with the case's new card and
     * its audit row; what phones read goes to those that captured the case. Nothing where there are no changes. {@code
     * AskThePerson} with {@code no-such-case}, {@code not-your-role}, {@code conflict-check-first}, {@code only-added}, {@code no-such-field}, {@code value-does-not-fit} (see
     * {@link Fit}) or {@code sponsor-consent-first}; then nothing was written.
     */
    void write(StaffSession session, CaseId id, Changes changes) throws AskThePerson, TryAgain;

    /** {@code AskThePerson("no-such-case")} where the case is not there, or not for this session: for every way to it. */
    default void requireVisible(StaffSession session, CaseId id) throws AskThePerson, TryAgain {}
    /** The staff's own work across all cases. */
    Work work();

    /** What arrived and waits for somebody to log in: counted without opening anything. */
    Unread unread() throws TryAgain;

    /** Since when the longest-waiting emergency has waited for staff to open its case; what is not opened mail yet counts. */
    default Optional<Instant> oldestEmergencyNotOpened() throws TryAgain {
        return unread().oldestEmergency();
    }

    /** How many emergencies were set aside and seen there by nobody who works on cases. */
    default int emergenciesSetAside() throws TryAgain {
        return 0;
    }

    /** What could not be opened or is not trusted, and why (rule R7). An emergency among it calls until it is seen here. */
    List<Quarantined> quarantine(StaffSession session) throws AskThePerson, TryAgain;

    /** Photos that arrived and that no entry names yet: their words are still on the way, or were set aside. */
    Unnamed unnamedPhotos() throws TryAgain;

    /** How many, and since when the first of them is here. */
    record Unnamed(int photos, Optional<Instant> since) {}

    /**
     * One line of the queue.
     *
     * @param name as written, cut where it is very long; both where two people wrote apart
     * @param situation code of CAS-03; empty where nobody wrote it
     * @param urgency code of CAS-06, the most urgent while it is in conflict; empty where nobody wrote it
     * @param arrived when the first entry came
     * @param opened when staff last opened it; empty where something came since
     * @param photos pages that the entries name, of which {@code photosHere} have arrived
     * @param withdrawn whether consent was; such a line is for attorneys and stewards only
     * @param standing why it stands where it does
     */
    record QueueRow(
            CaseId id,
            String code,
            String name,
            String situation,
            String urgency,
            Instant arrived,
            Optional<Instant> opened,
            int photos,
            int photosHere,
            boolean conflicts,
            Standing standing,
            boolean withdrawn) {
        /** Of one case that waits for nothing but to be opened. */
        public QueueRow(
                CaseId id,
                String code,
                String name,
                String situation,
                String urgency,
                Instant arrived,
                Optional<Instant> opened,
                int photos,
                int photosHere,
                boolean conflicts) {
            this(
                    id,
                    code,
                    name,
                    situation,
                    urgency,
                    arrived,
                    opened,
                    photos,
                    photosHere,
                    conflicts,
                    Standing.of(id, opened.isPresent()),
                    false);
        }

        /** For whoever needs to know that it is there, and no more. */
        QueueRow withoutNames() {
            return new QueueRow(
                    id, code, "", "", urgency, arrived, opened, photos, photosHere, conflicts, standing, withdrawn);
        }

        public boolean isEmergency() {
            return urgency.equals("NOW_LIFE_THREATENING");
        }
    }

    /**
     * A case as its page shows it.
     *
     * @param opened when staff opened all that is here before this call; empty where something is new
     * @param photos every page that counts, in the order of evidence and page
     * @param authors whose entries these are; a name is empty where nobody knows it
     * @param questions of staff, in their order; answers are in the case ({@link
     *     org.umbral.shared.casefile.Questions})
     */
    record CasePage(
            CaseFile caseFile,
            String code,
            Instant arrived,
            Optional<Instant> opened,
            List<Photo> photos,
            List<Authorship> authors,
            List<Asked> questions) {
        /** Whether staff found several cases to be this one. */
        public boolean isJoined() {
            return members().size() > 1;
        }

        /** The cases that staff found to be this one, itself among them; one normally. */
        public List<CaseId> members() {
            return caseFile.entries().values().stream()
                    .map(Entry::caseId)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /**
         * How many entries are known to be missing: each phone numbers its entries of a case. A fact to show; nothing waits
         * for them.
         */
        public int missing() {
            return Chains.missing(caseFile.entries().values());
        }
    }

    /** A field of an item that a question is about. */
    record About(ItemId item, FieldId field) {}

    /**
     * One save.
     *
     * @param known how the writer came to know it
     * @param heard when; empty where it is now
     * @param act what the save is, in a row of the audit of its own: written with the save or not at all
     */
    record Changes(HowKnown known, Optional<OffsetDateTime> heard, List<Change> changes, Optional<Act> act) {
        public Changes {
            changes = List.copyOf(changes);
        }

        public Changes(HowKnown known, Optional<OffsetDateTime> heard, List<Change> changes) {
            this(known, heard, changes, Optional.empty());
        }
    }

    /** @param object ids and codes only */
    record Act(Audit.Action action, String object) {}

    /**
     * A new value of a field.
     *
     * @param item of the field's group; one that nobody has written to yet is made by this
     * @param seen the writes of it that the writer had in front of them; others stay beside the new value
     */
    record Change(ItemId item, FieldId field, Value value, Set<WriteId> seen) {
        public Change {
            seen = Set.copyOf(seen);
        }
    }

    /** A question as it was asked. */
    record Asked(String id, String text, String by, Instant at, Optional<About> about) {}

    /** A page of evidence: whether its bytes are here. */
    record Photo(Sha256 envelope, boolean here, long bytes, int width, int height) {}

    /** The names behind the ids that entries carry. */
    record Authorship(String person, String name, String device) {}

    /** Nothing of what waits but how much, and since when. */
    record Unread(int envelopes, int emergencies, Optional<Instant> oldest, Optional<Instant> oldestEmergency) {}

    /** An envelope that does not count. */
    record Quarantined(Sha256 envelope, String reason, Optional<String> device, Instant arrived) {}
}

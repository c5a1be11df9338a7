package org.umbral.phone;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.phone.capture.PageMark;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;

/**
 * The one door that the screens use to capture: it turns what was typed into entries, has them sealed, and commits the
 * readable case and the sealed mail in one transaction (design §3). What a call returned from survives any crash. Lives
 * while the vault is open; calls block on the disk for milliseconds, {@link #addPhoto} for about a second. Thread-safe;
 * {@code TryAgain("disk-full")} leaves everything as it was.
 */
public interface Intake {
    Catalogue catalogue();

    /** A few places of the clinic's newest tables that fit what is typed into a field; none for most fields. */
    default List<String> offers(FieldId field, String typed) throws Failure {
        return List.of();
    }

    /** The cases on this phone, those that need the worker first, then the newest change first. */
    List<CaseRow> cases() throws Failure;

    /** How many intakes were refused at the consent and destroyed, ever. */
    int refusedCount() throws Failure;

    /** Of how many cases the clinic took this phone's copy away in the last seven days. */
    int removedCount() throws Failure;

    /** Begins a case: makes its code, and the first person. Nothing is kept of a case to which nothing is written. */
    CaseId begin(HowKnown known) throws Failure;

    /** The case with its draft folded in; a case of which only the stub is left has the code and situation only. */
    CaseFile read(CaseId id) throws Failure;

    Delivery delivery(CaseId id) throws Failure;

    /**
     * Writes one value into the draft, durably, readable and sealed (rule R11). Before consent to collect and to share is
     * given, only consent, language and urgency fields are taken: {@code AskThePerson("consent-first")}. A field that a
     * volunteer may not enter is {@code Bug}. An unchanged value writes nothing.
     */
    void write(CaseId id, ItemId item, FieldId field, Value value) throws Failure;

    /** A new item of a group below {@code parent}; kept once something is written to it. Order follows the calls. */
    ItemId newItem(CaseId id, String group, ItemId parent) throws Failure;

    /** Removes an item and its children, as a write; {@link #restore} brings it back while the draft is not cut. */
    void remove(CaseId id, ItemId item) throws Failure;

    /**
     * Brings back one item that this sitting removed, with all that it held just before, and nothing else; false where it
     * was not removed, or the draft was cut since.
     */
    boolean restore(CaseId id, ItemId item) throws Failure;

    /** Takes back the last write, removal or {@link #discardDraft} of this sitting; false where there is nothing to undo. */
    boolean undo(CaseId id) throws Failure;

    /**
     * How the worker knows what is typed in this sitting, and when the person told it where that is not now; of the
     * entry that is being drafted.
     */
    void heard(CaseId id, java.time.@org.jspecify.annotations.Nullable OffsetDateTime heard, HowKnown known)
            throws Failure;

    /** Cuts the draft into an entry (leaving the case, locking, "send now"); nothing to cut is fine. */
    void leave(CaseId id) throws Failure;

    /** Cuts every draft; the vault may close afterwards. */
    void leaveAll() throws Failure;

    /** Throws away what was not yet cut, after the screen has asked; {@link #undo} brings it back. */
    void discardDraft(CaseId id) throws Failure;

    /** Consent was refused: the draft is destroyed, a count is kept, nothing else. */
    void refuse(CaseId id) throws Failure;

    /**
     * Takes a capture that camera or picker left in the clear: makes it upright, without metadata, seals it, writes the
     * page under the evidence item, and deletes the file in the clear. Fails with {@code AskThePerson("not-a-picture")}
     * and the like; the capture then stays for {@link #leftovers}.
     *
     * @return the new page
     */
    ItemId addPhoto(CaseId id, Shot shot, Path leftInTheClear) throws Failure;

    default ItemId addPhoto(CaseId id, ItemId evidence, Path leftInTheClear) throws Failure {
        return addPhoto(id, Shot.of(evidence), leftInTheClear);
    }

    /** Erases a capture that could not be used and that the worker does not want any more. */
    void discardCapture(Path leftInTheClear) throws Failure;

    /** What the worker should look at again about a page; empty once the readable copy is gone. */
    Set<PageMark> marks(CaseId id, ItemId page) throws Failure;

    /** The worker has dealt with it; it is not said again. */
    void settle(CaseId id, ItemId page, PageMark mark) throws Failure;

    /**
     * Before the camera opens: remembers, outside the vault and without words, that what it leaves is for this evidence
     * item, so that a photo found after a kill is sealed at the next start and offered here.
     */
    void expectPhoto(CaseId id, ItemId evidence) throws Failure;

    /** Photos that were sealed at start after a kill and wait to be given to their draft; see {@link #adopt}. */
    List<Leftover> leftovers() throws Failure;

    ItemId adopt(Leftover leftover) throws Failure;

    void dropLeftover(Leftover leftover) throws Failure;

    /** A small JPEG of a page, from the vault; empty once the readable copy is gone. */
    Optional<byte[]> thumbnail(CaseId id, ItemId page) throws Failure;

    /** The full JPEG of a page, opened from its sealed file; the caller closes. Empty once its key is gone. */
    Optional<InputStream> photo(CaseId id, ItemId page) throws Failure;

    /** What the clinic asks about a case, open questions first; also where only the stub is left. */
    List<Question> questions(CaseId id) throws Failure;

    /**
     * Answers a question in words, as a write of the draft like any other; emptied words open it again. A question about
     * a field is answered by {@link #write} to that field too. {@code GiveUp("no-such-question")}.
     */
    void answer(CaseId id, String question, String text) throws Failure;

    /** The case's line of the list; empty for a case to which nothing was written. */
    Optional<CaseRow> row(CaseId id) throws Failure;

    /** Keeps the readable copy of a case for the days of the clinic's policy. */
    void pin(CaseId id, boolean pinned) throws Failure;

    /** Reads sealed letters, applies what the clinic signed, and forgets what may be forgotten. Returns whether anything changed. */
    boolean tidy() throws Failure;

    /** Called after each commit, on the committing thread. */
    void onChange(Runnable listener);

    /**
     * What a photo is for.
     *
     * @param insteadOf the page that it takes the place of; that one is removed, and one {@link Intake#undo} takes back both
     * @param originalElsewhere whether it was chosen, so that the picture itself is still somewhere else
     */
    record Shot(ItemId evidence, Optional<ItemId> insteadOf, boolean originalElsewhere) {
        public static Shot of(ItemId evidence) {
            return new Shot(evidence, Optional.empty(), false);
        }

        public Shot chosen(boolean stillElsewhere) {
            return new Shot(evidence, insteadOf, stillElsewhere);
        }
    }

    /** A photo that a camera had left in the clear when the app was killed, sealed since. */
    record Leftover(String id, CaseId caseId, ItemId evidence, java.time.Instant found) {}
}

package org.umbral.phone;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.capture.PhotoPreparer;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;

/**
 * Intake over the vault's journal: the door alone. One call at a time; once closed, or once the vault is, every call is {@code
 * AskThePerson("locked")} and nothing here holds words.
 */
public final class JournalIntake implements Intake, AutoCloseable {
    private final Shelf shelf;
    private final Photos photos;
    private final CaseList list;
    private final PhotoDoor photoDoor;
    private final Sittings sittings;
    private final Edits edits;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Runnable stopListening;
    private boolean closed;

    JournalIntake(Shelf shelf, PhotoPreparer preparer, PhoneFiles files) {
        this.shelf = shelf;
        sittings = new Sittings(shelf.store());
        DraftKeeper drafts = new DraftKeeper(shelf);
        photos = new Photos(shelf, drafts, preparer);
        photoDoor = new PhotoDoor(shelf, photos, sittings, files, this::whileOpen);
        list = new CaseList(shelf);
        edits = new Edits(shelf, drafts, sittings);
        stopListening = shelf.store().listen(() -> listeners.forEach(Runnable::run));
    }

    @Override
    public Catalogue catalogue() {
        return shelf.capture().catalogue();
    }

    @Override
    public synchronized List<String> offers(FieldId field, String typed) throws Failure {
        return new PlaceTables(shelf).offers(field, typed);
    }

    @Override
    public synchronized List<CaseRow> cases() throws Failure {
        return list().rows();
    }

    @Override
    public synchronized int removedCount() throws Failure {
        return list().removedCount();
    }

    @Override
    public synchronized int refusedCount() throws Failure {
        return list().refusedCount();
    }

    @Override
    public synchronized CaseId begin(HowKnown known) throws Failure {
        return edits().begin(known);
    }

    @Override
    public synchronized CaseFile read(CaseId id) throws Failure {
        return edits().read(id);
    }

    @Override
    public synchronized Delivery delivery(CaseId id) throws Failure {
        return list().delivery(id);
    }

    @Override
    public synchronized void write(CaseId id, ItemId item, FieldId field, Value value) throws Failure {
        edits().write(id, item, field, value);
    }

    @Override
    public synchronized List<Question> questions(CaseId id) throws Failure {
        return edits().questions(id);
    }

    @Override
    public synchronized void answer(CaseId id, String question, String text) throws Failure {
        edits().answer(id, question, text);
    }

    @Override
    public synchronized Optional<CaseRow> row(CaseId id) throws Failure {
        return list().row(id);
    }

    @Override
    public synchronized ItemId newItem(CaseId id, String group, ItemId parent) throws Failure {
        return edits().newItem(id, group, parent);
    }

    @Override
    public synchronized void remove(CaseId id, ItemId item) throws Failure {
        edits().remove(id, item);
    }

    @Override
    public synchronized boolean restore(CaseId id, ItemId item) throws Failure {
        return edits().restore(id, item);
    }

    @Override
    public synchronized boolean undo(CaseId id) throws Failure {
        return edits().undo(id);
    }

    @Override
    public synchronized void heard(CaseId id, @Nullable OffsetDateTime heard, HowKnown known) throws Failure {
        edits().heard(id, heard, known);
    }

    @Override
    public synchronized void leave(CaseId id) throws Failure {
        edits().leave(id);
    }

    @Override
    public synchronized void leaveAll() throws Failure {
        edits().leaveAll();
    }

    @Override
    public synchronized void discardDraft(CaseId id) throws Failure {
        edits().discardDraft(id);
    }

    @Override
    public synchronized void refuse(CaseId id) throws Failure {
        edits().refuse(id);
    }

    @Override
    public ItemId addPhoto(CaseId id, Shot shot, Path leftInTheClear) throws Failure {
        return photoDoor.add(id, shot, leftInTheClear);
    }

    @Override
    public void discardCapture(Path leftInTheClear) throws Failure {
        photoDoor.discard(leftInTheClear);
    }

    @Override
    public synchronized Set<PageMark> marks(CaseId id, ItemId page) throws Failure {
        return photos().marks(page);
    }

    @Override
    public synchronized void settle(CaseId id, ItemId page, PageMark mark) throws Failure {
        photos().settle(id, page, mark);
    }

    @Override
    public synchronized void expectPhoto(CaseId id, ItemId evidence) throws Failure {
        requireOpen();
        shelf.store().captures().expect(id.text(), evidence.path());
    }

    @Override
    public synchronized List<Leftover> leftovers() throws Failure {
        return photos().leftovers();
    }

    @Override
    public ItemId adopt(Leftover leftover) throws Failure {
        return photoDoor.adopt(leftover);
    }

    @Override
    public synchronized void dropLeftover(Leftover leftover) throws Failure {
        requireOpen();
        shelf.store().captures().drop(new Sha256(leftover.id()));
    }

    @Override
    public synchronized Optional<byte[]> thumbnail(CaseId id, ItemId page) throws Failure {
        return photos().thumbnail(page);
    }

    @Override
    public synchronized Optional<InputStream> photo(CaseId id, ItemId page) throws Failure {
        return photos().photo(page);
    }

    @Override
    public synchronized void pin(CaseId id, boolean pinned) throws Failure {
        list().pin(id, pinned);
    }

    @Override
    public synchronized boolean tidy() throws Failure {
        requireOpen();
        boolean read = new LetterReader(shelf).readAll();
        boolean forgot = new Forgetter(shelf).forget(sittings.ids());
        shelf.store().tidy();
        return read || forgot;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private synchronized <T> T whileOpen(PhotoDoor.Deed<T> deed) throws Failure {
        requireOpen();
        return deed.run();
    }

    private Edits edits() throws AskThePerson {
        requireOpen();
        return edits;
    }

    private CaseList list() throws AskThePerson {
        requireOpen();
        return list;
    }

    private Photos photos() throws AskThePerson {
        requireOpen();
        return photos;
    }

    private void requireOpen() throws AskThePerson {
        if (closed || !shelf.vault().isOpen()) {
            throw new AskThePerson("locked");
        }
    }

    /** Drops whatever was remembered; drafts stay as they are, so leave first. Wipes the device keys. */
    @Override
    public synchronized void close() {
        closed = true;
        stopListening.run();
        listeners.clear();
        sittings.forget();
        shelf.keys().close();
    }
}

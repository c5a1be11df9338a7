package org.umbral.phone;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.capture.Draft;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.capture.PhotoPreparer;
import org.umbral.phone.store.SealedFiles;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseCode;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;

/**
 * Intake over the vault's journal. One call at a time; once closed, or once the vault is, every call is {@code
 * AskThePerson("locked")} and nothing here holds words.
 */
public final class JournalIntake implements Intake, AutoCloseable {
    private final Shelf shelf;
    private final DraftKeeper drafts;
    private final Photos photos;
    private final CaseList list;
    private final PhotoDoor photoDoor;
    private final Sittings sittings;
    private final QuestionRows questions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Runnable stopListening;
    private boolean closed;

    JournalIntake(Shelf shelf, PhotoPreparer preparer, SealedFiles files) {
        this.shelf = shelf;
        sittings = new Sittings(shelf.store());
        drafts = new DraftKeeper(shelf);
        photos = new Photos(shelf, drafts, preparer);
        photoDoor = new PhotoDoor(shelf, photos, sittings, files, this::whileOpen);
        list = new CaseList(shelf);
        questions = new QuestionRows(shelf);
        stopListening = shelf.store().listen(() -> listeners.forEach(Runnable::run));
    }

    @Override
    public Catalogue catalogue() {
        return shelf.capture().catalogue();
    }

    @Override
    public synchronized List<CaseRow> cases() throws Failure {
        requireOpen();
        return list.rows();
    }

    @Override
    public synchronized int refusedCount() throws Failure {
        requireOpen();
        return list.refusedCount();
    }

    @Override
    public synchronized CaseId begin(HowKnown known) throws Failure {
        requireOpen();
        shelf.link();
        CaseId id = CaseId.random(shelf.random());
        Draft draft = Draft.begin(EntryId.random(shelf.random()), known, null);
        ItemId person = ItemId.random(shelf.random());
        sittings.of(id).unwritten(shelf.capture().open(draft, CaseCode.random(shelf.random()), person));
        return id;
    }

    @Override
    public synchronized CaseFile read(CaseId id) throws Failure {
        LoadedCase loaded = load(id);
        return shelf.whole(loaded, loaded.draft());
    }

    @Override
    public synchronized Delivery delivery(CaseId id) throws Failure {
        requireOpen();
        return list.delivery(id);
    }

    @Override
    public synchronized void write(CaseId id, ItemId item, FieldId field, Value value) throws Failure {
        LoadedCase loaded = load(id);
        CaseFile whole = shelf.whole(loaded, loaded.draft());
        Map<ItemId, Integer> orders = sitting(id).orders();
        Draft next = shelf.capture().write(loaded.baseFile(), whole, loaded.draft(), orders, item, field, value);
        commit(loaded, questions.answeredBy(whole, next, item, field, value));
    }

    @Override
    public synchronized List<Question> questions(CaseId id) throws Failure {
        return questions.of(read(id));
    }

    @Override
    public synchronized void answer(CaseId id, String question, String text) throws Failure {
        LoadedCase loaded = load(id);
        CaseFile whole = shelf.whole(loaded, loaded.draft());
        commit(loaded, questions.answered(loaded, whole, questions.find(whole, question), text));
    }

    @Override
    public synchronized Optional<CaseRow> row(CaseId id) throws Failure {
        requireOpen();
        return list.row(id);
    }

    @Override
    public synchronized ItemId newItem(CaseId id, String group, ItemId parent) throws Failure {
        LoadedCase loaded = load(id);
        catalogue().group(group);
        CaseFile whole = shelf.whole(loaded, loaded.draft());
        Map<ItemId, Integer> orders = sitting(id).orders();
        ItemId item = parent.child(shelf.random());
        orders.put(item, shelf.capture().nextOrder(whole, orders.values()));
        return item;
    }

    @Override
    public synchronized void remove(CaseId id, ItemId item) throws Failure {
        LoadedCase loaded = load(id);
        commit(loaded, shelf.capture().remove(loaded.baseFile(), loaded.draft(), item));
    }

    @Override
    public synchronized boolean restore(CaseId id, ItemId item) throws Failure {
        LoadedCase loaded = load(id);
        Optional<Draft> before = sitting(id).beforeRemovalOf(item, loaded.draft());
        if (before.isPresent()) {
            commit(loaded, loaded.draft().asIn(before.get(), item));
        }
        return before.isPresent();
    }

    @Override
    public synchronized boolean undo(CaseId id) throws Failure {
        LoadedCase loaded = load(id);
        Draft before = sitting(id).lastStep();
        if (before == null) {
            return false;
        }
        drafts.commit(loaded, sitting(id), before, shelf.change());
        sitting(id).stepTaken();
        return true;
    }

    @Override
    public synchronized void heard(CaseId id, @Nullable OffsetDateTime heard, HowKnown known) throws Failure {
        LoadedCase loaded = load(id);
        Draft next = loaded.draft().heard(known, heard);
        if (loaded.kept().isPresent()) {
            commit(loaded, next);
        } else {
            sitting(id).unwritten(next);
        }
    }

    private void commit(LoadedCase loaded, Draft next) throws Failure {
        if (!next.equals(loaded.draft())) {
            Sitting sitting = sitting(loaded.id());
            drafts.commit(loaded, sitting, next, shelf.change());
            sitting.remember(loaded.draft());
        }
    }

    @Override
    public synchronized void leave(CaseId id) throws Failure {
        requireOpen();
        Optional<CaseRecord> record = shelf.record(id);
        if (record.isPresent()) {
            shelf.store().cut(record.get().group());
        }
        sittings.over(id);
    }

    @Override
    public synchronized void leaveAll() throws Failure {
        requireOpen();
        shelf.store().cutAll();
        sittings.allOver();
    }

    @Override
    public synchronized void discardDraft(CaseId id) throws Failure {
        LoadedCase loaded = load(id);
        Draft empty = Draft.begin(EntryId.random(shelf.random()), loaded.draft().known(), null);
        commit(loaded, empty);
    }

    @Override
    public synchronized void refuse(CaseId id) throws Failure {
        LoadedCase loaded = load(id);
        Draft empty = Draft.begin(EntryId.random(shelf.random()), loaded.draft().known(), null);
        drafts.commit(loaded, sitting(id), empty, list.countRefusal(shelf.change()));
        sittings.over(id);
        shelf.store().settle();
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
        requireOpen();
        return photos.marks(page);
    }

    @Override
    public synchronized void settle(CaseId id, ItemId page, PageMark mark) throws Failure {
        requireOpen();
        photos.settle(id, page, mark);
    }

    @Override
    public synchronized void expectPhoto(CaseId id, ItemId evidence) throws Failure {
        requireOpen();
        shelf.store().captures().expect(id.text(), evidence.path());
    }

    @Override
    public synchronized List<Leftover> leftovers() throws Failure {
        requireOpen();
        return photos.leftovers();
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
        requireOpen();
        return photos.thumbnail(page);
    }

    @Override
    public synchronized Optional<InputStream> photo(CaseId id, ItemId page) throws Failure {
        requireOpen();
        return photos.photo(page);
    }

    @Override
    public synchronized void pin(CaseId id, boolean pinned) throws Failure {
        requireOpen();
        list.pin(id, pinned);
    }

    @Override
    public synchronized boolean tidy() throws Failure {
        requireOpen();
        boolean read = new LetterReader(shelf).readAll();
        boolean forgot = new Forgetter(shelf).forget(sittings.ids());
        return read || forgot;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private LoadedCase load(CaseId id) throws Failure {
        requireOpen();
        return shelf.load(id, sitting(id));
    }

    private Sitting sitting(CaseId id) {
        return sittings.of(id);
    }

    private synchronized <T> T whileOpen(PhotoDoor.Deed<T> deed) throws Failure {
        requireOpen();
        return deed.run();
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

package org.umbral.phone;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.capture.Draft;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseCode;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** What a worker does to the words of a case, as {@link Intake} says: each time the next draft, committed. Not thread-safe. */
final class Edits {
    private final Shelf shelf;
    private final DraftKeeper drafts;
    private final Sittings sittings;
    private final QuestionRows questions;

    Edits(Shelf shelf, DraftKeeper drafts, Sittings sittings) {
        this.shelf = shelf;
        this.drafts = drafts;
        this.sittings = sittings;
        questions = new QuestionRows(shelf);
    }

    CaseId begin(HowKnown known) throws Failure {
        shelf.link();
        CaseId id = CaseId.random(shelf.random());
        Draft draft = Draft.begin(EntryId.random(shelf.random()), known, null);
        ItemId person = ItemId.random(shelf.random());
        sittings.of(id).unwritten(shelf.capture().open(draft, CaseCode.random(shelf.random()), person));
        return id;
    }

    CaseFile read(CaseId id) throws Failure {
        return load(id).whole();
    }

    void write(CaseId id, ItemId item, FieldId field, Value value) throws Failure {
        LoadedCase loaded = load(id);
        Map<ItemId, Integer> orders = sittings.of(id).orders();
        Draft next =
                shelf.capture().write(loaded.baseFile(), loaded.whole(), loaded.draft(), orders, item, field, value);
        commit(loaded, questions.answeredBy(loaded.whole(), next, item, field, value));
    }

    List<Question> questions(CaseId id) throws Failure {
        return questions.of(read(id));
    }

    void answer(CaseId id, String question, String text) throws Failure {
        LoadedCase loaded = load(id);
        commit(loaded, questions.answered(loaded, questions.find(loaded.whole(), question), text));
    }

    ItemId newItem(CaseId id, String group, ItemId parent) throws Failure {
        LoadedCase loaded = load(id);
        shelf.capture().catalogue().group(group);
        Map<ItemId, Integer> orders = sittings.of(id).orders();
        ItemId item = parent.child(shelf.random());
        orders.put(item, shelf.capture().nextOrder(loaded.whole(), orders.values()));
        return item;
    }

    void remove(CaseId id, ItemId item) throws Failure {
        LoadedCase loaded = load(id);
        commit(loaded, shelf.capture().remove(loaded.baseFile(), loaded.draft(), item));
    }

    boolean restore(CaseId id, ItemId item) throws Failure {
        LoadedCase loaded = load(id);
        Optional<Draft> before = sittings.of(id).beforeRemovalOf(item, loaded.draft());
        if (before.isPresent()) {
            commit(loaded, loaded.draft().asIn(before.get(), item));
        }
        return before.isPresent();
    }

    boolean undo(CaseId id) throws Failure {
        LoadedCase loaded = load(id);
        Sitting sitting = sittings.of(id);
        Draft before = sitting.lastStep();
        if (before == null) {
            return false;
        }
        drafts.commit(loaded, sitting, before, shelf.change());
        sitting.stepTaken();
        return true;
    }

    void heard(CaseId id, @Nullable OffsetDateTime heard, HowKnown known) throws Failure {
        LoadedCase loaded = load(id);
        Draft next = loaded.draft().heard(known, heard);
        if (loaded.kept().isPresent()) {
            commit(loaded, next);
        } else {
            sittings.of(id).unwritten(next);
        }
    }

    void discardDraft(CaseId id) throws Failure {
        LoadedCase loaded = load(id);
        commit(loaded, nothing(loaded));
    }

    void refuse(CaseId id) throws Failure {
        LoadedCase loaded = load(id);
        drafts.commit(loaded, sittings.of(id), nothing(loaded), new CaseList(shelf).countRefusal(shelf.change()));
        sittings.over(id);
        shelf.store().settle();
    }

    void leave(CaseId id) throws Failure {
        Optional<CaseRecord> record = shelf.record(id);
        if (record.isPresent()) {
            shelf.store().cut(record.get().group());
        }
        sittings.over(id);
    }

    void leaveAll() throws Failure {
        shelf.store().cutAll();
        sittings.allOver();
    }

    private Draft nothing(LoadedCase loaded) {
        return Draft.begin(EntryId.random(shelf.random()), loaded.draft().known(), null);
    }

    private void commit(LoadedCase loaded, Draft next) throws Failure {
        if (!next.equals(loaded.draft())) {
            Sitting sitting = sittings.of(loaded.id());
            drafts.commit(loaded, sitting, next, shelf.change());
            sitting.remember(loaded.draft());
        }
    }

    private LoadedCase load(CaseId id) throws Failure {
        return shelf.load(id, sittings.of(id));
    }
}

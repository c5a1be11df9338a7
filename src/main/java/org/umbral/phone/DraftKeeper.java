package org.umbral.phone;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.umbral.phone.CaseRecord.Sent;
import org.umbral.phone.capture.Draft;
import org.umbral.phone.capture.Summary;
import org.umbral.phone.seal.SealedEntry;
import org.umbral.phone.store.Change;
import org.umbral.phone.store.Change.Stage;
import org.umbral.phone.store.ClinicLink;
import org.umbral.shared.Bug;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;

/**
 * Commits a draft in both forms at once (design §3): the readable one in the vault, and the whole entry, signed and
 * sealed, in the outbox, in place of the one before. That one was never offered to anybody, so nobody misses it.
 */
final class DraftKeeper {
    private static final FieldId IMAGE = new FieldId("PAG-02");

    private final Shelf shelf;

    DraftKeeper(Shelf shelf) {
        this.shelf = shelf;
    }

    /** Commits {@code next} in place of what {@code before} drafted, together with whatever {@code change} holds already. */
    void commit(LoadedCase before, Sitting sitting, Draft next, Change change) throws Failure {
        boolean nothing = next.isEmpty() || before.isNew() && next.isBare();
        List<Sha256> dropped = dropOld(before, sitting, next, nothing, change);
        LoadedCase after = null;
        if (nothing) {
            takeBack(before, change);
        } else {
            after = put(before, sitting, next, change);
        }
        shelf.store().commit(change);
        sitting.written(after);
        sitting.unwritten(nothing ? next : null);
        if (!dropped.isEmpty()) {
            shelf.store().settle();
        }
    }

    private List<Sha256> dropOld(LoadedCase before, Sitting sitting, Draft next, boolean nothing, Change change)
            throws Failure {
        Set<Sha256> stay = nothing ? Set.of() : next.photos().keySet();
        List<Sha256> dropped = new ArrayList<>();
        if (before.kept().isEmpty()) {
            return dropped;
        }
        KeptEntry old = before.kept().get();
        if (nothing || !old.entry().id().equals(next.id())) {
            change.delete(Shelf.ENTRY, old.entry().id().text());
        }
        old.sealedAs().ifPresent(change::dropDraft);
        for (Map.Entry<Sha256, ItemId> photo : before.draft().photos().entrySet()) {
            if (!stay.contains(photo.getKey())) {
                remember(sitting, photo.getKey(), photo.getValue(), size(before.draft(), photo.getValue()));
                change.dropDraft(photo.getKey())
                        .delete(Shelf.PAGE, photo.getValue().path());
                dropped.add(photo.getKey());
            }
        }
        return dropped;
    }

    private void remember(Sitting sitting, Sha256 photo, ItemId page, long size) throws Failure {
        Optional<byte[]> row = shelf.store().row(shelf.vault(), Shelf.PAGE, page.path());
        if (row.isPresent()) {
            sitting.photos().put(photo, new Sitting.Photo(page, size, row.get()));
        }
    }

    private void takeBack(LoadedCase before, Change change) throws Failure {
        if (before.record().isEmpty()) {
            return;
        }
        if (before.isNew()) {
            change.delete(Shelf.CASE, before.id().text());
        } else if (before.kept().isPresent()) {
            EntryId gone = before.kept().get().entry().id();
            CaseRecord record = before.record()
                    .get()
                    .undrafted(
                            gone,
                            Told.of(shelf, before.baseFile()),
                            shelf.clock().instant());
            change.put(Shelf.CASE, before.id().text(), Shelf.TOP, record.write());
        }
    }

    /** A draft as the entry that it would be, and the case with it. */
    private record Sealed(Entry entry, CaseFile whole, SealedEntry sealed) {}

    private Sealed seal(LoadedCase before, Draft next) throws Failure {
        ClinicLink link = shelf.link();
        Entry entry = shelf.entry(before.base(), before.baseFile(), next, link);
        CaseFile whole = before.baseFile().with(entry);
        shelf.points().reached("draft-built");
        SealedEntry sealed = shelf.sealer().seal(entry, link.clinicIdentity());
        shelf.points().reached("draft-sealed");
        return new Sealed(entry, whole, sealed);
    }

    private LoadedCase put(LoadedCase before, Sitting sitting, Draft next, Change change) throws Failure {
        Sealed made = seal(before, next);
        Entry entry = made.entry();
        SealedEntry sealed = made.sealed();
        Told told = Told.of(shelf, made.whole());
        Summary summary = told.summary();
        Instant now = shelf.clock().instant();
        CaseRecord record = before.record()
                .orElseGet(() -> CaseRecord.fresh(EntryId.random(shelf.random()).text(), told, now, next.known()));
        boolean held = before.isNew() && !shelf.capture().isConsentGiven(made.whole());
        Stage stage = held ? Stage.HELD : Stage.DRAFT;
        change.queue(sealed.envelope(), record.group(), summary.isEmergency(), stage);
        List<Sent> items = new ArrayList<>();
        items.add(new Sent(
                sealed.envelope().name(),
                false,
                sealed.envelope().bytes().length,
                entry.id().text(),
                now));
        for (Map.Entry<Sha256, ItemId> photo : next.photos().entrySet()) {
            long size = size(next, photo.getValue());
            if (!before.kept().isPresent() || !before.draft().photos().containsKey(photo.getKey())) {
                queuePhoto(before, sitting, photo.getKey(), record.group(), summary.isEmergency(), stage, change);
            }
            items.add(new Sent(photo.getKey(), true, size, entry.id().text(), now));
        }
        change.regroup(record.group(), summary.isEmergency(), stage);
        CaseRecord last = before.kept().isPresent()
                ? record.undrafted(before.kept().get().entry().id(), told, now)
                : record;
        KeptEntry kept = new KeptEntry(entry, sealed.hash(), sealed.envelope().name());
        CaseRecord drafted = last.drafted(entry.id(), items, told, now, next.known());
        change.put(Shelf.ENTRY, entry.id().text(), before.id().text(), kept.write());
        change.put(Shelf.CASE, before.id().text(), Shelf.TOP, drafted.write());
        return before.saved(drafted, kept, made.whole());
    }

    private static void queuePhoto(
            LoadedCase before,
            Sitting sitting,
            Sha256 name,
            String group,
            boolean emergency,
            Stage stage,
            Change change) {
        Sitting.Photo photo = sitting.photos().get(name);
        if (photo == null) {
            throw new Bug("a draft's photo was taken in the same sitting");
        }
        change.queuePhoto(name, photo.size(), group, emergency, stage);
        change.put(Shelf.PAGE, photo.page().path(), before.id().text(), photo.row());
    }

    private static long size(Draft draft, ItemId page) {
        return draft.value(page, IMAGE)
                .flatMap(PageImage::from)
                .map(PageImage::envelopeBytes)
                .orElse(0L);
    }
}

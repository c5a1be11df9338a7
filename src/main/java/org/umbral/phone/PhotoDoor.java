package org.umbral.phone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.umbral.phone.Intake.Leftover;
import org.umbral.phone.Intake.Shot;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.Change;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/** From a capture in the clear, or a leftover, to a page. Words do not wait while a photo is made ready. */
final class PhotoDoor {
    /** Runs one thing at a time, and only while the vault is open. */
    interface Guard {
        <T> T whileOpen(Deed<T> deed) throws Failure;
    }

    /** What is done under the guard. */
    interface Deed<T> {
        T run() throws Failure;
    }

    private final Shelf shelf;
    private final Photos photos;
    private final Sittings sittings;
    private final PhoneFiles files;
    private final Guard guard;

    PhotoDoor(Shelf shelf, Photos photos, Sittings sittings, PhoneFiles files, Guard guard) {
        this.shelf = shelf;
        this.photos = photos;
        this.sittings = sittings;
        this.files = files;
        this.guard = guard;
    }

    ItemId add(CaseId id, Shot shot, Path leftInTheClear) throws Failure {
        try {
            Photos.Ready ready = prepare(id, files.read(leftInTheClear));
            Path marked =
                    shelf.store().captures().mark(leftInTheClear, ready.sealed().name());
            ItemId page;
            try {
                page = commit(id, shot, ready, Optional.empty());
            } catch (Failure e) {
                shelf.store().captures().unmark(marked, leftInTheClear);
                throw e;
            }
            files.erase(marked);
            shelf.points().reached("photo-clear-erased");
            return page;
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    ItemId adopt(Leftover leftover) throws Failure {
        Sha256 name = new Sha256(leftover.id());
        Optional<String> spare = shelf.store().captures().spareOf(name);
        byte[] capture = guard.whileOpen(() -> photos.open(leftover));
        Photos.Ready ready = prepare(leftover.caseId(), capture);
        ItemId page = commit(leftover.caseId(), Shot.of(leftover.evidence()), ready, Optional.of(name));
        shelf.store().captures().eraseFile(name);
        if (spare.isPresent()) {
            shelf.store().captures().eraseFile(new Sha256(spare.get()));
        }
        return page;
    }

    /** A capture that cannot be used and is not wanted any more. */
    void discard(Path leftInTheClear) throws Failure {
        try {
            files.discard(leftInTheClear);
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }

    private Photos.Ready prepare(CaseId id, byte[] capture) throws Failure {
        guard.whileOpen(() -> {
            photos.requireConsent(id, sittings.of(id));
            return id;
        });
        return photos.prepare(capture);
    }

    /** Only this is one at a time. */
    private ItemId commit(CaseId id, Shot shot, Photos.Ready ready, Optional<Sha256> adopted) throws Failure {
        return guard.whileOpen(() -> {
            Change change = shelf.change();
            adopted.ifPresent(change::dropCapture);
            return photos.add(id, sittings.of(id), shot, ready, change);
        });
    }
}

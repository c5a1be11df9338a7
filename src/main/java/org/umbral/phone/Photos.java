package org.umbral.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.phone.Intake.Leftover;
import org.umbral.phone.Intake.Shot;
import org.umbral.phone.capture.Capture.Photographed;
import org.umbral.phone.capture.Draft;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.capture.PhotoPreparer;
import org.umbral.phone.capture.PreparedPhoto;
import org.umbral.phone.seal.SealedPhoto;
import org.umbral.phone.store.Captures;
import org.umbral.phone.store.Change;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;

/** Photos on their way into a draft, and out of the vault to be looked at. */
final class Photos {
    private static final String MARKS = "marks";

    private final Shelf shelf;
    private final DraftKeeper drafts;
    private final PhotoPreparer preparer;

    Photos(Shelf shelf, DraftKeeper drafts, PhotoPreparer preparer) {
        this.shelf = shelf;
        this.drafts = drafts;
        this.preparer = preparer;
    }

    /** A photo that is ready to be named by a draft. */
    record Ready(PreparedPhoto photo, SealedPhoto sealed) {
        @Override
        public String toString() {
            return "Ready";
        }
    }

    void requireConsent(CaseId id, Sitting sitting) throws Failure {
        shelf.capture().requireConsent(shelf.load(id, sitting).whole());
    }

    /** The part that takes a second; touches nothing. */
    Ready prepare(byte[] capture) throws Failure {
        PreparedPhoto photo = preparer.prepare(capture);
        shelf.points().reached("photo-prepared");
        SealedPhoto sealed = shelf.sealer().sealPhoto(photo.jpeg(), shelf.link().clinicIdentity());
        shelf.points().reached("photo-sealed");
        return new Ready(photo, sealed);
    }

    /** Writes the sealed file, then the page into the draft with whatever {@code change} holds. */
    ItemId add(CaseId id, Sitting sitting, Shot shot, Ready ready, Change change) throws Failure {
        PreparedPhoto photo = ready.photo();
        SealedPhoto sealed = ready.sealed();
        LoadedCase loaded = shelf.load(id, sitting);
        ItemId page = shot.evidence().child(shelf.random());
        PageImage image = new PageImage(
                sealed.name(), sealed.sealed().length, photo.image(), photo.capture(), photo.width(), photo.height());
        Draft next = drafted(
                loaded, sitting, shot, new Photographed(page, image, shelf.now().toString()));
        shelf.store().writeSealed(sealed.name(), sealed.sealed());
        shelf.points().reached("photo-file-written");
        sitting.photos()
                .put(
                        sealed.name(),
                        new Sitting.Photo(
                                page, sealed.sealed().length, row(sealed, photo.thumbnail(), marks(photo, shot))));
        drafts.commit(loaded, sitting, next, change);
        sitting.remember(loaded.draft());
        shelf.points().reached("photo-committed");
        return page;
    }

    private Draft drafted(LoadedCase loaded, Sitting sitting, Shot shot, Photographed page) throws Failure {
        CaseFile whole = loaded.whole();
        Optional<ItemId> before = shot.insteadOf()
                .filter(old -> whole.item(old)
                        .filter(item -> item.state() != Item.State.REMOVED)
                        .isPresent());
        return before.isPresent()
                ? shelf.capture().replacePage(loaded.baseFile(), whole, loaded.draft(), before.get(), page)
                : shelf.capture().addPage(whole, loaded.draft(), sitting.orders(), page);
    }

    private static Set<PageMark> marks(PreparedPhoto photo, Shot shot) {
        Set<PageMark> marks = EnumSet.noneOf(PageMark.class);
        marks.addAll(photo.doubts());
        if (shot.originalElsewhere()) {
            marks.add(PageMark.ORIGINAL_ELSEWHERE);
        }
        return marks;
    }

    private static byte[] row(SealedPhoto sealed, byte[] thumbnail, Set<PageMark> marks) {
        ObjectNode json = Json.object()
                .put("envelope", sealed.name().hex())
                .put("key", Base64.getEncoder().encodeToString(sealed.key()))
                .put("thumbnail", Base64.getEncoder().encodeToString(thumbnail));
        marks.forEach(mark -> json.withArray(MARKS).add(mark.name()));
        byte[] row = Json.write(json);
        Arrays.fill(sealed.key(), (byte) 0);
        return row;
    }

    Optional<byte[]> thumbnail(ItemId page) throws Failure {
        Optional<JsonNode> row = page(page);
        return row.isEmpty() ? Optional.empty() : Optional.of(bytes(row.get(), "thumbnail"));
    }

    Optional<InputStream> photo(ItemId page) throws Failure {
        Optional<JsonNode> row = page(page);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Sha256 name = new Sha256(row.get().path("envelope").asText());
        Optional<byte[]> sealed = shelf.store().readSealed(name);
        return sealed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ByteArrayInputStream(shelf.sealer().openPhoto(sealed.get(), bytes(row.get(), "key"))));
    }

    Set<PageMark> marks(ItemId page) throws Failure {
        Set<PageMark> marks = EnumSet.noneOf(PageMark.class);
        page(page).ifPresent(row -> row.path(MARKS).forEach(name -> marks.add(PageMark.valueOf(name.asText()))));
        return marks;
    }

    /** The worker has dealt with it. */
    void settle(CaseId id, ItemId page, PageMark mark) throws Failure {
        Set<PageMark> marks = marks(page);
        Optional<JsonNode> row = page(page);
        if (row.isPresent() && marks.remove(mark)) {
            ObjectNode json = (ObjectNode) row.get();
            json.remove(MARKS);
            marks.forEach(left -> json.withArray(MARKS).add(left.name()));
            shelf.store().commit(shelf.change().put(Shelf.PAGE, page.path(), id.text(), Json.write(json)));
        }
    }

    private Optional<JsonNode> page(ItemId page) throws Failure {
        Optional<byte[]> row = shelf.store().row(shelf.vault(), Shelf.PAGE, page.path());
        return row.isEmpty() ? Optional.empty() : Optional.of(Json.tree(row.get()));
    }

    private static byte[] bytes(JsonNode row, String name) {
        return Base64.getDecoder().decode(row.path(name).asText());
    }

    List<Leftover> leftovers() throws Failure {
        List<Leftover> all = new ArrayList<>();
        for (Captures.Kept kept : shelf.store().captures().kept()) {
            String caseId = kept.caseId();
            String item = kept.item();
            if (caseId != null && item != null) {
                all.add(new Leftover(kept.name().hex(), new CaseId(caseId), new ItemId(item), kept.found()));
            }
        }
        return all;
    }

    byte[] open(Leftover leftover) throws Failure {
        Sha256 name = new Sha256(leftover.id());
        return shelf.sealer().openOwn(shelf.store().captures().read(name));
    }
}

package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.store.Lane;
import org.umbral.phone.store.StorePoint;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PageImage;
import org.umbral.shared.envelope.Age;
import org.umbral.testing.FaultyFiles;
import org.umbral.testing.TestPhone;

class PhotosTest {
    private static final int LENGTH = 300_000;

    @TempDir
    Path home;

    private final FaultyFiles files = new FaultyFiles();
    private TestPhone phone;
    private CaseId id;
    private ItemId evidence;

    @BeforeEach
    void open() throws Exception {
        phone = new TestPhone(home, 21, files, StorePoint.NONE);
        id = phone.consented();
        evidence = phone.intake.newItem(id, "evidence", ItemId.CASE);
        phone.write(id, evidence, "EVD-02", "DOCTOR_LETTER");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void aPhotoIsSealedOnceShownFromItsSealAndGoesWithTheEntryThatNamesIt() throws Exception {
        byte[] capture = TestPhone.picture(1, LENGTH);
        Path clear = phone.leave("a.jpg", capture);

        ItemId page = phone.intake.addPhoto(id, evidence, clear);

        assertThat(clear).doesNotExist();
        assertThat(phone.intake.thumbnail(id, page)).isPresent();
        try (InputStream shown = phone.intake.photo(id, page).orElseThrow()) {
            assertThat(shown.readAllBytes()).startsWith('j').hasSize(LENGTH);
        }
        assertThat(phone.core.outbox().waiting()).isEmpty();
        phone.intake.leave(id);
        List<Waiting> waiting = phone.core.outbox().waiting();
        assertThat(waiting).extracting(Waiting::lane).containsExactly(Lane.ENTRY, Lane.EVIDENCE);
        Waiting photo = waiting.get(1);
        assertThat(photo.size()).isLessThan(LENGTH + LENGTH / 100);
        PageImage image = PageImage.from(phone.intake
                        .read(id)
                        .answer(page, new FieldId("PAG-02"))
                        .orElseThrow()
                        .settled()
                        .orElseThrow())
                .orElseThrow();
        assertThat(image.envelope()).isEqualTo(photo.name());
        byte[] sealed = phone.core.outbox().read(photo.name(), 0).readAllBytes();
        assertThat(Age.open(sealed, phone.clinic.identity())).hasSize(LENGTH);
        assertThat(phone.core.outbox().read(photo.name(), 100).readAllBytes()).hasSize(sealed.length - 100);
    }

    @Test
    void aPhotoTakenBackGoesNowhereAndUndoBringsItBack() throws Exception {
        ItemId page = phone.intake.addPhoto(id, evidence, phone.leave("a.jpg", TestPhone.picture(1, LENGTH)));

        phone.intake.remove(id, page);
        assertThat(phone.intake.thumbnail(id, page)).isEmpty();
        assertThat(phone.intake.undo(id)).isTrue();
        assertThat(phone.intake.photo(id, page)).isPresent();
        phone.intake.remove(id, page);
        phone.intake.leave(id);

        assertThat(phone.core.outbox().waiting()).hasSize(1);
        assertThat(Files.list(home.resolve("sealed"))).isEmpty();
    }

    @Test
    void pagesAreCountedAndKeepTheirNumbers() throws Exception {
        phone.intake.addPhoto(id, evidence, phone.leave("a.jpg", TestPhone.picture(1, 100)));
        ItemId second = phone.intake.addPhoto(id, evidence, phone.leave("b.jpg", TestPhone.picture(2, 100)));

        assertThat(phone.intake
                        .read(id)
                        .answer(second, new FieldId("PAG-01"))
                        .orElseThrow()
                        .settled())
                .contains(org.umbral.shared.casefile.Value.number(2));
        assertThat(phone.intake.delivery(id).total()).isEqualTo(3);
    }

    @Test
    void aPageTakenAgainHasThePlaceOfTheOldOneAndOneUndoBringsThatBack() throws Exception {
        ItemId first = phone.intake.addPhoto(id, evidence, phone.leave("a.jpg", TestPhone.picture(1, 100)));
        ItemId second = phone.intake.addPhoto(id, evidence, phone.leave("b.jpg", TestPhone.picture(2, 100)));

        ItemId again = phone.intake.addPhoto(
                id,
                new Intake.Shot(evidence, Optional.of(first), false),
                phone.leave("c.jpg", TestPhone.picture(3, 100)));

        assertThat(pages()).containsExactly(again, second);
        assertThat(phone.intake.read(id).item(again).orElseThrow().text("PAG-06"))
                .contains(first.path());
        assertThat(phone.intake.undo(id)).isTrue();
        assertThat(pages()).containsExactly(first, second);
        assertThat(phone.intake.photo(id, first)).isPresent();
        phone.intake.leave(id);
        assertThat(phone.core.outbox().waiting()).hasSize(3);
    }

    @Test
    void evidenceThatHasAPageAndNoNameYetIsThereAlsoAfterAKill() throws Exception {
        ItemId unnamed = phone.intake.newItem(id, "evidence", ItemId.CASE);
        phone.intake.expectPhoto(id, unnamed);
        phone.leave("camera.jpg", TestPhone.picture(3, LENGTH));
        phone.restartLocked();
        phone.core.sealLeftovers();
        phone.unlock();

        phone.intake.adopt(phone.intake.leftovers().get(0));

        assertThat(phone.intake.catalogue().items(phone.intake.read(id), "evidence", ItemId.CASE))
                .extracting(Item::id)
                .containsExactlyInAnyOrder(evidence, unnamed);
    }

    @Test
    void aPageThatWasSentAlreadyIsTakenAgainToo() throws Exception {
        ItemId first = phone.intake.addPhoto(id, evidence, phone.leave("a.jpg", TestPhone.picture(1, 100)));
        phone.intake.leave(id);

        ItemId again = phone.intake.addPhoto(
                id,
                new Intake.Shot(evidence, Optional.of(first), false),
                phone.leave("c.jpg", TestPhone.picture(3, 100)));

        assertThat(pages()).containsExactly(again);
        assertThat(phone.intake.read(id).item(first).orElseThrow().state()).isEqualTo(Item.State.REMOVED);
        assertThat(phone.intake.undo(id)).isTrue();
        assertThat(pages()).containsExactly(first);
    }

    private List<ItemId> pages() throws Exception {
        return phone.intake.catalogue().items(phone.intake.read(id), "page", evidence).stream()
                .map(Item::id)
                .toList();
    }

    @Test
    void whatIsDoubtedAboutAPageStaysUntilTheWorkerHasDealtWithItAlsoOverALock() throws Exception {
        ItemId page = phone.intake.addPhoto(
                id,
                new Intake.Shot(evidence, Optional.empty(), true),
                phone.leave("a.jpg", TestPhone.blurredPicture(1, LENGTH)));

        phone.restart();
        assertThat(phone.intake.marks(id, page)).containsExactly(PageMark.BLURRED, PageMark.ORIGINAL_ELSEWHERE);
        phone.intake.settle(id, page, PageMark.BLURRED);

        assertThat(phone.intake.marks(id, page)).containsExactly(PageMark.ORIGINAL_ELSEWHERE);
        assertThat(phone.intake.photo(id, page)).isPresent();
        assertThat(phone.intake.thumbnail(id, page)).isPresent();
    }

    @Test
    void aCaptureThatCannotBeUsedIsErasedOnlyWhenTheWorkerSaysSo() throws Exception {
        Path clear = phone.leave("a.txt", new byte[] {1, 2, 3, 4, 5});
        assertThatThrownBy(() -> phone.intake.addPhoto(id, evidence, clear)).hasMessage("not-a-picture");
        assertThat(clear).exists();

        phone.intake.discardCapture(clear);

        assertThat(clear).doesNotExist();
    }

    @Test
    void halfOfADiscardedCaptureIsNotTakenForACapture() throws Exception {
        Path clear = phone.leave("a.txt", new byte[] {1, 2, 3, 4, 5});
        files.cutAfter(1);

        assertThatThrownBy(() -> phone.intake.discardCapture(clear)).isInstanceOf(TryAgain.class);

        files.mend();
        assertThat(clear).doesNotExist();
        assertThat(phone.core.sealLeftovers()).isZero();
    }

    @Test
    void whatIsNoPictureStaysWhereItWasAndChangesNothing() throws Exception {
        Path clear = phone.leave("a.txt", new byte[] {1, 2, 3, 4, 5});
        assertThatThrownBy(() -> phone.intake.addPhoto(id, evidence, clear)).hasMessage("not-a-picture");
        assertThat(clear).exists();
        assertThat(phone.intake.delivery(id).total()).isEqualTo(1);
    }

    @Test
    void withAFullDiskThePhotoStaysInTheClearFolderAndTheDraftAsItWas() throws Exception {
        var before = phone.intake.read(id);
        Path clear = phone.leave("a.jpg", TestPhone.picture(1, LENGTH));
        files.fullFrom(1);

        assertThatThrownBy(() -> phone.intake.addPhoto(id, evidence, clear))
                .isInstanceOf(TryAgain.class)
                .hasMessage("disk-full");

        assertThat(clear).exists();
        assertThat(phone.intake.read(id)).isEqualTo(before);
        files.makeRoom();
        phone.intake.addPhoto(id, evidence, clear);
        assertThat(phone.intake.delivery(id).total()).isEqualTo(2);
    }

    @Test
    void whatAKillLeftInTheClearIsSealedWithoutThePassphraseAndOfferedToItsDraft() throws Exception {
        phone.intake.expectPhoto(id, evidence);
        byte[] capture = TestPhone.picture(3, LENGTH);
        Path clear = phone.leave("camera.jpg", capture);
        phone.restartLocked();

        assertThat(phone.core.sealLeftovers()).isEqualTo(1);

        assertThat(clear).doesNotExist();
        phone.unlock();
        var leftover = phone.intake.leftovers().get(0);
        assertThat(leftover.caseId()).isEqualTo(id);
        assertThat(leftover.evidence()).isEqualTo(evidence);
        ItemId page = phone.intake.adopt(leftover);
        assertThat(phone.intake.leftovers()).isEmpty();
        phone.intake.leave(id);
        assertThat(phone.intake.photo(id, page)).isPresent();
        assertThat(phone.core.outbox().waiting()).hasSize(3);
        assertThat(Files.list(home.resolve("sealed"))).hasSize(1);
    }

    /** Killed between commit and erasing: the photo is in the draft, and is not offered a second time. */
    @Test
    void aCaptureWhosePageIsCommittedIsErasedAndNotOfferedAgain() throws Exception {
        TestPhone other = new TestPhone(home.resolve("other"), 22, files, point -> {
            if (point.equals("photo-committed") || point.equals("capture-committed")) {
                throw new IllegalStateException("killed here");
            }
        });
        CaseId otherId = other.consented();
        ItemId item = other.intake.newItem(otherId, "evidence", ItemId.CASE);
        other.intake.expectPhoto(otherId, item);
        Path clear = other.leave("a.jpg", TestPhone.picture(1, LENGTH));
        assertThatThrownBy(() -> other.intake.addPhoto(otherId, item, clear)).hasMessage("killed here");
        other.leave("b.jpg", TestPhone.picture(2, LENGTH));
        assertThatThrownBy(() -> other.core.sealLeftovers()).hasMessage("killed here");

        other.restart();
        assertThat(other.core.sealLeftovers()).isZero();

        assertThat(Files.list(other.core.captures())).isEmpty();
        assertThat(other.intake.leftovers()).hasSize(1);
        assertThat(other.intake.delivery(otherId).total()).isEqualTo(2);
        other.close();
    }

    @Test
    void aLeftoverThatIsNotWantedGoesForGood() throws Exception {
        phone.intake.expectPhoto(id, evidence);
        phone.leave("camera.jpg", TestPhone.picture(3, LENGTH));
        phone.core.sealLeftovers();

        phone.intake.dropLeftover(phone.intake.leftovers().get(0));

        assertThat(phone.intake.leftovers()).isEmpty();
        assertThat(Files.list(home.resolve("sealed"))).isEmpty();
    }

    @Test
    void aFileThatNoRowNamesIsErasedAtAStartOnceItIsNotYoung() throws Exception {
        Path orphan =
                Files.write(Files.createDirectories(home.resolve("sealed")).resolve("0".repeat(64)), new byte[9]);
        Files.setLastModifiedTime(
                orphan,
                java.nio.file.attribute.FileTime.from(phone.clock.instant().minusSeconds(60)));
        phone.restart();
        assertThat(orphan).exists();

        phone.clock.move(java.time.Duration.ofHours(2));
        phone.restart();

        assertThat(orphan).doesNotExist();
    }
}

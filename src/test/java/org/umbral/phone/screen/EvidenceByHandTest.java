package org.umbral.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.umbral.phone.capture.PageMark;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.testing.PaperPhoto;
import org.umbral.testing.PictureQuality;
import org.umbral.testing.TestPhotos;

/** One piece of evidence by finger, over a real journal and real photos. */
class EvidenceByHandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path home;

    private Walk walk;
    private Hand hand;

    @BeforeEach
    void open() throws Exception {
        walk = Walk.on(home, 171);
        hand = walk.hand;
        walk.begin();
        walk.gives("COLLECT_AND_STORE", "SHARE_WITH_CLINIC", "PHOTOGRAPH_DOCUMENTS");
        walk.to("EVD-02");
        hand.tap("add-evidence");
    }

    @AfterEach
    void close() {
        walk.close();
    }

    /** SC-01, step 3: a doctor's letter of two pages, the second blurred. */
    @Test
    void aBlurredPageIsSaidAndTakenAgainInItsPlaceOrKept() throws Exception {
        hand.tap("take");
        hand.see("page-1");
        hand.bench.nextPhoto = blurred();
        hand.tap("take-next");
        hand.awaitWords("Page 2 is blurred.");
        List<ItemId> before = pages();

        hand.tap("doubt-again-2");
        await().atMost(PATIENCE).until(() -> hand.find("doubt-2").isEmpty());
        List<ItemId> after = pages();
        assertThat(after).hasSize(2).startsWith(before.get(0)).doesNotContain(before.get(1));
        assertThat(page(after.get(1)).text("PAG-06")).contains(before.get(1).path());

        hand.bench.nextPhoto = blurred();
        hand.tap("take-next");
        hand.awaitWords("Page 3 is blurred.");
        hand.tap("doubt-keep-3");
        await().atMost(PATIENCE).until(() -> hand.find("doubt-3").isEmpty());
        assertThat(pages()).hasSize(3);
        hand.tap("back");
        hand.tap("menu");
        assertThat(walk.phone.intake.marks(walk.id(), pages().get(2))).isEmpty();
    }

    @Test
    void pagesAreMovedByFingerAndByKeyAndTurnedWithoutTouchingThePhoto() throws Exception {
        hand.tap("take");
        hand.see("page-1");
        hand.tap("take-next");
        hand.see("page-2");
        List<ItemId> before = pages();

        hand.tap("page-2");
        hand.tap("earlier");
        await().atMost(PATIENCE).until(() -> pages().equals(List.of(before.get(1), before.get(0))));
        assertThat(page(before.get(1)).answer(new org.umbral.shared.casefile.FieldId("PAG-01")))
                .isPresent();

        Hand.onUi(() -> {
            hand.find("page-1").orElseThrow().requestFocus();
            return true;
        });
        new FxRobot().press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
        await().atMost(PATIENCE).until(() -> pages().equals(before));

        byte[] sealed = photo(before.get(0));
        hand.tap("page-1");
        hand.tap("turn");
        await().atMost(PATIENCE)
                .until(() -> page(before.get(0))
                        .answer(new org.umbral.shared.casefile.FieldId("PAG-05"))
                        .flatMap(answer -> answer.settled())
                        .flatMap(value -> value.asNumber())
                        .equals(java.util.Optional.of(90)));
        assertThat(photo(before.get(0))).isEqualTo(sealed);
    }

    @Test
    void aRemovedPageComesBack() {
        hand.tap("take");
        hand.see("page-1");
        hand.tap("page-1");
        hand.tap("remove-page");
        await().atMost(PATIENCE).until(() -> pages().isEmpty());
        hand.tapWords("Undo");
        hand.see("page-1");
        assertThat(pages()).hasSize(1);
    }

    @Test
    void howManyPagesThereAreInAllIsSaidBesideHowManyWereTaken() {
        hand.tap("take");
        hand.see("page-1");
        hand.type("EVD-08", "3");
        hand.awaitWords("1 of 3 pages");
        hand.tap("take-next");
        hand.awaitWords("2 of 3 pages");
    }

    @Test
    void whatIsNoPictureStaysUntilTheWorkerThrowsItAway() {
        hand.bench.nextPhoto = "not a picture, FICTICIO".getBytes(StandardCharsets.UTF_8);
        hand.tap("take");
        hand.tap("stuck");
        hand.awaitWords("This file is not a whole photo.");
        assertThat(walk.phone.core.captures().toFile().list()).isNotEmpty();

        hand.tap("stuck-drop");

        await().atMost(PATIENCE).until(() -> hand.find("stuck").isEmpty());
        assertThat(walk.phone.core.captures().toFile().list()).isEmpty();
        assertThat(pages()).isEmpty();
        hand.see("take");
    }

    @Test
    void aChosenPictureIsToBeDeletedWhereItWasOnceForEachPick() throws Exception {
        hand.tap("pick");
        hand.see("elsewhere");
        hand.tap("back");
        hand.awaitSaved();
        hand.tapWords("Not named yet");
        hand.tap("elsewhere-done");
        await().atMost(PATIENCE).until(() -> hand.find("elsewhere").isEmpty());
        assertThat(walk.phone.intake.marks(walk.id(), pages().get(0))).isEmpty();

        hand.tap("pick-next");
        hand.see("elsewhere");
        assertThat(walk.phone.intake.marks(walk.id(), pages().get(1))).isEqualTo(Set.of(PageMark.ORIGINAL_ELSEWHERE));
    }

    private List<ItemId> pages() {
        return walk.items("evidence").stream()
                .flatMap(evidence -> walk.phone.intake.catalogue().items(walk.file(), "page", evidence.id()).stream())
                .map(Item::id)
                .toList();
    }

    private Item page(ItemId id) {
        return walk.file().item(id).orElseThrow();
    }

    private byte[] photo(ItemId page) throws Exception {
        try (var in = walk.phone.intake.photo(walk.id(), page).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    /** The paper as a hand that moves sees it. */
    private static byte[] blurred() throws Exception {
        BufferedImage paper = ImageIO.read(new ByteArrayInputStream(PaperPhoto.jpeg(2)));
        BufferedImage small = PictureQuality.shrunk(paper, paper.getWidth() / 9, paper.getHeight() / 9);
        BufferedImage back = new BufferedImage(paper.getWidth(), paper.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = back.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(small, 0, 0, back.getWidth(), back.getHeight(), null);
        pen.dispose();
        return TestPhotos.jpeg(back);
    }
}

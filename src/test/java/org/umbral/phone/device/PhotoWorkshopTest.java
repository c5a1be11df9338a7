package org.umbral.phone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Sha256;
import org.umbral.testing.TestExif;
import org.umbral.testing.TestPhotos;

class PhotoWorkshopTest {
    private final PhotoWorkshop workshop = new PhotoWorkshop();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationComesOutUpright(int orientation) throws Exception {
        PreparedPhoto photo = workshop.prepare(TestPhotos.capture(corners(), orientation));

        assertThat(List.of(photo.width(), photo.height())).containsExactly(96, 64);
        BufferedImage seen = TestPhotos.read(photo.jpeg());
        assertThat(nearest(seen, 8, 8)).isEqualTo(Color.RED);
        assertThat(nearest(seen, 88, 8)).isEqualTo(Color.GREEN);
        assertThat(nearest(seen, 8, 56)).isEqualTo(Color.BLUE);
        assertThat(nearest(seen, 88, 56)).isEqualTo(Color.WHITE);
    }

    @Test
    void bothByteOrdersOfExifAreRead() throws Exception {
        byte[] stored = TestPhotos.jpeg(TestPhotos.stored(corners(), 6));

        PreparedPhoto photo = workshop.prepare(TestPhotos.withSegment(stored, 0xE1, TestExif.bigEndian(6)));

        assertThat(nearest(TestPhotos.read(photo.jpeg()), 8, 8)).isEqualTo(Color.RED);
    }

    @Test
    void aLargePictureIsMadeSmallAndASmallOneIsLeft() throws Exception {
        PreparedPhoto large = workshop.prepare(TestPhotos.jpeg(TestPhotos.letter(2100, 1050, 1)));
        PreparedPhoto small = workshop.prepare(TestPhotos.jpeg(TestPhotos.letter(301, 203, 1)));

        assertThat(List.of(large.width(), large.height())).containsExactly(2000, 1000);
        assertThat(List.of(small.width(), small.height())).containsExactly(301, 203);
        BufferedImage thumbnail = TestPhotos.read(large.thumbnailJpeg());
        assertThat(List.of(thumbnail.getWidth(), thumbnail.getHeight())).containsExactly(320, 160);
    }

    @Test
    void hashesNameTheCaptureAndThePicture() throws Exception {
        byte[] capture = TestPhotos.jpeg(corners());

        PreparedPhoto photo = workshop.prepare(capture);

        assertThat(photo.captureHash()).isEqualTo(Sha256.of(capture));
        assertThat(photo.imageHash()).isEqualTo(Sha256.of(photo.jpeg()));
    }

    @Test
    void theSameCaptureGivesTheSamePicture() throws Exception {
        byte[] capture = TestPhotos.jpeg(TestPhotos.letter(500, 400, 3));

        assertThat(workshop.prepare(capture).imageHash())
                .isEqualTo(workshop.prepare(capture).imageHash());
    }

    @Test
    void aProgressivePictureIsTaken() throws Exception {
        PreparedPhoto photo = workshop.prepare(TestPhotos.progressiveJpeg(corners()));

        assertThat(nearest(TestPhotos.read(photo.jpeg()), 88, 8)).isEqualTo(Color.GREEN);
    }

    @Test
    void whatIsTransparentBecomesPaper() throws Exception {
        BufferedImage clear = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);

        PreparedPhoto photo = workshop.prepare(TestPhotos.png(clear));

        assertThat(nearest(TestPhotos.read(photo.jpeg()), 20, 20)).isEqualTo(Color.WHITE);
    }

    @Test
    void sidesThatNoBlockFitsAreTaken() throws Exception {
        for (int side : new int[] {1, 7, 15, 17, 33}) {
            PreparedPhoto photo = workshop.prepare(TestPhotos.png(TestPhotos.letter(side, 34 - side, 5)));

            BufferedImage seen = TestPhotos.read(photo.jpeg());
            assertThat(List.of(seen.getWidth(), seen.getHeight())).containsExactly(side, 34 - side);
        }
    }

    @Test
    void aPictureCutOffAnywhereIsRefused() {
        byte[] jpeg = TestPhotos.capture(corners(), 6);
        byte[] png = TestPhotos.png(corners());

        for (int length = 0; length < jpeg.length; length += 7) {
            refused(Arrays.copyOf(jpeg, length), "not-a-picture");
        }
        for (int length = 0; length < png.length; length += 7) {
            refused(Arrays.copyOf(png, length), "not-a-picture");
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        refused(new byte[0], "not-a-picture");
        refused(TestPhotos.latin("<!doctype html><title>Sign in</title>"), "not-a-picture");
        refused(TestPhotos.latin("%PDF-1.7 FICTICIO"), "not-a-picture");
        refused(TestPhotos.latin("GIF89a FICTICIO"), "not-a-picture");
        refused(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}, "not-a-picture");
    }

    @Test
    void aPictureTooLargeIsRefusedBeforeItIsDecoded() {
        byte[] png = TestPhotos.png(corners());
        ByteBuffer.wrap(png).putInt(16, 20_000).putInt(20, 5_001);

        refused(png, "picture-too-large");
        refused(new byte[PhotoWorkshop.MAX_BYTES + 1], "picture-too-large");
    }

    @Test
    void aPictureThatNamesNoSizeIsRefused() {
        byte[] png = TestPhotos.png(corners());
        ByteBuffer.wrap(png).putInt(16, 0);

        refused(png, "not-a-picture");
    }

    private void refused(byte[] capture, String reason) {
        assertThatExceptionOfType(AskThePerson.class)
                .isThrownBy(() -> workshop.prepare(capture))
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private static BufferedImage corners() {
        BufferedImage picture = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colours.length; i++) {
            pen.setColor(colours[i]);
            pen.fillRect(48 * (i % 2), 32 * (i / 2), 48, 32);
        }
        pen.dispose();
        return picture;
    }

    private static Color nearest(BufferedImage picture, int x, int y) {
        int rgb = picture.getRGB(x, y);
        return new Color(
                (rgb >> 16 & 0xFF) > 127 ? 255 : 0, (rgb >> 8 & 0xFF) > 127 ? 255 : 0, (rgb & 0xFF) > 127 ? 255 : 0);
    }
}

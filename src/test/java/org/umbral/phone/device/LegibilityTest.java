package org.umbral.phone.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.phone.capture.PageMark;
import org.umbral.phone.device.picture.Legibility;
import org.umbral.phone.device.picture.Pixels;
import org.umbral.testing.PaperShots;
import org.umbral.testing.PaperShots.Fault;
import org.umbral.testing.TestPhotos;

/** Bounds were set on seed 42; other seeds are judged here, and many more by the benchmark {@code photo-check}. */
class LegibilityTest {
    private static final long SEED = 20261121;

    @ParameterizedTest
    @CsvSource({"FOCUS, BLURRED", "MOVED, BLURRED", "DARK, TOO_DARK", "BRIGHT, TOO_BRIGHT"})
    void aFaultIsSeen(Fault fault, PageMark mark) {
        PaperShots shots = new PaperShots(SEED);
        for (int i = 0; i < 3; i++) {
            assertThat(Legibility.doubts(shots.next(fault)))
                    .as("seed %d, photo %d", SEED, i)
                    .containsExactly(mark);
        }
    }

    /** An edge between two lines cuts no stroke and is not seen; so not each, but most. */
    @Test
    void writingThatRunsOverTheEdgeIsMostlySeen() {
        PaperShots shots = new PaperShots(SEED);
        long seen = IntStream.range(0, 6)
                .filter(i -> Legibility.doubts(shots.next(Fault.CUT)).contains(PageMark.CUT_OFF))
                .count();

        assertThat(seen).as("seed %d", SEED).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aGoodPhotoIsLeftAlone() {
        PaperShots shots = new PaperShots(SEED);
        for (int i = 0; i < 5; i++) {
            assertThat(Legibility.doubts(shots.next(Fault.NONE)))
                    .as("seed %d, photo %d", SEED, i)
                    .isEmpty();
        }
    }

    @Test
    void aScreenshotAnEmptyPageAndATinyPictureAreLeftAlone() {
        BufferedImage screenshot = new BufferedImage(1080, 1920, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = screenshot.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1080, 1920);
        assertThat(Legibility.doubts(pixels(screenshot))).isSubsetOf(EnumSet.of(PageMark.TOO_BRIGHT));
        pen.setColor(Color.BLACK);
        pen.setFont(pen.getFont().deriveFont(38f));
        for (int y = 60; y < 1880; y += 60) {
            pen.drawString("FICTICIO. A message about nobody, 555-0100", 40, y);
        }
        pen.dispose();

        assertThat(Legibility.doubts(pixels(screenshot))).isEmpty();
        assertThat(Legibility.doubts(new Pixels(new int[] {0}, 1, 1))).isEmpty();
    }

    @Test
    void aDoubtedPhotoIsMadeReadyAllTheSame() throws Exception {
        BufferedImage night = TestPhotos.letter(1200, 900, 3);
        Graphics2D pen = night.createGraphics();
        pen.setColor(new Color(0, 0, 0, 220));
        pen.fillRect(0, 0, 1200, 900);
        pen.dispose();

        PreparedPhoto photo = new PhotoWorkshop().prepare(TestPhotos.jpeg(night));

        assertThat(photo.doubts()).isEqualTo(Set.of(PageMark.TOO_DARK));
        assertThat(photo.jpeg()).isNotEmpty();
    }

    private static Pixels pixels(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new Pixels(image.getRGB(0, 0, width, height, null, 0, width), width, height);
    }
}

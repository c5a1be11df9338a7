package org.umbral.phone.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.testing.PictureQuality;
import org.umbral.testing.TestPhotos;

class PhotoQualityTest {
    private static final long SEED = 20261121;

    @ParameterizedTest
    @CsvSource({"4000, 3000, 6", "3000, 2250, 1", "2400, 1800, 8", "1600, 1200, 3"})
    void aDocumentStaysAsReadableAsItsPixelsAllow(int width, int height, int orientation) throws Exception {
        BufferedImage upright = TestPhotos.letter(width, height, SEED);

        byte[] capture = TestPhotos.capture(upright, orientation);
        PreparedPhoto photo = new PhotoWorkshop().prepare(capture);

        BufferedImage wanted = PictureQuality.shrunk(upright, photo.width(), photo.height());
        double psnr = PictureQuality.psnr(wanted, TestPhotos.read(photo.jpeg()));
        assertThat(psnr).as("seed %d, %d bytes", SEED, photo.jpeg().length).isGreaterThan(34);
        assertThat(Math.max(photo.width(), photo.height())).isEqualTo(Math.min(2000, width));
        assertThat(photo.jpeg().length).isLessThan(3 << 20);
    }

    @Test
    void picturesTooLargeToHoldAreNoWorse() throws Exception {
        BufferedImage upright = TestPhotos.letter(5600, 4500, SEED);
        BufferedImage wanted = PictureQuality.shrunk(upright, 2000, 1607);

        for (byte[] capture : List.of(TestPhotos.jpeg(upright), TestPhotos.png(upright))) {
            PreparedPhoto photo = new PhotoWorkshop().prepare(capture);

            assertThat(PictureQuality.psnr(wanted, TestPhotos.read(photo.jpeg())))
                    .as("seed %d", SEED)
                    .isGreaterThan(34);
        }
    }
}

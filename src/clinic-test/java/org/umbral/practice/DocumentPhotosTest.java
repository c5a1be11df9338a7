package org.umbral.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.phone.device.PhotoWorkshop;
import org.umbral.phone.device.PreparedPhoto;
import org.umbral.testing.PictureQuality;
import org.umbral.testing.TestPhotos;

class DocumentPhotosTest {
    private static final long SEED = 4;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void thePhoneShowsTheSamePageHoweverTheCameraWasHeld(int orientation) throws Exception {
        BufferedImage upright = shown(new DocumentPhotos(SEED).passport(800, 1));

        BufferedImage turned = shown(new DocumentPhotos(SEED).passport(800, orientation));

        assertThat(PictureQuality.psnr(upright, turned)).isGreaterThan(34);
    }

    @Test
    void theSameSeedGivesTheSamePhoto() {
        assertThat(new DocumentPhotos(SEED).letter(400, 6)).isEqualTo(new DocumentPhotos(SEED).letter(400, 6));
        assertThat(new DocumentPhotos(SEED).letter(400, 6)).isNotEqualTo(new DocumentPhotos(5).letter(400, 6));
    }

    @Test
    void aPhotoOfTwelveMegapixelsIsMadeReady() throws Exception {
        byte[] capture = new DocumentPhotos(SEED).letter(DocumentPhotos.TWELVE_MEGAPIXELS, 6);

        PreparedPhoto photo = new PhotoWorkshop().prepare(capture);

        assertThat(photo.width()).isEqualTo(1500);
        assertThat(photo.height()).isEqualTo(2000);
        assertThat(photo.jpeg().length).isLessThan(3 << 20);
    }

    private static BufferedImage shown(byte[] capture) throws Exception {
        return TestPhotos.read(new PhotoWorkshop().prepare(capture).jpeg());
    }
}

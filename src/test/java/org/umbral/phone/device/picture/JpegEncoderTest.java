package org.umbral.phone.device.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.testing.PictureQuality;
import org.umbral.testing.TestPhotos;

class JpegEncoderTest {
    private static final long SEED = 81;

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 75, 85, 95})
    void itIsAsTrueAndAsSmallAsTheJdksEncoder(int quality) {
        BufferedImage letter = TestPhotos.letter(801, 599, SEED);

        byte[] ours = JpegEncoder.encode(pixels(letter), quality);

        byte[] theirs = TestPhotos.jpeg(letter, quality / 100f);
        double psnr = PictureQuality.psnr(letter, TestPhotos.read(ours));
        assertThat(psnr).isGreaterThan(PictureQuality.psnr(letter, TestPhotos.read(theirs)) - 0.3);
        assertThat(ours.length).isLessThan(theirs.length * 21 / 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 85, 100})
    void theHarshestPixelsStillHaveCodes(int quality) {
        BufferedImage harsh = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(SEED);
        for (int i = 0; i < 64 * 64; i++) {
            boolean waves = i / 64 < 32;
            int grey = (waves ? i / 64 + i % 64 : random.nextInt()) % 2 == 0 ? 0xFFFFFF : 0;
            harsh.setRGB(i % 64, i / 64, grey);
        }

        BufferedImage seen = TestPhotos.read(JpegEncoder.encode(pixels(harsh), quality));

        assertThat(PictureQuality.psnr(harsh, seen)).as("seed %d", SEED).isGreaterThan(quality < 50 ? 4 : 20);
    }

    @Test
    void noCodeIsTheBeginningOfAnother() {
        for (HuffmanCode code : HuffmanCode.values()) {
            byte[] table = code.table(0);
            double room = IntStream.rangeClosed(1, 16)
                    .mapToDouble(length -> table[length] * Math.pow(2, -length))
                    .sum();
            assertThat(room).as("the code of ones stays free").isLessThan(1);
        }
    }

    private static Pixels pixels(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new Pixels(rgb, image.getWidth(), image.getHeight());
    }
}

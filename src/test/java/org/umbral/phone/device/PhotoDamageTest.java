package org.umbral.phone.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.AskThePerson;
import org.umbral.testing.TestPhotos;

class PhotoDamageTest {
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "progressive", "png"})
    void damagedFilesArePicturesOrRefusedAndNothingElse(String kind) {
        byte[] whole = switch (kind) {
            case "jpeg" -> TestPhotos.capture(TestPhotos.letter(90, 70, 1), 6);
            case "progressive" -> TestPhotos.progressiveJpeg(TestPhotos.letter(90, 70, 1));
            default -> TestPhotos.png(TestPhotos.letter(90, 70, 1));
        };
        long seed = 99;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            int within = round % 2 == 0 ? damaged.length : Math.min(400, damaged.length);
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                damaged[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                assertThat(new PhotoWorkshop().prepare(damaged).jpeg()).isNotEmpty();
            } catch (AskThePerson e) {
                assertThat(e.reason()).as("seed %d, round %d", seed, round).isIn("not-a-picture", "picture-too-large");
            }
        }
    }
}

package org.umbral.phone.device.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaScalerTest {
    private static final long SEED = 12;

    @Test
    void oneColourStaysThatColourAtEveryRatio() {
        for (int side = 1; side < 60; side++) {
            int[] red = new int[60 * 40];
            Arrays.fill(red, 0xFE0102);

            Pixels small = AreaScaler.fit(new Pixels(red, 60, 40), side);

            assertThat(small.width()).isEqualTo(side);
            assertThat(Arrays.stream(small.rgb()).distinct()).containsExactly(0xFE0102);
        }
    }

    @Test
    void fourPixelsBecomeTheirMean() {
        Pixels four = new Pixels(new int[] {0x000000, 0x100000, 0x002000, 0x000030}, 2, 2);

        assertThat(AreaScaler.fit(four, 1).rgb()).containsExactly(0x04080C);
    }

    @Test
    void aPartOfAPixelCountsAsAPart() {
        Pixels three = new Pixels(new int[] {0, 90, 255}, 3, 1);

        assertThat(AreaScaler.fit(three, 2).rgb()).containsExactly(30, 200);
    }

    @Test
    void nothingIsEnlarged() {
        Pixels pixels = new Pixels(new Random(SEED).ints(35, 0, 1 << 24).toArray(), 7, 5);

        Pixels same = AreaScaler.fit(pixels, 100);

        assertThat(same.rgb()).isEqualTo(pixels.rgb());
        assertThat(same.width()).isEqualTo(7);
    }

    @Test
    void aThinPictureKeepsOnePixel() {
        Pixels line = AreaScaler.fit(new Pixels(new int[1000], 1000, 1), 10);

        assertThat(line.width()).isEqualTo(10);
        assertThat(line.height()).isEqualTo(1);
    }
}

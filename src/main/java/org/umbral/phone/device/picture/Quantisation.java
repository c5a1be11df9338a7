package org.umbral.phone.device.picture;

/**
 * How coarsely each of 64 coefficients is kept: the tables of T.81, annex K.1, scaled by a quality from 1 to 100 in the
 * way of the Independent JPEG Group.
 */
final class Quantisation {
    static final int COEFFICIENTS = 64;
    private static final int MOST = 1023;

    private static final int[] LUMA = {
        16, 11, 10, 16, 24, 40, 51, 61, //
        12, 12, 14, 19, 26, 58, 60, 55, //
        14, 13, 16, 24, 40, 57, 69, 56, //
        14, 17, 22, 29, 51, 87, 80, 62, //
        18, 22, 37, 56, 68, 109, 103, 77, //
        24, 35, 55, 64, 81, 104, 113, 92, //
        49, 64, 78, 87, 103, 121, 120, 101, //
        72, 92, 95, 98, 112, 100, 103, 99
    };

    private static final int[] CHROMA = {
        17, 18, 24, 47, 99, 99, 99, 99, //
        18, 21, 26, 66, 99, 99, 99, 99, //
        24, 26, 56, 99, 99, 99, 99, 99, //
        47, 66, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99
    };

    private static final int[] ZIGZAG = zigzag();

    private final int[] steps = new int[COEFFICIENTS];

    private Quantisation(int[] base, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        for (int i = 0; i < COEFFICIENTS; i++) {
            steps[i] = Math.max(1, Math.min(255, (base[ZIGZAG[i]] * percent + 50) / 100));
        }
    }

    static Quantisation luma(int quality) {
        return new Quantisation(LUMA, quality);
    }

    static Quantisation chroma(int quality) {
        return new Quantisation(CHROMA, quality);
    }

    /** Rounds into the order in which coefficients are written; baseline has no code beyond ten bits. */
    void quantise(float[] coefficients, int[] into) {
        for (int i = 0; i < COEFFICIENTS; i++) {
            int rounded = Math.round(coefficients[ZIGZAG[i]] / steps[i]);
            into[i] = Math.max(-MOST, Math.min(MOST, rounded));
        }
    }

    /** As it stands in a DQT segment. */
    byte[] table(int number) {
        byte[] table = new byte[1 + COEFFICIENTS];
        table[0] = (byte) number;
        for (int i = 0; i < COEFFICIENTS; i++) {
            table[1 + i] = (byte) steps[i];
        }
        return table;
    }

    /** From the top left along the diagonals, each the other way round (T.81, figure A.6). */
    private static int[] zigzag() {
        int[] order = new int[COEFFICIENTS];
        int at = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            for (int i = Math.max(0, diagonal - 7); i <= Math.min(diagonal, 7); i++) {
                order[at++] = diagonal % 2 == 0 ? (diagonal - i) * 8 + i : i * 8 + diagonal - i;
            }
        }
        return order;
    }
}

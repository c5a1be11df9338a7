package org.umbral.phone.device.picture;

/**
 * The forward cosine transform of 8 × 8 samples (T.81, A.3.3), rows then columns, by its definition. The answer is
 * overwritten by the next call. Not thread-safe.
 */
final class CosineTransform {
    private static final int SIDE = 8;
    private static final float[] BASIS = basis();

    private final float[] half = new float[SIDE * SIDE];
    private final float[] whole = new float[SIDE * SIDE];

    float[] forward(float[] samples) {
        pass(samples, half);
        pass(half, whole);
        return whole;
    }

    /** Transforms each row and writes it as a column, so that two passes do both ways. */
    private static void pass(float[] from, float[] into) {
        for (int row = 0; row < SIDE; row++) {
            for (int frequency = 0; frequency < SIDE; frequency++) {
                float sum = 0;
                for (int i = 0; i < SIDE; i++) {
                    sum += from[row * SIDE + i] * BASIS[frequency * SIDE + i];
                }
                into[frequency * SIDE + row] = sum;
            }
        }
    }

    private static float[] basis() {
        float[] basis = new float[SIDE * SIDE];
        for (int frequency = 0; frequency < SIDE; frequency++) {
            double scale = frequency == 0 ? Math.sqrt(1.0 / SIDE) : Math.sqrt(2.0 / SIDE);
            for (int i = 0; i < SIDE; i++) {
                basis[frequency * SIDE + i] =
                        (float) (scale * Math.cos((2 * i + 1) * frequency * Math.PI / (2 * SIDE)));
            }
        }
        return basis;
    }
}

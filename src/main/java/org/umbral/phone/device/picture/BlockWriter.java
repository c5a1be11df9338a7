package org.umbral.phone.device.picture;

/**
 * Codes the blocks of one colour component (T.81, F.1.2): transforms, quantises, writes the difference of the mean to
 * the block before and then the run of other coefficients. Keeps the last mean, so each component has its own writer.
 */
final class BlockWriter {
    private static final int END_OF_BLOCK = 0x00;
    private static final int SIXTEEN_ZEROS = 0xF0;

    private final BitWriter bits;
    private final Quantisation quantisation;
    private final HuffmanCode mean;
    private final HuffmanCode others;
    private final CosineTransform transform = new CosineTransform();
    private final int[] coefficients = new int[Quantisation.COEFFICIENTS];
    private int lastMean;

    BlockWriter(BitWriter bits, Quantisation quantisation, HuffmanCode mean, HuffmanCode others) {
        this.bits = bits;
        this.quantisation = quantisation;
        this.mean = mean;
        this.others = others;
    }

    void write(float[] block) {
        quantisation.quantise(transform.forward(block), coefficients);
        write(mean, 0, coefficients[0] - lastMean);
        lastMean = coefficients[0];
        int zeros = 0;
        for (int i = 1; i < coefficients.length; i++) {
            if (coefficients[i] == 0) {
                zeros++;
                continue;
            }
            for (; zeros > 15; zeros -= 16) {
                others.write(bits, SIXTEEN_ZEROS);
            }
            write(others, zeros, coefficients[i]);
            zeros = 0;
        }
        if (zeros > 0) {
            others.write(bits, END_OF_BLOCK);
        }
    }

    /** The number of bits with the run before them, Huffman-coded, then the bits; a negative value less one. */
    private void write(HuffmanCode code, int zeros, int value) {
        int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(value));
        code.write(bits, zeros << 4 | size);
        bits.write(value < 0 ? value - 1 : value, size);
    }
}

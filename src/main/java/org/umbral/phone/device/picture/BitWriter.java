package org.umbral.phone.device.picture;

import java.io.ByteArrayOutputStream;

/** Packs bits into the bytes of a scan, highest first; a byte of ones is followed by a zero (T.81, F.1.2.3). */
final class BitWriter {
    private final ByteArrayOutputStream out;
    private int pending;
    private int count;

    BitWriter(ByteArrayOutputStream out) {
        this.out = out;
    }

    /** The lowest so many bits, at most 16; higher ones are ignored. */
    void write(int bits, int length) {
        pending = pending << length | bits & (1 << length) - 1;
        count += length;
        while (count >= Byte.SIZE) {
            count -= Byte.SIZE;
            int whole = pending >> count & 0xFF;
            out.write(whole);
            if (whole == 0xFF) {
                out.write(0);
            }
        }
    }

    /** Fills the last byte with ones. */
    void finish() {
        if (count > 0) {
            write(0x7F, Byte.SIZE - count);
        }
    }
}

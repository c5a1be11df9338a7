package org.umbral.phone.device.picture;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Writes pixels as a baseline JPEG (ITU-T T.81 in a JFIF 1.01 frame): sequential Huffman coding with the tables of annex
 * K, colour at half the resolution both ways (4:2:0). The file holds what a decoder needs to show the pixels and nothing
 * else: no metadata can be in it, because none is ever given.
 */
public final class JpegEncoder {
    /** Three components: identifier, sampling across and down, and which quantisation and Huffman tables. */
    private static final byte[][] COMPONENTS = {{1, 0x22, 0}, {2, 0x11, 1}, {3, 0x11, 1}};

    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};

    private final ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 18);
    private final Pixels pixels;
    private final Quantisation luma;
    private final Quantisation chroma;

    private JpegEncoder(Pixels pixels, int quality) {
        this.pixels = pixels;
        this.luma = Quantisation.luma(quality);
        this.chroma = Quantisation.chroma(quality);
    }

    /** @param quality 1 to 100, as the Independent JPEG Group scales it; sides are at most 65,535 pixels */
    public static byte[] encode(Pixels pixels, int quality) {
        return new JpegEncoder(pixels, quality).encode();
    }

    private byte[] encode() {
        marker(0xD8);
        segment(0xE0, JFIF);
        segment(0xDB, luma.table(0), chroma.table(1));
        frame();
        segment(
                0xC4,
                HuffmanCode.DC_LUMA.table(0x00),
                HuffmanCode.AC_LUMA.table(0x10),
                HuffmanCode.DC_CHROMA.table(0x01),
                HuffmanCode.AC_CHROMA.table(0x11));
        segment(0xDA, new byte[] {3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0});
        scan();
        marker(0xD9);
        return file.toByteArray();
    }

    private void frame() {
        byte[] size = {
            8,
            (byte) (pixels.height() >> 8),
            (byte) pixels.height(),
            (byte) (pixels.width() >> 8),
            (byte) pixels.width(),
            3
        };
        segment(0xC0, size, COMPONENTS[0], COMPONENTS[1], COMPONENTS[2]);
    }

    private void scan() {
        BitWriter bits = new BitWriter(file);
        BlockWriter y = new BlockWriter(bits, luma, HuffmanCode.DC_LUMA, HuffmanCode.AC_LUMA);
        BlockWriter blue = new BlockWriter(bits, chroma, HuffmanCode.DC_CHROMA, HuffmanCode.AC_CHROMA);
        BlockWriter red = new BlockWriter(bits, chroma, HuffmanCode.DC_CHROMA, HuffmanCode.AC_CHROMA);
        ColourUnit unit = new ColourUnit(pixels);
        for (int top = 0; top < pixels.height(); top += ColourUnit.SIDE) {
            for (int left = 0; left < pixels.width(); left += ColourUnit.SIDE) {
                unit.load(left, top);
                unit.luma().forEach(y::write);
                blue.write(unit.blue());
                red.write(unit.red());
            }
        }
        bits.finish();
    }

    private void segment(int marker, byte[]... parts) {
        int length = 2 + List.of(parts).stream().mapToInt(part -> part.length).sum();
        marker(marker);
        file.write(length >> 8);
        file.write(length);
        for (byte[] part : parts) {
            file.writeBytes(part);
        }
    }

    private void marker(int marker) {
        file.write(0xFF);
        file.write(marker);
    }
}

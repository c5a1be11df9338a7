package org.umbral.clinic.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Two soft tones, reckoned here: what is heard when an emergency comes. A WAV file of eight-bit samples, mono. */
final class Chime {
    private static final int RATE = 11_025;
    private static final double SECONDS = 0.6;
    private static final double FIRST_TONE = 660;
    private static final double SECOND_TONE = 880;
    private static final int HEADER = 44;

    private Chime() {}

    static byte[] wav() {
        int samples = (int) (RATE * SECONDS);
        ByteBuffer wav = ByteBuffer.allocate(HEADER + samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEADER - 8 + samples).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8);
        wav.put(ascii("data")).putInt(samples);
        for (int i = 0; i < samples; i++) {
            boolean first = i < samples / 2;
            double within = (first ? i : i - samples / 2) / (samples / 2.0);
            double tone = Math.sin(2 * Math.PI * (first ? FIRST_TONE : SECOND_TONE) * i / RATE);
            wav.put((byte) (128 + 90 * tone * (1 - within) * Math.min(1, within * 20)));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

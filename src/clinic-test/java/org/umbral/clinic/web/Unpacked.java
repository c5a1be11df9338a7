package org.umbral.clinic.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.umbral.shared.GiveUp;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.testing.AgeKeyFile;
import org.umbral.testing.PdfText;

/** Every file of a copy as somebody reads it who has its passphrase: PDF files as text and as bytes, envelopes opened. */
final class Unpacked {
    private static final int GZIP = 0x1f;
    final Map<String, byte[]> files;
    final Map<String, byte[]> opened = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    Unpacked(byte[] zip, String passphrase) {
        try {
            files = ExportPagesTest.unzip(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.forEach((name, bytes) -> texts.put(name, name + "\n" + letters(bytes)));
        files.forEach((name, bytes) -> {
            if (name.endsWith(".pdf")) {
                texts.merge(name, PdfText.of(bytes), String::concat);
            }
        });
        if (files.containsKey("key.age")) {
            openAll(passphrase);
        }
    }

    private void openAll(String passphrase) {
        try (OpeningKey key = AgeKeyFile.open(Objects.requireNonNull(files.get("key.age")), passphrase)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (file.getKey().contains("envelopes/")) {
                    byte[] plain = inflated(Age.open(file.getValue(), key));
                    opened.put(file.getKey(), plain);
                    texts.merge(file.getKey(), letters(plain), String::concat);
                }
            }
        } catch (GiveUp e) {
            throw new AssertionError("every envelope of a copy opens with its key", e);
        }
    }

    private static byte[] inflated(byte[] plain) {
        if (plain.length < 2 || plain[0] != GZIP) {
            return plain;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(plain))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String letters(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1) + new String(bytes, StandardCharsets.UTF_8);
    }

    /** By file: its name, and everything that can be read in it. */
    Map<String, String> texts() {
        return texts;
    }

    String text() {
        return String.join("\n", texts.values());
    }
}

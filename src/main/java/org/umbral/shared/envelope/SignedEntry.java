package org.umbral.shared.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.secret.VerifyingKey;

/**
 * What an entry's envelope holds: a gzip member of two lines, a header (format, device, signature) and the entry's
 * JSON. The device's Ed25519 signature is over the second line's bytes, without its line feed, so {@code age -d -i key E
 * | zcat | tail -1} shows exactly what was signed.
 */
public record SignedEntry(String device, byte[] signature, byte[] json) {
    private static final int FORMAT = 1;
    private static final int MAX_HEADER_BYTES = 1024;

    public static SignedEntry sign(byte[] json, String device, SigningKey key) {
        for (byte b : json) {
            if (b == '\n') {
                throw new IllegalArgumentException("an entry's JSON is one line");
            }
        }
        return new SignedEntry(device, key.sign(json), json);
    }

    public boolean isSignedBy(VerifyingKey key) {
        return key.verify(json, signature);
    }

    /** The hash that the next entry of the same author, case and audience names as its previous one. */
    public Sha256 hash() {
        return Sha256.of(json);
    }

    public Envelope sealTo(SealingKey... keys) {
        return Envelope.of(Age.seal(pack(), keys));
    }

    /**
     * Opens and unpacks; the signature is not checked yet, since the key may have to be looked up by device. {@code
     * GiveUp} as {@link Age#open} says, and {@code not-our-format}.
     */
    public static SignedEntry open(byte[] envelope, OpeningKey key) throws GiveUp {
        return unpack(Age.open(envelope, key));
    }

    byte[] pack() {
        var header = Json.object()
                .put("format", FORMAT)
                .put("device", device)
                .put("signature", Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new SmallestGzip(packed)) {
            gzip.write(Json.write(header));
            gzip.write('\n');
            gzip.write(json);
            gzip.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to write", e);
        }
        return packed.toByteArray();
    }

    static SignedEntry unpack(byte[] packed) throws GiveUp {
        try (var lines = new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
            JsonNode header = Json.tree(line(lines, MAX_HEADER_BYTES));
            byte[] json = line(lines, Envelope.MAX_ENTRY_BYTES);
            if (header.path("format").asInt() != FORMAT || lines.read() >= 0) {
                throw new GiveUp("not-our-format");
            }
            byte[] signature =
                    Base64.getUrlDecoder().decode(header.path("signature").asText());
            return new SignedEntry(header.path("device").asText(), signature, json);
        } catch (IOException | IllegalArgumentException e) {
            throw new GiveUp("not-our-format");
        }
    }

    private static byte[] line(BufferedInputStream in, int limit) throws IOException, GiveUp {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() >= limit) {
                throw new GiveUp("not-our-format");
            }
            line.write(b);
        }
        return line.toByteArray();
    }

    /** Every byte counts on a bad link, and an entry is small. */
    private static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(9);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedEntry that
                && device.equals(that.device)
                && Arrays.equals(signature, that.signature)
                && Arrays.equals(json, that.json);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(json);
    }

    @Override
    public String toString() {
        return "SignedEntry[" + device + "]";
    }
}

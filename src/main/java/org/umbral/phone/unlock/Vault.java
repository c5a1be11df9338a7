package org.umbral.phone.unlock;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.AesKey;

/**
 * The open vault: seals and opens rows under the vault key. A sealed row opens only at the table, id and version that it
 * was sealed for, and only whole: it goes in pieces of 64 KiB, each bound to its place and the last one marked as such.
 * Thread-safe; once closed the key is wiped and every call is an {@link IllegalStateException}.
 */
public final class Vault implements AutoCloseable {
    private static final int PIECE = 64 * 1024;
    private static final int OVERHEAD = 12 + 16;

    private final AesKey key;
    private volatile boolean closed;

    Vault(AesKey key) {
        this.key = key;
    }

    public byte[] seal(String table, String id, int version, byte[] plain) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(plain.length + OVERHEAD);
        int from = 0;
        int number = 0;
        do {
            int to = Math.min(plain.length, from + PIECE);
            byte[] piece = Arrays.copyOfRange(plain, from, to);
            sealed.writeBytes(key.seal(piece, place(table, id, version, number++, to == plain.length)));
            Arrays.fill(piece, (byte) 0);
            from = to;
        } while (from < plain.length);
        return sealed.toByteArray();
    }

    /** {@code GiveUp("sealed-value-damaged")} on other bytes, another place, or another vault. */
    public byte[] open(String table, String id, int version, byte[] sealed) throws GiveUp {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(sealed.length);
        int from = 0;
        int number = 0;
        do {
            int to = Math.min(sealed.length, from + PIECE + OVERHEAD);
            byte[] place = place(table, id, version, number++, to == sealed.length);
            plain.writeBytes(key.open(Arrays.copyOfRange(sealed, from, to), place));
            from = to;
        } while (from < sealed.length);
        return plain.toByteArray();
    }

    private static byte[] place(String table, String id, int version, int piece, boolean last) {
        String place = table + "|" + id + "|" + version + "|" + piece + (last ? "|last" : "");
        return place.getBytes(StandardCharsets.UTF_8);
    }

    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        key.close();
    }

    @Override
    public String toString() {
        return "Vault";
    }
}

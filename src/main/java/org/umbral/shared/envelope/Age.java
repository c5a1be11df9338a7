package org.umbral.shared.envelope;

import com.exceptionfactory.jagged.PayloadException;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SealingKey;

/**
 * Seals to one or more X25519 recipients in the public age v1 format and opens it again, so that the standard {@code
 * age} tool does the same. Grows the plain bytes by 200 for one recipient and 16 for each 64 KiB. Age says nothing about
 * who sealed: entries carry their own signature. Thread-safe.
 */
public final class Age {
    private static final int PIECE = 64 * 1024;

    private Age() {}

    public static byte[] seal(byte[] plain, SealingKey... to) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(plain.length + 512);
        try (WritableByteChannel channel = sealing(sealed, List.of(to))) {
            writeAll(channel, ByteBuffer.wrap(plain));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to write", e);
        }
        return sealed.toByteArray();
    }

    /** Streams; closes neither. An {@link IOException} is the streams' own. */
    public static void seal(InputStream plain, OutputStream sealed, List<SealingKey> to) throws IOException {
        try (WritableByteChannel channel = sealing(new KeepOpen(sealed), to)) {
            byte[] piece = new byte[PIECE];
            for (int n = plain.readNBytes(piece, 0, PIECE); n > 0; n = plain.readNBytes(piece, 0, PIECE)) {
                writeAll(channel, ByteBuffer.wrap(piece, 0, n));
            }
            Arrays.fill(piece, (byte) 0);
        }
    }

    /**
     * Seals to a passphrase, which the {@code age} tool then asks for. Its work is that of a passphrase with many random
     * bits, as we make them, not of one that people choose.
     */
    public static byte[] sealToPassphrase(byte[] plain, byte[] passphrase) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream(plain.length + 512);
        try (WritableByteChannel channel = new StandardEncryptingChannelFactory()
                .newEncryptingChannel(Channels.newChannel(sealed), List.of(new ScryptRecipient(passphrase)))) {
            writeAll(channel, ByteBuffer.wrap(plain));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to write", e);
        } catch (GeneralSecurityException e) {
            throw new Bug("every passphrase can be sealed to", e);
        }
        return sealed.toByteArray();
    }

    /**
     * Copies a sealed file whose key it wraps for {@code to} alone; what is sealed stays byte for byte. Streams; closes
     * neither. {@code GiveUp("not-sealed-to-this-key")} where none of the keys opens it, {@code
     * GiveUp("sealed-bytes-damaged")} where its header is not whole. The rest is not read for damage: whoever opens it does.
     */
    public static void rewrap(InputStream sealed, OutputStream out, List<OpeningKey> from, SealingKey to)
            throws IOException, GiveUp {
        AgeHeader header = AgeHeader.read(sealed);
        out.write(header.unwrap(from).wrappedFor(to));
        sealed.transferTo(out);
    }

    private static WritableByteChannel sealing(OutputStream sealed, List<SealingKey> to) throws IOException {
        List<RecipientStanzaWriter> writers = new ArrayList<>();
        for (SealingKey key : to) {
            writers.add(new X25519Recipient(key.raw()));
        }
        try {
            return new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(sealed), writers);
        } catch (GeneralSecurityException e) {
            throw new Bug("a checked recipient can be sealed to", e);
        }
    }

    private static void writeAll(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    public static byte[] open(byte[] sealed, OpeningKey key) throws GiveUp {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(sealed.length);
        try {
            open(new ByteArrayInputStream(sealed), plain, key);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to read", e);
        }
        return plain.toByteArray();
    }

    /**
     * Streams; closes neither. What reached {@code plain} counts only when this returns: damage further back is found
     * when it is read. {@code GiveUp("sealed-bytes-damaged")} on a flipped, missing or added byte, {@code
     * GiveUp("not-sealed-to-this-key")} on another recipient. An {@link IOException} is the streams' own.
     */
    public static void open(InputStream sealed, OutputStream plain, OpeningKey key) throws IOException, GiveUp {
        char[] encoded = key.encoded();
        Guarded source = new Guarded(sealed);
        try {
            List<RecipientStanzaReader> readers =
                    List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(CharBuffer.wrap(encoded)));
            try (ReadableByteChannel channel =
                    new StandardDecryptingChannelFactory().newDecryptingChannel(Channels.newChannel(source), readers)) {
                ByteBuffer piece = ByteBuffer.allocate(PIECE);
                while (channel.read(piece) >= 0) {
                    plain.write(piece.array(), 0, piece.position());
                    piece.clear();
                }
                Arrays.fill(piece.array(), (byte) 0);
            }
        } catch (UnsupportedRecipientStanzaException e) {
            throw new GiveUp("not-sealed-to-this-key");
        } catch (GeneralSecurityException | PayloadException | RuntimeException e) {
            // Jagged answers some cut headers with a BufferUnderflowException.
            throw new GiveUp("sealed-bytes-damaged");
        } catch (IOException e) {
            if (source.failed) {
                throw e;
            }
            throw new GiveUp("sealed-bytes-damaged");
        } finally {
            Arrays.fill(encoded, '\0');
        }
    }

    /** Jagged closes what it writes to; the caller's stream stays open. */
    private static final class KeepOpen extends OutputStream {
        private final OutputStream out;

        KeepOpen(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }

    /** Tells an error of the source itself from jagged's complaints about what it read. */
    private static final class Guarded extends InputStream {
        private final InputStream in;
        private boolean failed;

        Guarded(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                failed = true;
                throw e;
            }
        }
    }
}

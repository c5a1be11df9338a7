package org.umbral.clinic.receive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.secret.VerifyingKey;

/** The receipt key in {@code receipt.key}: 32 bytes that only the service's user reads. Made at set-up. */
public final class ReceiptKeyFile implements ReceiptSigner, AutoCloseable {
    private final SigningKey key;

    private ReceiptKeyFile(SigningKey key) {
        this.key = key;
    }

    /**
     * Reads the key; the first time it is made. {@code TryAgain("disk-full")} where it cannot be written, {@code
     * TryAgain("receipt-key-unreadable")} where it cannot be read.
     */
    public static ReceiptKeyFile open(Path folder, SecureRandom random) throws TryAgain {
        Path file = folder.resolve("receipt.key");
        if (!Files.exists(file)) {
            make(file, random);
        }
        try {
            byte[] seed = Files.readAllBytes(file);
            if (seed.length != SigningKey.BYTES) {
                throw new TryAgain("receipt-key-unreadable");
            }
            ReceiptKeyFile signer = new ReceiptKeyFile(SigningKey.of(seed));
            Arrays.fill(seed, (byte) 0);
            return signer;
        } catch (IOException e) {
            throw new TryAgain("receipt-key-unreadable", e);
        }
    }

    private static void make(Path file, SecureRandom random) throws TryAgain {
        Path beside = file.resolveSibling("receipt.key.new");
        try (SigningKey fresh = SigningKey.generate(random)) {
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            byte[] seed = fresh.raw();
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(seed));
                channel.force(true);
            } finally {
                Arrays.fill(seed, (byte) 0);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new TryAgain("disk-full", e);
        }
    }

    @Override
    public SignedDocument sign(Receipt receipt) {
        return receipt.sign(key);
    }

    @Override
    public VerifyingKey verifyingKey() {
        return key.verifyingKey();
    }

    @Override
    public void close() {
        key.close();
    }
}

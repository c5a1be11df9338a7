package org.umbral.clinic.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.umbral.shared.TryAgain;

/**
 * Sealed bytes by name: a folder now, an object store later behind the same calls. A name starts with the 64 digits of
 * an envelope's hash; evidence has one name for each part. Thread-safe.
 */
public interface EnvelopeFiles {
    /**
     * Returns once the bytes and the name survive a power cut. {@code TryAgain("disk-full")} where they do not; then
     * nothing is found under the name, or what was there before.
     */
    void put(String name, byte[] bytes, int length) throws TryAgain;

    /** Begins a name that nothing else has, for bytes that come one after the other. {@code TryAgain("disk-full")}. */
    Arriving begin(String name) throws TryAgain;

    /** Bytes on their way to a name. Life: open → kept, or closed without that, which leaves nothing behind. */
    interface Arriving extends AutoCloseable {
        String name();

        /** How many bytes came so far. */
        long length();

        /** {@code TryAgain("disk-full")}. */
        void add(byte[] bytes, int count) throws TryAgain;

        /**
         * Takes no more, and returns once the bytes and the name survive a power cut. {@code TryAgain("disk-full")} where
         * they do not; then nothing is found under the name.
         */
        void keep() throws TryAgain;

        @Override
        void close();
    }

    /** From the first byte; the caller closes it. {@code TryAgain("sealed-bytes-missing")} where there is none. */
    InputStream open(String name) throws TryAgain;

    /** Deletes one name; no error where there is none. */
    void delete(String name) throws TryAgain;

    /** How many bytes lie under the name; empty where there is none. */
    OptionalLong size(String name) throws TryAgain;

    /** Every name that was written before then. */
    List<String> writtenBefore(Instant then) throws TryAgain;

    /** Deletes what was never given its name, and to which nothing was written since then. */
    void clearArriving(Instant then) throws TryAgain;

    /** Keeps them in this folder, which is made; each of these names is of no file before it. */
    static EnvelopeFiles inFolder(Path folder, Disk disk, Supplier<UUID> names) throws TryAgain {
        return FolderFiles.open(folder, disk, names);
    }
}

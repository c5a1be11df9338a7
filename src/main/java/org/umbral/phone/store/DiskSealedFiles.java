package org.umbral.phone.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Sealed files on a real disk. */
final class DiskSealedFiles implements SealedFiles {
    private static final int PIECE = 64 * 1024;

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        Path folder = folderOf(file);
        Files.createDirectories(folder);
        Path part = folder.resolve(file.getFileName() + PART);
        try {
            try (FileChannel out = FileChannel.open(part, CREATE, TRUNCATE_EXISTING, WRITE)) {
                for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
                    out.write(left);
                }
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        force(folder);
    }

    @Override
    public InputStream read(Path file, long offset) throws IOException {
        FileChannel in = FileChannel.open(file, READ);
        try {
            return Channels.newInputStream(in.position(offset));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public void rename(Path file, Path to) throws IOException {
        Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
        force(folderOf(to));
    }

    @Override
    public void erase(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (FileChannel out = FileChannel.open(file, WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(PIECE);
            for (long left = out.size(); left > 0; left -= PIECE) {
                out.write(zeros.clear().limit((int) Math.min(PIECE, left)));
            }
            out.force(true);
        }
        Files.deleteIfExists(file);
        force(folderOf(file));
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Override
    public Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }
}

package org.umbral.clinic.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.umbral.clinic.store.DatabaseFile.Piece;
import org.umbral.clinic.store.DatabaseFile.Sealed;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.Sha256;

/** A folder of sealed bytes, one file a piece below the first two letters of its name: at the clinic and in a backup alike. */
final class Pool {
    static final String NAME = "envelopes";
    private static final String ARRIVING = "arriving";
    private static final int BUCKET_LETTERS = 2;

    private final Path folder;
    private final Disk disk;
    private final Set<Path> touched = new TreeSet<>();

    Pool(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** What became of one envelope that should be here. */
    enum Outcome {
        /** Every piece lay here with its size. */
        THERE,
        /** Copied, read back, and its hash is its name. */
        COPIED,
        /** A piece is not where it should come from. */
        MISSING,
        /** The bytes there are others than their name says; nothing was kept. */
        DAMAGED
    }

    Outcome bring(Sealed envelope, Pool from) throws IOException {
        List<Piece> lacking = new ArrayList<>();
        for (Piece piece : envelope.pieces()) {
            if (!has(piece)) {
                lacking.add(piece);
            }
        }
        if (envelope.pieces().isEmpty()) {
            return Outcome.MISSING;
        }
        if (lacking.isEmpty()) {
            return Outcome.THERE;
        }
        for (Piece piece : lacking) {
            if (!copy(piece, from)) {
                return Outcome.MISSING;
            }
        }
        if (isWhole(envelope)) {
            return Outcome.COPIED;
        }
        for (Piece piece : lacking) {
            Files.deleteIfExists(path(piece.name()));
        }
        return Outcome.DAMAGED;
    }

    private boolean has(Piece piece) throws IOException {
        try {
            return Files.size(path(piece.name())) == piece.size();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private boolean copy(Piece piece, Pool from) throws IOException {
        Path arriving = folder.resolve(ARRIVING);
        if (!from.has(piece)) {
            return false;
        }
        Path target = path(piece.name());
        Path bucket = folder.resolve(piece.name().substring(0, BUCKET_LETTERS));
        Files.createDirectories(arriving);
        Files.createDirectories(bucket);
        Path beside = arriving.resolve("copy");
        try {
            Files.copy(from.path(piece.name()), beside, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException deletedSince) {
            return false;
        }
        disk.force(beside);
        disk.move(beside, target);
        touched.add(bucket);
        return true;
    }

    /** Whether the pieces, read to the end, have the hash that the envelope is named by. */
    boolean isWhole(Sealed envelope) throws IOException {
        Sha256.Running hash = new Sha256.Running();
        byte[] buffer = new byte[64 * 1024];
        for (Piece piece : envelope.pieces()) {
            try (InputStream in = Files.newInputStream(path(piece.name()))) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    hash.add(buffer, 0, n);
                }
            } catch (NoSuchFileException gone) {
                return false;
            }
        }
        return hash.finish().equals(envelope.sha256());
    }

    /** After this the copied names survive a power cut. */
    void force() throws IOException {
        for (Path bucket : touched) {
            disk.force(bucket);
        }
        if (!touched.isEmpty()) {
            disk.force(folder);
        }
        touched.clear();
    }

    /** Deletes what none of these names; returns how many files. */
    int keepOnly(Set<String> names) throws IOException {
        List<Path> gone;
        try (Stream<Path> all = Files.walk(folder, 2)) {
            gone = all.filter(Files::isRegularFile)
                    .filter(file -> !names.contains(file.getFileName().toString()))
                    .toList();
        }
        for (Path file : gone) {
            Files.deleteIfExists(file);
        }
        return gone.size();
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, BUCKET_LETTERS)).resolve(name);
    }
}

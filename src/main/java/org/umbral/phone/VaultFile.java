package org.umbral.phone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.umbral.phone.store.FileTrouble;
import org.umbral.phone.store.SealedFiles;
import org.umbral.phone.unlock.KeyPlace;
import org.umbral.shared.TryAgain;

/** The wrapped vault key as a file. */
record VaultFile(Path file, SealedFiles files) implements KeyPlace {
    @Override
    public Optional<byte[]> read() throws TryAgain {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = files.read(file, 0)) {
            byte[] bytes = in.readAllBytes();
            // Overwritten and not yet deleted: a kill in the middle of destroying it.
            return isErased(bytes) ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw FileTrouble.explain(e);
        }
    }

    private static boolean isErased(byte[] bytes) {
        for (byte one : bytes) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void write(byte[] wrapped) throws TryAgain {
        try {
            files.write(file, wrapped);
        } catch (IOException e) {
            throw FileTrouble.explain(e);
        }
    }

    @Override
    public void destroy() throws TryAgain {
        try {
            files.erase(file);
        } catch (IOException e) {
            throw FileTrouble.explain(e);
        }
    }
}

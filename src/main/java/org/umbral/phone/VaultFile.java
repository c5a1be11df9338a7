package org.umbral.phone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.unlock.KeyPlace;
import org.umbral.shared.TryAgain;

/** The wrapped vault key as a file. */
record VaultFile(Path file, PhoneFiles files) implements KeyPlace {
    @Override
    public Optional<byte[]> read() throws TryAgain {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = files.read(file);
            // Overwritten and not yet deleted: a kill in the middle of destroying it.
            return isErased(bytes) ? Optional.empty() : Optional.of(bytes);
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
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
            throw PhoneFiles.explain(e);
        }
    }

    @Override
    public void destroy() throws TryAgain {
        try {
            files.erase(file);
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }
}

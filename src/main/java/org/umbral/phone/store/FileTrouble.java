package org.umbral.phone.store;

import java.io.IOException;
import java.util.Locale;
import org.umbral.shared.TryAgain;

/** What a failed file operation means to the caller, without any name. */
public final class FileTrouble {
    private FileTrouble() {}

    public static TryAgain explain(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = message.contains("no space left") || message.contains("quota exceeded");
        return new TryAgain(full ? "disk-full" : "file-unreadable");
    }
}

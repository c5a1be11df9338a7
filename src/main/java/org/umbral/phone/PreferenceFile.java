package org.umbral.phone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.umbral.phone.device.Device;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.shared.Failure;

/** How the worker wants the screens, in a small plain file outside the vault. A broken file is the default. Thread-safe. */
final class PreferenceFile {
    private final PhoneFiles files;
    private final Path file;
    private volatile Preferences now;

    private PreferenceFile(PhoneFiles files, Path file, Preferences now) {
        this.files = files;
        this.file = file;
        this.now = now;
    }

    static PreferenceFile in(Device device) {
        return in(device.files(), device.places().home());
    }

    static PreferenceFile in(PhoneFiles files, Path home) {
        Path file = home.resolve("preferences.txt");
        return new PreferenceFile(files, file, read(files, file));
    }

    private static Preferences read(PhoneFiles files, Path file) {
        try {
            return Preferences.parse(new String(files.read(file), StandardCharsets.UTF_8));
        } catch (IOException none) {
            return Preferences.DEFAULT;
        }
    }

    Preferences preferences() {
        return now;
    }

    synchronized void save(Preferences preferences) throws Failure {
        now = preferences;
        try {
            files.write(file, preferences.text().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw PhoneFiles.explain(e);
        }
    }
}

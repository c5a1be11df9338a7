package org.umbral.phone.device;

import com.gluonhq.attach.storage.StorageService;
import com.gluonhq.attach.util.Platform;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a phone keeps our files. Attach's camera writes to the app's cache on Android, which stands beside or in the home
 * that Substrate gives, and to its documents on iOS.
 */
final class AttachPlaces {
    private AttachPlaces() {}

    static Places find() {
        Path user = Path.of(System.getProperty("user.home"));
        Path home = StorageService.create()
                .flatMap(StorageService::getPrivateStorage)
                .map(File::toPath)
                .orElse(user);
        return new Places(home.resolve("umbral"), Platform.isIOS() ? documents(user) : caches(user));
    }

    static List<Path> documents(Path user) {
        return List.of(user.resolve("Documents"));
    }

    static List<Path> caches(Path user) {
        return Stream.of(user, user.resolveSibling("."), Path.of(System.getProperty("java.io.tmpdir")))
                .map(folder -> folder.resolve("cache").normalize())
                .distinct()
                .toList();
    }
}

package org.umbral.phone.device;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.disk.PhoneFiles;

/** Where a desktop takes pictures from, in place of a camera and a gallery. */
final class DesktopPictures {
    private DesktopPictures() {}

    /** A dialog in which the worker chooses a file. */
    static PictureSource dialog(Supplier<? extends @Nullable Window> owner) {
        return answer -> {
            FileChooser chooser = new FileChooser();
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter("JPEG, PNG", "*.jpg", "*.jpeg", "*.png", "*.JPG", "*.PNG"));
            answer.accept(
                    Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath));
        };
    }

    /** The JPEGs of a folder in the order of their names, and again from the first; for practice and tests. */
    static PictureSource folder(PhoneFiles files, Path folder) {
        AtomicInteger taken = new AtomicInteger();
        return answer -> {
            List<Path> pictures = jpegs(files, folder);
            answer.accept(
                    pictures.isEmpty()
                            ? Optional.empty()
                            : Optional.of(pictures.get(taken.getAndIncrement() % pictures.size())));
        };
    }

    private static List<Path> jpegs(PhoneFiles files, Path folder) {
        try {
            return files.list(folder).stream()
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jpg"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}

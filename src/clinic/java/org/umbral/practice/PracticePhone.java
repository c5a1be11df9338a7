package org.umbral.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.Phone;
import org.umbral.phone.PhoneApp;
import org.umbral.phone.PhoneThreads;
import org.umbral.phone.device.Device;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.wire.Invitation;

/** A real phone of practice: its own folder, and a camera that photographs papers that do not exist. */
final class PracticePhone {
    private static final int LONG_SIDE = 3000;
    private static final long SEED = 20261121;

    private PracticePhone() {}

    /** @param window owns the file chooser; may give null */
    static Phone open(Path folder, Invitation invitation, Supplier<? extends @Nullable Window> window) throws Failure {
        Path papers = folder.resolve("papers");
        photographPapers(papers);
        PhoneThreads threads = PhoneApp.threads();
        Device device = Device.desktop(folder.resolve("phone"), Optional.of(papers), threads.workers(), window);
        return Phone.open(
                device,
                threads,
                Clock.systemDefaultZone(),
                new SecureRandom(),
                System::nanoTime,
                Locale.getDefault(),
                Optional.of(invitation));
    }

    /** Three papers as cameras leave them: held in three ways, with a place and a device in their metadata. */
    private static void photographPapers(Path folder) throws TryAgain {
        DocumentPhotos photos = new DocumentPhotos(SEED);
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("1-passport.jpg"), photos.passport(LONG_SIDE, 1));
            Files.write(folder.resolve("2-letter.jpg"), photos.letter(LONG_SIDE, 6));
            Files.write(folder.resolve("3-letter.jpg"), photos.letter(LONG_SIDE, 8));
        } catch (IOException e) {
            throw new TryAgain("file-unreadable", e);
        }
    }
}

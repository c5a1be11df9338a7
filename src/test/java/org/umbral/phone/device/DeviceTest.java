package org.umbral.phone.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.gluonhq.attach.lifecycle.LifecycleService;
import com.gluonhq.attach.pictures.PicturesService;
import com.gluonhq.attach.storage.StorageService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceTest {
    @TempDir
    Path root;

    @Test
    void aDesktopHasAHomeOfItsOwnAndNothingLeftOver() throws Exception {
        Device device = Device.desktop(root, Optional.empty(), Runnable::run, () -> null);

        assertThat(device.places().home()).isEqualTo(root);
        assertThat(device.leftovers().folder()).isEqualTo(root.resolve("captures"));
        assertThat(device.leftovers().inTheClear()).isEmpty();
    }

    @Test
    void whereAttachHasNothingTheStandInsServe() {
        assertThat(PicturesService.create()).isEmpty();
        assertThat(LifecycleService.create()).isEmpty();
        assertThat(StorageService.create()).isEmpty();

        Device device = Device.here(Runnable::run, () -> null);

        assertThat(device.camera()).isInstanceOf(SourcedPictures.class);
        assertThat(device.lifecycle()).isInstanceOf(DesktopLifecycle.class);
    }

    @Test
    void androidsCacheIsLookedForBesideAndInTheHome() {
        assertThat(AttachPlaces.caches(Path.of("/data/user/0/org.umbral/files")))
                .contains(Path.of("/data/user/0/org.umbral/files/cache"), Path.of("/data/user/0/org.umbral/cache"));
    }

    @Test
    void minimisingPutsTheAppAside() {
        DesktopLifecycle lifecycle = new DesktopLifecycle();
        List<String> told = new ArrayList<>();
        lifecycle.onPause(() -> told.add("pause"));
        lifecycle.onResume(() -> told.add("resume"));

        lifecycle.setAside(true);
        lifecycle.setAside(false);

        assertThat(told).containsExactly("pause", "resume");
    }
}

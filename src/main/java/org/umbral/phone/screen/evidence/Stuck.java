package org.umbral.phone.screen.evidence;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.Intake;
import org.umbral.phone.Intake.Leftover;
import org.umbral.phone.Intake.Shot;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

/**
 * A photo that was taken but is not a page yet: nothing throws it away but the worker.
 *
 * @param file in the app's own folder, where this sitting took it
 * @param leftover sealed, where an earlier run of the app left it
 */
record Stuck(Shot shot, @Nullable Path file, @Nullable Leftover leftover, Optional<Failure> why) {

    static Stuck taken(Shot shot, Path file, Failure why) {
        return new Stuck(shot, file, null, Optional.of(why));
    }

    static Stuck left(Leftover leftover) {
        return new Stuck(Shot.of(leftover.evidence()), null, leftover, Optional.empty());
    }

    /** Whether the same photo can go through another time. */
    boolean mayWorkLater() {
        return why.isEmpty() || why.get() instanceof TryAgain;
    }

    boolean isSamePhoto(Stuck other) {
        return file != null
                ? file.equals(other.file)
                : leftover != null && other.leftover != null && leftover.id().equals(other.leftover.id());
    }

    void again(Shutter shutter, CaseId id, Shutter.Watcher watcher) {
        if (file != null) {
            shutter.prepare(id, shot, file, watcher);
        } else if (leftover != null) {
            shutter.adopt(this, leftover, watcher);
        }
    }

    void erase(Intake intake) throws Failure {
        if (file != null) {
            intake.discardCapture(file);
        } else if (leftover != null) {
            intake.dropLeftover(leftover);
        }
    }

    Stuck because(Failure failure) {
        return new Stuck(shot, file, leftover, Optional.of(failure));
    }

    ItemId evidence() {
        return shot.evidence();
    }
}

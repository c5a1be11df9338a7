package org.umbral.phone.unlock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the vault locks by itself: after some minutes without a touch, and at once when the person leaves the app, but
 * for our own camera or file picker, which has three minutes. Pure but for the clock; not thread-safe.
 */
public final class LockPolicy {
    public static final Duration DEFAULT_INACTIVITY = Duration.ofMinutes(3);
    public static final Duration CAMERA_TIME = Duration.ofMinutes(3);

    private final Clock clock;
    private final Duration inactivity;
    private Instant lastTouch;
    private @Nullable Instant cameraSince;
    private boolean away;

    public LockPolicy(Clock clock, Duration inactivity) {
        this.clock = clock;
        this.inactivity = inactivity;
        lastTouch = clock.instant();
    }

    public void touched() {
        lastTouch = clock.instant();
    }

    /** Our own camera or picker opens: leaving is expected. */
    public void cameraOpens() {
        cameraSince = clock.instant();
    }

    /** The camera or picker gave its answer. */
    public void cameraReturned() {
        cameraSince = null;
        away = false;
        touched();
    }

    public void left() {
        away = true;
    }

    public void cameBack() {
        away = false;
    }

    /** To be asked on leaving, on coming back, and every few seconds between. */
    public boolean mustLock() {
        Instant now = clock.instant();
        Instant camera = cameraSince;
        if (camera != null) {
            return hasPassed(camera, CAMERA_TIME, now);
        }
        return away || hasPassed(lastTouch, inactivity, now);
    }

    /** A clock set back counts as passed: nobody gains an open phone by it. */
    private static boolean hasPassed(Instant since, Duration time, Instant now) {
        return now.isBefore(since) || !now.isBefore(since.plus(time));
    }
}

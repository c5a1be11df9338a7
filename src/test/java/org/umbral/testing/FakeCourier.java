package org.umbral.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.umbral.phone.sync.Courier;
import org.umbral.phone.sync.LinkState;
import org.umbral.phone.sync.Progress;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.Invitation;

/** A courier that says what a test scripts and counts how often it was woken. */
public final class FakeCourier implements Courier {
    public boolean photosAllowed = true;
    public volatile int woken;
    private final List<Consumer<Progress>> listeners = new ArrayList<>();
    private volatile Progress progress =
            new Progress(LinkState.IDLE, Map.of(), Optional.empty(), Optional.of(ScreenBench.NOW.minusSeconds(720)));

    public void say(Progress now) {
        progress = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    @Override
    public void start() {}

    @Override
    public void wake() {
        woken++;
    }

    @Override
    public void networkAllowed(boolean allowed) {}

    @Override
    public void photosAllowed(boolean allowed) {
        photosAllowed = allowed;
    }

    @Override
    public void sendPhotos() {
        photosAllowed = true;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public void onProgress(Consumer<Progress> listener) {
        listeners.add(listener);
    }

    @Override
    public void join(Invitation invitation, VerifyingKey device, SealingKey mailbox) {}

    @Override
    public void close() {}
}

package org.umbral.testing;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.umbral.phone.Intake;
import org.umbral.phone.device.Camera;
import org.umbral.phone.device.CameraResult;
import org.umbral.phone.device.FilePicker;
import org.umbral.phone.device.PickResult;
import org.umbral.phone.screen.shell.Preferences;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.wire.Invitation;

/**
 * One process of a phone that is walked at random over its real journal: it knows when nothing runs any more, remembers
 * what each call to the journal left there, and can die, after which nothing that it began is done.
 */
public final class WalkBench extends JournalBench {
    private static final int MOST_PHOTOS = 12;

    private final WalkMemory memory;
    private int running;
    private boolean dead;
    private int photos;

    public WalkBench(TestPhone phone, WalkMemory memory, Preferences preferences, Vault vault) {
        super(Locale.ENGLISH, phone);
        this.memory = memory;
        this.preferences = preferences;
        this.vault = vault;
    }

    @Override
    public void create(Passphrase passphrase) {
        try (Passphrase known = TestPhone.passphrase()) {
            phone.vault = phone.core.vaults().create(known);
            phone.intake = phone.core.intake(phone.vault);
            vault = Vault.OPEN;
        } catch (Failure e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void forget() {
        phone.intake.close();
        memory.clear();
        try {
            phone.core.prepareToCross();
        } catch (Failure e) {
            throw new AssertionError(e);
        }
        vault = Vault.NONE;
    }

    @Override
    public void join(Invitation given) {
        // It is joined from the start.
    }

    @Override
    public Intake intake() {
        return memory.over(phone.intake);
    }

    @Override
    public Camera camera() {
        Camera taking = super.camera();
        return (folder, answer) -> {
            if (++photos <= MOST_PHOTOS) {
                taking.takePhoto(folder, answer);
            } else {
                answer.accept(new CameraResult.Cancelled());
            }
        };
    }

    @Override
    public FilePicker filePicker() {
        FilePicker picking = super.filePicker();
        return (folder, answer) -> {
            if (++photos <= MOST_PHOTOS) {
                picking.pickPicture(folder, answer);
            } else {
                answer.accept(new PickResult.Cancelled());
            }
        };
    }

    @Override
    public Executor background() {
        Executor threads = super.background();
        return task -> {
            if (began()) {
                threads.execute(() -> {
                    try {
                        task.run();
                    } finally {
                        ended();
                    }
                });
            }
        };
    }

    @Override
    public Executor ui() {
        return task -> {
            if (began()) {
                Platform.runLater(() -> {
                    try {
                        task.run();
                    } finally {
                        ended();
                    }
                });
            }
        };
    }

    private synchronized boolean began() {
        if (!dead) {
            running++;
        }
        return !dead;
    }

    private synchronized void ended() {
        running--;
        notifyAll();
    }

    /** Until nothing that was begun runs or waits any more. Never on the UI thread. */
    public synchronized void awaitIdle(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (running > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("still at work after " + patience);
            }
            wait(left);
        }
    }

    /** Nothing is begun from now on; what was begun comes to its end, as a thread may before the power goes. */
    public synchronized void die() {
        dead = true;
    }

    /** Only the threads: the phone goes on in another process. */
    @Override
    public void close() {
        closeThreads();
    }
}

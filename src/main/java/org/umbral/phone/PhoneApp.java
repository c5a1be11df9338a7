package org.umbral.phone;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.umbral.phone.device.Device;
import org.umbral.phone.screen.PhoneScreens;
import org.umbral.phone.unlock.LockPolicy;
import org.umbral.shared.Failure;

/**
 * The phone's app: makes the threads, the clock and the randomness, opens the phone, and shows its screens in a window
 * that locks when it should.
 */
public final class PhoneApp extends Application {
    private static final int BACKGROUND_THREADS = 3;
    private static final System.Logger LOG = System.getLogger(PhoneApp.class.getName());

    private final AtomicReference<@Nullable Phone> phone = new AtomicReference<>();
    private final AtomicReference<@Nullable PhoneScreens> screens = new AtomicReference<>();

    public static void main(String[] args) {
        dropTypedText();
        launch(PhoneApp.class, args);
    }

    /** JavaFX keeps layouts of text that was shown; nothing typed may stay reachable. Before JavaFX starts. */
    public static void dropTypedText() {
        System.setProperty("prism.cacheLayoutSize", "0");
    }

    @Override
    public void start(Stage stage) throws Failure {
        stage.setTitle("Umbral");
        PhoneThreads threads = threads();
        Phone opened = Phone.open(
                Device.here(threads.workers(), () -> stage),
                threads,
                Clock.systemDefaultZone(),
                new SecureRandom(),
                System::nanoTime,
                Locale.getDefault(),
                Optional.empty());
        phone.set(opened);
        screens.set(show(stage, opened));
    }

    @Override
    public void stop() {
        PhoneScreens shown = screens.getAndSet(null);
        if (shown != null) {
            shown.stop();
        }
        Phone open = phone.getAndSet(null);
        if (open != null) {
            end(open);
        }
    }

    /** Shows a phone in a window; on the UI thread. The vault locks after some minutes without a touch, and on leaving. */
    public static PhoneScreens show(Stage stage, Phone phone) {
        PhoneScreens screens = new PhoneScreens(phone);
        LockPolicy policy = phone.lockPolicy();
        Runnable lockWhereDue = () -> {
            if (policy.mustLock()) {
                screens.lock();
            }
        };
        phone.device().lifecycle().watch(stage);
        phone.device().lifecycle().onPause(() -> {
            policy.left();
            lockWhereDue.run();
        });
        phone.device().lifecycle().onResume(() -> {
            lockWhereDue.run();
            policy.cameBack();
            phone.courier().wake();
        });
        phone.threads().timer().scheduleWithFixedDelay(() -> phone.ui().execute(lockWhereDue), 1, 1, TimeUnit.SECONDS);
        // Shown before it has a scene: some window managers keep a window at its first, smaller size otherwise.
        stage.show();
        screens.start(stage::setScene);
        return screens;
    }

    /** The threads of one phone, all of which end with the process. */
    public static PhoneThreads threads() {
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, "umbral");
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((where, e) -> LOG.log(
                    System.Logger.Level.ERROR, "a task failed: " + e.getClass().getName()));
            return thread;
        };
        ExecutorService background = Executors.newFixedThreadPool(BACKGROUND_THREADS, daemons);
        ExecutorService workers = Executors.newCachedThreadPool(daemons);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons);
        return new PhoneThreads(background, workers, timer, Platform::runLater);
    }

    /** Closes the phone, then its threads. */
    public static void end(Phone phone) {
        phone.close();
        PhoneThreads threads = phone.threads();
        List.of(threads.workers(), threads.timer()).forEach(ExecutorService::shutdownNow);
        if (threads.background() instanceof ExecutorService background) {
            background.shutdownNow();
        }
    }
}

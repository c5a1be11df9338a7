package org.umbral.phone;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Failure;

/**
 * Has the clinic's letters read and what may be forgotten forgotten, while the vault is open: soon after there is news, and
 * once a minute. Thread-safe.
 */
final class Tidier {
    private static final long LOOK_EVERY_SECONDS = 1;
    private static final long TIDY_EVERY_SECONDS = 60;

    private final PhoneThreads threads;
    private final Supplier<@Nullable JournalIntake> openIntake;
    private final AtomicBoolean untidy = new AtomicBoolean(true);

    /** @param openIntake null while the vault is shut */
    Tidier(PhoneThreads threads, Supplier<@Nullable JournalIntake> openIntake) {
        this.threads = threads;
        this.openIntake = openIntake;
    }

    void start() {
        threads.timer()
                .scheduleWithFixedDelay(
                        this::tidyWhereNeeded, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        threads.timer().scheduleWithFixedDelay(this::news, TIDY_EVERY_SECONDS, TIDY_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void news() {
        untidy.set(true);
    }

    private void tidyWhereNeeded() {
        JournalIntake open = openIntake.get();
        if (open != null && untidy.getAndSet(false)) {
            threads.workers().execute(() -> {
                try {
                    open.tidy();
                } catch (Failure later) {
                    news();
                }
            });
        }
    }
}

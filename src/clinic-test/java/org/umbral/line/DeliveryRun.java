package org.umbral.line;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.FreePort;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.phone.sync.Courier;
import org.umbral.phone.sync.OutboxCourier;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.testing.BadLink;
import org.umbral.testing.LinkConditions;
import org.umbral.testing.MovableClock;

/**
 * A joined phone, its clinic, and a bad link between them that is chosen when the phone begins to carry. The work unit is a
 * case of 4,096 bytes of words and two photos of 300,000 bytes that no packing makes smaller.
 */
public final class DeliveryRun implements AutoCloseable {
    public static final int WORDS = 4096;
    public static final int PHOTO = 300_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int TICK_MILLIS = 20;

    private final MovableClock clock = new MovableClock("2026-11-20T21:00:00Z");
    /** The phone's own, which may be wrong. */
    public final MovableClock phoneClock = new MovableClock("2026-11-20T21:00:00Z");

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Random random;
    private final int linkPort;
    private final Set<Sha256> queued = new HashSet<>();
    public final LineClinic clinic;
    public final LinePhone phone;
    private final ClinicStore store;
    public final KnownBytes known;
    private @Nullable Courier courier;
    private @Nullable BadLink link;
    private long payload;
    private long started;

    public DeliveryRun(Path folder, long seed) throws Failure, IOException {
        random = new Random(seed);
        linkPort = FreePort.take();
        int port = FreePort.take();
        clinic = LineClinic.setUp(folder.resolve("clinic"), clock, port, List.of("https://127.0.0.1:" + linkPort));
        phone = new LinePhone(folder.resolve("phone"), phoneClock);
        phone.unlock();
        try (BadLink good = new BadLink(linkPort, port, LinkConditions.perfect())) {
            phone.join(clinic.invitation());
        }
        store = clinic.store();
        known = new KnownBytes(store);
        timer.scheduleAtFixedRate(
                () -> {
                    clock.move(Duration.ofMillis(TICK_MILLIS));
                    phoneClock.move(Duration.ofMillis(TICK_MILLIS));
                },
                TICK_MILLIS,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    /** So many work units wait. */
    public void queue(int cases) throws Failure {
        for (int i = 0; i < cases; i++) {
            queue(bytes(WORDS), List.of(bytes(PHOTO), bytes(PHOTO)));
        }
    }

    public void queue(byte[] words, List<byte[]> photos) throws Failure {
        List<byte[]> all = new ArrayList<>(photos);
        all.add(words);
        for (byte[] one : all) {
            queued.add(Sha256.of(one));
            payload += one.length;
        }
        phone.queue(List.of(words), photos, false);
    }

    public byte[] bytes(int size) {
        byte[] made = new byte[size];
        random.nextBytes(made);
        return made;
    }

    /** The phone begins to carry, over a link that begins now. */
    public BadLink start(LinkConditions conditions) throws IOException {
        BadLink made = new BadLink(linkPort, clinic.port(), conditions);
        link = made;
        Courier carries = OutboxCourier.of(
                known.before(phone.core().outbox()),
                phoneClock,
                System::nanoTime,
                timer,
                workers,
                new SecureRandom(),
                "bench");
        started = System.nanoTime();
        courier = carries;
        carries.start();
        return made;
    }

    /** Another link in place of that one, whose connections end; the phone goes on over it. */
    public BadLink changeTo(LinkConditions conditions) throws IOException {
        Objects.requireNonNull(link).close();
        BadLink made = new BadLink(linkPort, clinic.port(), conditions);
        link = made;
        return made;
    }

    public Courier courier() {
        return Objects.requireNonNull(courier);
    }

    /** Ends the carrying and the link; another may begin. */
    public void stop() {
        if (courier != null) {
            courier.close();
        }
        if (link != null) {
            link.close();
        }
    }

    /**
     * What one run took.
     *
     * @param up bytes on the link upwards, handshakes and second sendings counted
     */
    public record Took(Duration time, long up, long payload, int connections, int cuts, long again) {
        public double timeRatio(long bytesPerSecond) {
            return time.toNanos() / 1e9 / ((double) payload / bytesPerSecond);
        }

        public double byteRatio() {
            return (double) up / payload;
        }
    }

    /** Until nothing waits; everything is at the clinic, whole, then. */
    public Took untilEmpty() throws Failure {
        soon(() -> phone.waitingCount() == 0);
        BadLink made = Objects.requireNonNull(link);
        Took took = new Took(
                Duration.ofNanos(System.nanoTime() - started),
                made.up(),
                payload,
                made.opened(),
                made.cuts(),
                known.again());
        if (!isWhole()) {
            throw new AssertionError("something was receipted that is not there");
        }
        return took;
    }

    /** Whether the clinic holds all that was queued so far, and the phone nothing. */
    public boolean isWhole() throws Failure {
        return phone.waitingCount() == 0 && clinic.held().containsAll(queued);
    }

    public static void soon(Callable<Boolean> holds) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(25)).until(holds);
    }

    @Override
    public void close() {
        stop();
        timer.shutdownNow();
        workers.shutdownNow();
        phone.close();
        store.close();
        clinic.close();
    }
}

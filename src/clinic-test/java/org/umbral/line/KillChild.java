package org.umbral.line;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.shared.casefile.CaseId;
import org.umbral.testing.MovableClock;

/**
 * One life of a phone in a process of its own: captures, seals, delivers, forgets, crosses, and halts where it is told to.
 * What each call promised by returning is forced to a log.
 */
final class KillChild {
    static final int HALTED = 9;
    /** A clinic that was too busy once is asked again after half a minute. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long SEED = 20261122;

    private final LinePhone phone;
    private final Promises promises;
    private final Worker worker;

    private KillChild(LinePhone phone, Promises promises, Path photos) {
        this.phone = phone;
        this.promises = promises;
        worker = new Worker(phone, promises, new Camera(photos, new Random(SEED))::photo);
    }

    /** Arguments: the phone's folder, its log, the time, the point to halt at and at which passing (0 only counts), photos. */
    public static void main(String[] args) throws Exception {
        int nth = Integer.parseInt(args[4]);
        Map<String, AtomicInteger> passed = new HashMap<>();
        LinePhone phone = new LinePhone(Path.of(args[0]), new MovableClock(args[2]), PhoneFiles.onDisk(), point -> {
            int times;
            synchronized (passed) {
                times = passed.computeIfAbsent(point, none -> new AtomicInteger())
                        .incrementAndGet();
            }
            if (point.equals(args[3]) && times == nth) {
                Runtime.getRuntime().halt(HALTED);
            }
        });
        try (Promises promises = new Promises(Path.of(args[1]))) {
            new KillChild(phone, promises, Path.of(args[5])).live();
        }
        passed.forEach((point, times) -> System.out.println(point + " " + times));
        System.out.flush();
        System.exit(0);
    }

    private void live() throws Exception {
        phone.unlock();
        CaseId whole = worker.sitting("uno", true);
        CaseId draft = worker.sitting("dos", false);
        worker.changeOfMind(draft);
        worker.found(draft);
        phone.start();
        drain();
        phone.courier().wake();
        awaitLetters();
        phone.intake().tidy();
        worker.sitting("tres", false);
        phone.core().prepareToCross();
        promises.crossed();
        drain();
        promises.done(whole);
    }

    private void drain() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> phone.core().outbox().waitingCount() == 0);
    }

    private void awaitLetters() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> phone.core().outbox().mailCursor().isPresent());
    }
}

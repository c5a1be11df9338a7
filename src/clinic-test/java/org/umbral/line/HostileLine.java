package org.umbral.line;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.umbral.phone.sync.LinkState;
import org.umbral.shared.Failure;
import org.umbral.testing.BadLink;
import org.umbral.testing.LinkConditions;

/**
 * One phone and one clinic that meet over one hostile link after the other. Each link, what waits for it and what happens
 * meanwhile (cuts, half-open connections, portals, silence, refusals, a phone's clock that is ten years off, a clinic
 * that starts anew) come from a seed. It converges when everything is receipted and whole.
 */
public final class HostileLine implements AutoCloseable {
    private static final Duration TEN_YEARS = Duration.ofDays(3653);
    private static final int MOST_EVENTS = 5;
    /** Something happens after so many bytes at most, or after so long where nothing moves. */
    private static final int MOST_BYTES = 80_000;

    private static final Duration LONGEST_QUIET = Duration.ofMillis(300);
    private static final int[] RATES = {128, 256, 1024, 8192, 0};

    private final DeliveryRun run;

    public HostileLine(Path folder, long seed) throws Failure, IOException {
        run = new DeliveryRun(folder, seed);
    }

    /**
     * How one seed ended; a thrown error says that it did not.
     *
     * @param again photo bytes that the clinic had written and that crossed again: where a request that was cut off is
     *     taken up by the clinic after the next connection's question
     * @param whole the clinic holds all, the phone has nothing left to send
     */
    public record Converged(long seed, Duration time, int connections, int cuts, long again, boolean whole) {}

    public Converged meet(long seed) throws Failure, IOException, InterruptedException {
        Random random = new Random(seed);
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            run.queue(run.bytes(500 + random.nextInt(4000)), photos(random));
        }
        long before = run.known.again();
        BadLink link = run.start(conditions(random, seed));
        try {
            for (int events = random.nextInt(MOST_EVENTS + 1); events > 0; events--) {
                link.awaitUp(random.nextInt(MOST_BYTES), LONGEST_QUIET);
                happen(random, link);
            }
            walkOn(random, link);
            DeliveryRun.Took took = run.untilEmpty();
            DeliveryRun.soon(() -> run.courier().progress().state() == LinkState.IDLE
                    || run.courier().progress().nextTry().isPresent());
            return new Converged(
                    seed, took.time(), took.connections(), took.cuts(), took.again() - before, run.isWhole());
        } finally {
            run.stop();
        }
    }

    private List<byte[]> photos(Random random) {
        List<byte[]> photos = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            photos.add(run.bytes(66_000 + random.nextInt(120_000)));
        }
        return photos;
    }

    private static LinkConditions conditions(Random random, long seed) {
        int rate = RATES[random.nextInt(RATES.length)];
        LinkConditions made = LinkConditions.perfect()
                .kilobits(rate, 2 * rate)
                .roundTrip(Duration.ofMillis(random.nextInt(120)))
                .loss(random.nextInt(3) == 0 ? 0.05 * random.nextDouble() : 0)
                .seed(seed);
        return switch (random.nextInt(5)) {
            case 0 -> made.cutBetween(20_000, 120_000);
            case 1 -> made.cutBetween(Duration.ofMillis(800), Duration.ofMillis(3000));
            case 2 -> made.dead(Duration.ofMillis(700), Duration.ofMillis(300), false);
            case 3 -> made.dead(Duration.ofMillis(900), Duration.ofMillis(200), true);
            default -> made;
        };
    }

    private void happen(Random random, BadLink link) throws Failure {
        switch (random.nextInt(9)) {
            case 0 -> link.cut();
            case 1 -> link.cutHalfOpen();
            case 2 -> meanwhile(link, BadLink.Front.PORTAL);
            case 3 -> meanwhile(link, BadLink.Front.REFUSAL);
            case 4 -> meanwhile(link, BadLink.Front.NOBODY);
            case 5 -> run.phoneClock.move(random.nextBoolean() ? TEN_YEARS : TEN_YEARS.negated());
            case 6 -> {
                run.clinic.stop();
                run.clinic.start();
            }
            case 7 -> run.courier().networkAllowed(false);
            default -> run.courier().wake();
        }
        if (random.nextBoolean()) {
            link.answer(BadLink.Front.CLINIC);
        }
        run.courier().networkAllowed(true);
    }

    /** Another network, mostly: what was open breaks; else the phone finds out by itself. */
    private void walkOn(Random random, BadLink link) {
        link.answer(BadLink.Front.CLINIC);
        if (random.nextInt(8) > 0) {
            link.cut();
        }
        run.courier().wake();
    }

    /** From now on somebody else answers, also those who were connected. */
    private static void meanwhile(BadLink link, BadLink.Front front) {
        link.answer(front);
        link.cut();
    }

    @Override
    public void close() {
        run.close();
    }
}

package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.umbral.line.DeliveryRun;
import org.umbral.shared.Failure;
import org.umbral.testing.LinkConditions;

/**
 * Delivery over bad links beside what the link itself needs: payload ÷ rate. {@code -Dumbral.rows=s0,h-reset} chooses rows.
 */
final class Deliveries {
    private static final long SEED = 20261122;
    private static final Duration SPELL = Duration.ofSeconds(10);

    private static final LinkConditions S = LinkConditions.perfect()
            .kilobits(512, 2048)
            .roundTrip(Duration.ofMillis(300))
            .seed(SEED);
    /** The worst that has a bar: far and slow, and it loses one segment in thirty. */
    static final LinkConditions WORST = LinkConditions.perfect()
            .kilobits(128, 128)
            .roundTrip(Duration.ofMillis(600))
            .loss(0.03)
            .seed(SEED);

    private boolean all = true;

    boolean run() throws Exception {
        String rows = System.getProperty("umbral.rows", "s0,s1,s2,h-silent,h-reset");
        warmUp();
        System.out.println("row        time s  ÷ minimum  bar    bytes ÷ payload  bar   connections cuts again  met");
        for (String row : rows.split(",")) {
            switch (row) {
                case "s0" -> row(row, S, 10, 1.03, 1.01);
                case "s1" -> row(row, S.cutBetween(400_000, 400_000), 10, 1.20, 1.02);
                case "s2" -> row(row, S.cutBetween(400_000, 1_200_000), 10, 1.15, 1.02);
                case "h-silent" -> row(row, WORST.dead(SPELL, SPELL, false), 2, 2.15, 1.05);
                case "h-reset" -> row(row, WORST.dead(SPELL, SPELL, true), 2, 2.6, 1.05);
                default -> throw new IllegalArgumentException(row);
            }
        }
        return all;
    }

    private static void warmUp() throws Failure, IOException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try (DeliveryRun run = new DeliveryRun(folder, SEED)) {
            run.queue(20);
            run.start(LinkConditions.perfect());
            run.untilEmpty();
        } finally {
            Folders.delete(folder);
        }
    }

    private void row(String name, LinkConditions conditions, int cases, double mostTime, double mostBytes)
            throws Failure, IOException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try (DeliveryRun run = new DeliveryRun(folder, SEED)) {
            run.queue(cases);
            run.start(conditions);
            DeliveryRun.Took took = run.untilEmpty();
            double time = took.timeRatio(conditions.up());
            double bytes = took.byteRatio();
            boolean met = time <= mostTime && bytes <= mostBytes && took.again() == 0;
            all &= Bars.met(name + " time", time <= mostTime)
                    && Bars.met(name + " bytes", bytes <= mostBytes)
                    && took.again() == 0;
            System.out.printf(
                    "%-9s %7.1f %10.3f %5.2f %15.4f %5.2f %11d %4d %5d  %s%n",
                    name,
                    took.time().toMillis() / 1e3,
                    time,
                    mostTime,
                    bytes,
                    mostBytes,
                    took.connections(),
                    took.cuts(),
                    took.again(),
                    met ? "yes" : "NO");
        } finally {
            Folders.delete(folder);
        }
    }
}

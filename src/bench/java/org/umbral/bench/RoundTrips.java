package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.umbral.line.DeliveryRun;
import org.umbral.phone.JournalIntake;
import org.umbral.phone.sync.LinkState;
import org.umbral.practice.Scenario;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.BadLink;
import org.umbral.testing.LinkConditions;

/**
 * What costs round trips, on a link where nothing else costs: a second there and back, as fast as the machine. The two of a
 * handshake (TCP, TLS 1.3) are taken off.
 */
final class RoundTrips {
    private static final long SEED = 20261122;
    private static final Duration TRIP = Duration.ofSeconds(1);
    private static final LinkConditions FAR = LinkConditions.perfect().roundTrip(TRIP);
    private static final int HANDSHAKE = 2;
    /** In trips: what both ends take for themselves, beside what the link takes. */
    private static final double OWN_TIME = 0.1;

    private static final int CASES = 50;

    private boolean all = true;

    boolean run() throws Exception {
        System.out.println("what                                              measured      bar  met");
        words();
        nothing();
        edit();
        return all;
    }

    private void words() throws Failure, IOException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try (DeliveryRun run = new DeliveryRun(folder, SEED)) {
            JournalIntake intake = run.phone.intake();
            long deflated = 0;
            for (int i = 0; i < CASES; i++) {
                CaseId id = Scenario.borderMedical().type(intake).caseId();
                intake.leave(id);
                deflated += intake.read(id).entries().values().stream()
                        .mapToLong(entry -> deflated(EntryJson.write(entry)))
                        .sum();
            }
            run.start(FAR);
            DeliveryRun.Took took = run.untilEmpty();
            trips(CASES + " cases' words", took.time(), 3);
            row("the same: bytes on the link ÷ deflated words", (double) took.up() / deflated, 1.5);
        } finally {
            Folders.delete(folder);
        }
    }

    private static long deflated(byte[] json) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(json);
        deflater.finish();
        int bytes = deflater.deflate(new byte[json.length + 100]);
        deflater.end();
        return bytes;
    }

    private void nothing() throws Failure, IOException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try (DeliveryRun run = new DeliveryRun(folder, SEED)) {
            long began = System.nanoTime();
            run.start(FAR);
            DeliveryRun.soon(() -> isAtRest(run));
            trips("nothing to sync", Duration.ofNanos(System.nanoTime() - began), 1);
        } finally {
            Folders.delete(folder);
        }
    }

    private static boolean isAtRest(DeliveryRun run) {
        return run.courier().progress().state() == LinkState.IDLE
                && run.courier().progress().nextTry().isPresent();
    }

    private void edit() throws Failure, IOException {
        Path folder = Files.createTempDirectory("umbral-bench");
        try (DeliveryRun run = new DeliveryRun(folder, SEED)) {
            JournalIntake intake = run.phone.intake();
            CaseId id = Scenario.borderMedical().type(intake).caseId();
            intake.leave(id);
            run.queue(1);
            BadLink link = run.start(LinkConditions.perfect());
            run.untilEmpty();
            DeliveryRun.soon(() -> isAtRest(run));
            link.countAnew();
            List<Long> before = new ArrayList<>(List.of(run.known.sentOf(DeliveryRun.PHOTO)));
            intake.write(id, ItemId.CASE, new FieldId("GRD-03"), Value.text("Otra razón ficticia"));
            intake.leave(id);
            run.untilEmpty();
            row("edit of one field: photo bytes", run.known.sentOf(DeliveryRun.PHOTO) - before.get(0), 0);
            row("the same: all bytes on the link", link.up(), 2500);
        } finally {
            Folders.delete(folder);
        }
    }

    private void trips(String what, Duration took, int bar) {
        row(what + ": round trips", (double) took.toNanos() / TRIP.toNanos() - HANDSHAKE, bar, OWN_TIME);
    }

    private void row(String what, double measured, double bar) {
        row(what, measured, bar, 0);
    }

    /** @param over how much more than the bar is the machine's, and is printed as it is */
    private void row(String what, double measured, double bar, double over) {
        boolean met = measured <= bar + over;
        all &= met;
        System.out.printf("%-48s %9.2f %8.2f  %s%n", what, measured, bar + over, met ? "yes" : "NO");
    }
}

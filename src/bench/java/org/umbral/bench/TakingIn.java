package org.umbral.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.umbral.ingest.Ingest;
import org.umbral.ingest.Ingest.Figures;
import org.umbral.shared.envelope.Envelope;

/**
 * 200 cases into the clinic over plain loopback, from one phone and from eight, each round beside one of a plain PUT and
 * force of as many bytes. The folder is the build's, not the machine's temporary one, which may be memory.
 */
final class TakingIn {
    private static final int CASES = 200;
    /** Small cases before the clock starts, again and again while a server that is to run for weeks is still being compiled. */
    private static final int WARM_UP = Integer.getInteger("warm", 1000);

    private static final int MOST_WARM_UPS = 15;
    private static final double STILL_COMPILED = 0.05;

    private static final Ingest.Shape SMALL = new Ingest.Shape(4096, 2, 20_000);
    private static final Ingest.Shape LARGEST = new Ingest.Shape(4096, 1, Envelope.MAX_EVIDENCE_BYTES);
    private static final int MANY = 8;
    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final long SEED = 20261122;
    private boolean met = true;

    boolean run() throws Exception {
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of(System.getProperty("umbral.bench.folder", "target"))), "umbral-bench");
        System.out.printf(
                "seed %d; folder on %s; %d cores%n",
                SEED, Files.getFileStore(folder), Runtime.getRuntime().availableProcessors());
        try (Ingest ingest = Ingest.start(folder, SEED, options())) {
            warmUp(ingest);
            compare(ingest, 1);
            compare(ingest, MANY);
            large(ingest);
        } finally {
            Folders.delete(folder);
        }
        return met;
    }

    private static void warmUp(Ingest ingest) throws Exception {
        ingest.toPlain(2 * WARM_UP, MANY, SMALL);
        for (int i = 1; i <= MOST_WARM_UPS; i++) {
            long before = ingest.compiled();
            Figures took = ingest.toClinic(WARM_UP, MANY, SMALL);
            double compiled = (ingest.compiled() - before) / (took.processor() * 1e3);
            System.out.printf(
                    "warm-up %d: %d small cases, %.0f %% of the clinic's processor compiled%n",
                    i, WARM_UP, 100 * compiled);
            if (compiled < STILL_COMPILED) {
                return;
            }
        }
    }

    private static List<String> options() {
        String more = System.getProperty("umbral.bench.options", "");
        return more.isEmpty() ? List.of() : List.of(more.split(" "));
    }

    private void compare(Ingest ingest, int phones) throws Exception {
        List<Figures> plain = new ArrayList<>();
        List<Figures> clinic = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            plain.add(ingest.toPlain(CASES, phones, Ingest.CASE));
            clinic.add(ingest.toClinic(CASES, phones, Ingest.CASE));
            print("plain ", phones, plain.get(i));
            print("clinic", phones, clinic.get(i));
        }
        double ratio = median(clinic, Figures::megabytesPerSecond) / median(plain, Figures::megabytesPerSecond);
        bar(phones + " phones: clinic ÷ plain PUT + force", ratio, ratio >= 0.60, ">= 0.60");
        double cpu = median(clinic, Figures::millisPerMegabyte);
        bar(phones + " phones: processor, ms per MB", cpu, cpu <= 10, "<= 10");
        double written = median(clinic, Figures::writtenPerByte);
        bar(phones + " phones: written ÷ payload", written, written <= 1.10, "<= 1.10");
        bar(phones + " phones: heap held at most, MB", ingest.held() / 1e6, ingest.held() <= 256e6, "<= 256");
    }

    /** The largest photos that are taken, from all phones at once. */
    private void large(Ingest ingest) throws Exception {
        print("clinic, largest photos,", MANY, ingest.toClinic(MANY, MANY, LARGEST));
        bar("the largest photos: heap held at most, MB", ingest.held() / 1e6, ingest.held() <= 256e6, "<= 256");
        System.out.printf(
                "the clinic's process had at most %.0f MB of the machine's memory, with a heap of 256 MiB%n",
                ingest.mostResident() / 1e6);
    }

    private void bar(String what, double measured, boolean isMet, String bar) {
        met &= Bars.met(what, isMet);
        System.out.printf("%-44s %8.3f   bar %-8s %s%n", what, measured, bar, isMet ? "met" : "MISSED");
    }

    private static void print(String server, int phones, Figures figures) {
        System.out.printf(
                "  %s %d phones: %6.2f s, %6.1f MB/s, %5.2f ms of the processor per MB, written %.3f of the payload;"
                        + " load %.1f%n",
                server,
                phones,
                figures.seconds(),
                figures.megabytesPerSecond(),
                figures.millisPerMegabyte(),
                figures.writtenPerByte(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double median(List<Figures> all, ToDoubleFunction<Figures> what) {
        return all.stream()
                .mapToDouble(what)
                .sorted()
                .skip(all.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}

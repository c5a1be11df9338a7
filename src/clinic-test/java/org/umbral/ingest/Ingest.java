package org.umbral.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.umbral.ingest.Cases.Sealed;

/** The clinic and the plain server side by side, each in a process of its own, and rounds of cases for either. */
public final class Ingest implements AutoCloseable {
    /** 4,096 bytes of words and two photos of 300,000 bytes. */
    public static final Shape CASE = new Shape(4096, 2, 300_000);

    private final Taker clinic;
    private final Taker plain;
    private final Random random;

    private Ingest(Taker clinic, Taker plain, Random random) {
        this.clinic = clinic;
        this.plain = plain;
        this.random = random;
    }

    /** @param options of the clinic's process */
    public static Ingest start(Path folder, long seed, List<String> options) throws IOException {
        ServerChild clinic = ServerChild.start(IngestServer.class, folder.resolve("clinic"), options);
        ServerChild plain = ServerChild.start(PlainServer.class, folder.resolve("plain"), List.of());
        return new Ingest(ClinicTaker.of(clinic), new PlainTaker(plain), new Random(seed));
    }

    /** What a case is made of: bytes of words, photos, bytes of each photo. */
    public record Shape(int words, int photos, int photo) {
        long bytes() {
            return words + (long) photos * photo;
        }
    }

    /** What one round took, in seconds of the clock, seconds of the server's processor, and bytes. */
    public record Figures(double seconds, double processor, long written, long payload) {
        public double megabytesPerSecond() {
            return payload / 1e6 / seconds;
        }

        /** Of the server's processor. */
        public double millisPerMegabyte() {
            return processor * 1e3 / (payload / 1e6);
        }

        public double writtenPerByte() {
            return (double) written / payload;
        }
    }

    public Figures toClinic(int cases, int phones, Shape shape) throws Exception {
        return round(clinic, cases, phones, shape);
    }

    public Figures toPlain(int cases, int phones, Shape shape) throws Exception {
        return round(plain, cases, phones, shape);
    }

    /** For how long the clinic's methods were compiled so far, in milliseconds. */
    public long compiled() throws IOException {
        return Long.parseLong(clinic.child().ask(Asked.COMPILED));
    }

    /** Bytes of the clinic's heap that were held after a collection, at most. */
    public long held() throws IOException {
        return Long.parseLong(clinic.child().ask(Asked.HELD));
    }

    /** Bytes of the machine's memory that the clinic's process had, at most. */
    public long mostResident() throws IOException {
        return clinic.child().mostResident();
    }

    private Figures round(Taker taker, int cases, int phones, Shape shape) throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        List<Callable<Void>> checks = new ArrayList<>();
        for (int i = 0; i < phones; i++) {
            Taker.Sender sender = taker.sender();
            List<Sealed> own = Cases.of(cases / phones, shape, random);
            work.add(() -> {
                for (Sealed one : own) {
                    sender.deliver(one);
                }
                return null;
            });
            checks.add(() -> {
                sender.check(own);
                sender.close();
                return null;
            });
        }
        double processor = processor(taker);
        long written = taker.child().written();
        long begun = System.nanoTime();
        all(work);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Figures figures = new Figures(
                seconds,
                processor(taker) - processor,
                taker.child().written() - written,
                cases / phones * (phones * shape.bytes()));
        all(checks);
        return figures;
    }

    private static double processor(Taker taker) {
        return taker.child().processor().toNanos() / 1e9;
    }

    private static void all(List<Callable<Void>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            for (Future<Void> one : threads.invokeAll(work)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Override
    public void close() throws IOException {
        clinic.child().close();
        plain.child().close();
    }
}

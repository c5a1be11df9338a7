package org.umbral.ingest;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** The side of a {@link ServerChild} that answers: says its port, then one line for each line, until nobody asks. */
final class Asked {
    /** The most of the heap that was held after a collection, in bytes. */
    static final String HELD = "held";

    /** For how long methods were compiled, in milliseconds. */
    static final String COMPILED = "compiled";

    static final String LISTENS = "listens at ";

    private final AtomicLong held = new AtomicLong();

    /** What a server knows beside its memory. */
    interface Answers {
        String to(String question) throws Exception;
    }

    void serve(int port, Answers answers) throws Exception {
        watch();
        System.out.println(LISTENS + port);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(
                    switch (line) {
                        case HELD -> Long.toString(heldNow());
                        case COMPILED ->
                            Long.toString(
                                    ManagementFactory.getCompilationMXBean().getTotalCompilationTime());
                        default -> answers.to(line);
                    });
        }
    }

    private long heldNow() throws IOException {
        System.gc();
        return Math.max(
                held.get(),
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }

    private void watch() {
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector)
                        .addNotificationListener(
                                (told, nothing) -> collected((CompositeData) told.getUserData()), null, null));
    }

    private void collected(CompositeData told) {
        long left = 0;
        for (var pool : GarbageCollectionNotificationInfo.from(told)
                .getGcInfo()
                .getMemoryUsageAfterGc()
                .entrySet()) {
            left += pool.getKey().startsWith("G1") ? used(pool.getValue()) : 0;
        }
        held.accumulateAndGet(left, Math::max);
    }

    private static long used(MemoryUsage usage) {
        return usage.getUsed();
    }
}

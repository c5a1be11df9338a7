package org.umbral.phone.sync;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.umbral.testing.ClosedPort;
import org.umbral.testing.HandTimer;
import org.umbral.testing.MemoryOutbox;

/** A courier, an outbox, a clinic, and a timer that the test moves by hand. */
abstract class CourierCase {
    final FakeClinic clinic = new FakeClinic();
    final MemoryOutbox outbox = new MemoryOutbox();
    final HandTimer timer = new HandTimer();
    final ExecutorService workers = Executors.newCachedThreadPool();
    final Random random = new Random(20_261_121);
    /** How far the clock that only goes forward was moved. */
    final AtomicLong skipped = new AtomicLong();

    final Courier courier = OutboxCourier.of(
            outbox, timer.clock(), () -> System.nanoTime() + skipped.get(), timer, workers, random, "test");
    final HeldCertificate certificate =
            new HeldCertificate.Builder().commonName("umbral").build();
    private final List<AutoCloseable> open = new java.util.ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        courier.close();
        for (AutoCloseable one : open) {
            one.close();
        }
        workers.shutdownNow();
    }

    /** The clinic behind HTTP/2 and TLS; the phone has joined it. */
    MockWebServer overTls() throws IOException {
        return overTls(certificate, List.of(FakeClinic.print(certificate)));
    }

    MockWebServer overTls(HeldCertificate shown, List<String> accepted) throws IOException {
        MockWebServer server = Fronts.tls(clinic, shown);
        open.add(server);
        outbox.link(clinic.link(Fronts.address(server), accepted));
        return server;
    }

    /** A port of loopback that refuses every connection, until the test ends. */
    int refusing() throws IOException {
        ClosedPort port = new ClosedPort();
        open.add(port);
        return port.number();
    }

    /** The clinic on plain loopback; the phone has joined it. */
    String overLoopback() throws IOException {
        HttpServer server = Fronts.plain(clinic, workers);
        open.add(() -> server.stop(0));
        String address = Fronts.address(server);
        outbox.link(clinic.link(address, List.of()));
        return address;
    }

    byte[] sealed(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(holds);
    }

    /** A round has ended in this state, and the next is planned or not needed. */
    void untilResting(LinkState state) {
        until(() -> courier.progress().state() == state
                && (courier.progress().nextTry().isPresent()
                        || state == LinkState.REVOKED
                        || state == LinkState.SWITCHED_OFF
                        || state == LinkState.NOT_JOINED));
    }
}

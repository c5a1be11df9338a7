package org.umbral.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The link itself: slower than it says it never is, and what it lets through is what was sent. */
class BadLinkTest {
    private static final long SEED = 20261122;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private ServerSocket server;
    private @Nullable BadLink link;

    /** What one connection brought until it ended, and whether it ended well. */
    private record Heard(byte[] bytes, boolean well) {}

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            try {
                while (true) {
                    Socket one = server.accept();
                    threads.execute(() -> hear(one));
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
    }

    private void hear(Socket one) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean well = false;
        try (one) {
            byte[] some = new byte[1000];
            InputStream in = one.getInputStream();
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                bytes.write(some, 0, n);
            }
            well = true;
            one.getOutputStream().write("well".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // It was cut.
        }
        heard.add(new Heard(bytes.toByteArray(), well));
    }

    @AfterEach
    void close() throws IOException {
        link().close();
        server.close();
        threads.shutdownNow();
    }

    private Socket connect(LinkConditions conditions) throws IOException {
        link = new BadLink(server.getLocalPort(), conditions);
        return connect();
    }

    private BadLink link() {
        return Objects.requireNonNull(link);
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), link().port());
    }

    private Heard heard() throws InterruptedException {
        Heard one = heard.poll(20, TimeUnit.SECONDS);
        assertThat(one).as("a connection ended at the server").isNotNull();
        return one;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(SEED).nextBytes(bytes);
        return bytes;
    }

    /** Sends all, then waits for the answer. */
    private static void send(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
        assertThat(socket.getInputStream().readAllBytes()).asString().isEqualTo("well");
    }

    /** Taken before the link is made: what the machine adds makes it longer, never shorter. */
    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void aPerfectLinkLetsThroughWhatWasSentAndCountsIt() throws Exception {
        byte[] bytes = random(300_000);
        try (Socket socket = connect(LinkConditions.perfect())) {
            send(socket, bytes);
        }
        assertThat(heard().bytes()).isEqualTo(bytes);
        assertThat(link().up()).isEqualTo(bytes.length);
        assertThat(link().down()).isEqualTo(4);
    }

    @Test
    void itIsNeverFasterThanItsRateAndItsRoundTrips() throws Exception {
        LinkConditions slow = LinkConditions.perfect().kilobits(800, 800).roundTrip(Duration.ofMillis(100));
        long start = System.nanoTime();
        try (Socket socket = connect(slow)) {
            send(socket, random(30_000));
            // A handshake of a round trip, 0.3 s of bytes, and a round trip until the answer is here.
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        }
    }

    @Test
    void twoConnectionsShareTheRate() throws Exception {
        long start = System.nanoTime();
        try (Socket one = connect(LinkConditions.perfect().kilobits(800, 800));
                Socket two = connect()) {
            Future<?> beside = threads.submit(() -> {
                send(one, random(20_000));
                return one;
            });
            send(two, random(20_000));
            beside.get();
            heard();
            heard();
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void aLostSegmentTakesTheLinkTwiceAndNothingIsOutOfOrder() throws Exception {
        byte[] bytes = random(400_000);
        try (Socket socket = connect(LinkConditions.perfect()
                .roundTrip(Duration.ofMillis(10))
                .loss(0.1)
                .seed(SEED))) {
            send(socket, bytes);
        }
        assertThat(heard().bytes()).isEqualTo(bytes);
        assertThat(link().up()).isBetween((long) (bytes.length * 1.03), (long) (bytes.length * 1.25));
    }

    @Test
    void aCutByBytesTellsThePhoneAtOnceAndWhatHadLeftArrives() throws Exception {
        try (Socket socket = connect(LinkConditions.perfect().cutBetween(50_000, 50_000))) {
            assertThatThrownBy(() -> send(socket, random(3_000_000))).isInstanceOf(IOException.class);
        }
        Heard before = heard();
        assertThat(before.well()).isFalse();
        assertThat(before.bytes().length).isBetween(50_000, 51_460);
        assertThat(link().cuts()).isOne();
        try (Socket again = connect()) {
            send(again, random(40_000));
        }
    }

    @Test
    void theSameSeedCutsAtTheSameByte() throws Exception {
        LinkConditions seeded =
                LinkConditions.perfect().cutBetween(10_000, 90_000).seed(SEED);
        try (Socket socket = connect(seeded)) {
            assertThatThrownBy(() -> send(socket, random(3_000_000))).isInstanceOf(IOException.class);
        }
        int first = heard().bytes().length;
        link().close();
        try (Socket socket = connect(seeded)) {
            assertThatThrownBy(() -> send(socket, random(3_000_000))).isInstanceOf(IOException.class);
        }
        assertThat(heard().bytes().length).isBetween(first - 1460, first + 1460);
    }

    @Test
    void ofAHalfOpenConnectionTheServerNeverHears() throws Exception {
        Socket socket = connect(LinkConditions.perfect());
        socket.getOutputStream().write(random(1000));
        while (link().up() < 1000) {
            Thread.onSpinWait();
        }
        link().cutHalfOpen();
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
        assertThatThrownBy(() -> {
                    while (true) {
                        socket.getOutputStream().write(random(1000));
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void whileItIsSilentNothingMovesAndTheConnectionSurvives() throws Exception {
        LinkConditions silent =
                LinkConditions.perfect().kilobits(800, 800).dead(Duration.ofMillis(200), Duration.ofMillis(300), false);
        byte[] bytes = random(40_000);
        long start = System.nanoTime();
        try (Socket socket = connect(silent)) {
            send(socket, bytes);
            // 0.4 s of bytes do not fit into the first 0.2 s that it is alive.
            assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
        }
        assertThat(heard().bytes()).isEqualTo(bytes);
    }

    @Test
    void whileItResetsConnectionsAreCutAndNewOnesRefusedUntilItLives() throws Exception {
        // Alive for longer than any machine takes to connect, dead for longer than it takes for what follows.
        LinkConditions resets = LinkConditions.perfect().dead(Duration.ofSeconds(1), Duration.ofMinutes(1), true);
        try (Socket socket = connect(resets)) {
            assertThatThrownBy(() -> {
                        while (true) {
                            socket.getOutputStream().write(1);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> {
                    try (Socket dead = connect()) {
                        send(dead, random(10));
                    }
                })
                .isInstanceOf(IOException.class);
        link().answer(BadLink.Front.CLINIC);
        try (Socket alive = connect()) {
            send(alive, random(10));
        }
    }

    @Test
    void aPortalSendsEverybodyToItsPageAndNobodyNeverAnswers() throws Exception {
        link = new BadLink(server.getLocalPort(), LinkConditions.perfect());
        link().answer(BadLink.Front.PORTAL);
        try (Socket socket = connect()) {
            socket.getOutputStream().write(1);
            assertThat(socket.getInputStream().readAllBytes()).asString().startsWith("HTTP/1.1 302");
        }
        link().answer(BadLink.Front.NOBODY);
        try (Socket socket = connect()) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write(1);
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
        assertThat(heard).isEmpty();
    }
}

package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bad link on loopback before a server: slow, far, lossy, cut and dead as {@link LinkConditions} say, by a seed; counts
 * what took it. Can also be silent for a while, or answer like the portal of a guest network. Thread-safe.
 */
public final class BadLink implements AutoCloseable {
    /** Who answers a connection that comes now. */
    public enum Front {
        /** The server behind it. */
        CLINIC,
        /** A guest network's portal, which speaks no TLS and sends everybody to its page. */
        PORTAL,
        /** Nobody: it is accepted, and nothing ever comes back. */
        NOBODY,
        /** It is refused. */
        REFUSAL
    }

    private static final int SMALL_BUFFER = 4096;
    private static final String PORTAL_ANSWER =
            "HTTP/1.1 302 Found\r\nLocation: http://portal.invalid/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final int target;
    private final LinkConditions conditions;
    private final LinkTime time;
    private final LinkTime life;
    private final LinkLane up;
    private final LinkLane down;
    private final ServerSocket listening = new ServerSocket();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Set<LinkConnection> connections = ConcurrentHashMap.newKeySet();
    private final Set<Socket> swallowed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Random random;
    private final CompletableFuture<Void> listener;
    private volatile Front front = Front.CLINIC;
    private long untilCut;

    public BadLink(int target, LinkConditions conditions) throws IOException {
        this(0, target, conditions);
    }

    /** Where phones were told of this port before. */
    public BadLink(int port, int target, LinkConditions conditions) throws IOException {
        this.target = target;
        this.conditions = conditions;
        time = LinkTime.of(conditions.spells());
        life = LinkTime.alive(conditions.spells());
        up = new LinkLane(time, conditions.up(), conditions.loss(), conditions.seed());
        down = new LinkLane(time, conditions.down(), conditions.loss(), conditions.seed() + 1);
        random = new Random(conditions.seed() + 2);
        untilCut = nextDistance();
        // What waits for the link waits at the phone, as on a real one.
        listening.setReceiveBufferSize(conditions.up() == 0 ? 1 << 16 : SMALL_BUFFER);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listener = CompletableFuture.runAsync(this::listen, threads);
        plan();
    }

    private void plan() {
        LinkConditions.Spells spells = conditions.spells();
        if (spells.any() && spells.resets()) {
            long turn = spells.alive().plus(spells.dead()).toMillis();
            timer.scheduleAtFixedRate(this::die, spells.alive().toMillis(), turn, TimeUnit.MILLISECONDS);
            timer.scheduleAtFixedRate(() -> answer(Front.CLINIC), turn, turn, TimeUnit.MILLISECONDS);
        }
        if (conditions.cuts().byTime()) {
            cutLater();
        }
    }

    private void die() {
        answer(Front.REFUSAL);
        cut();
    }

    private void cutLater() {
        Duration least = conditions.cuts().least();
        long span = conditions.cuts().most().minus(least).toMillis() + 1;
        long wait = least.toMillis() + drawn(span);
        timer.schedule(
                () -> {
                    cut();
                    cutLater();
                },
                wait,
                TimeUnit.MILLISECONDS);
    }

    private synchronized long drawn(long bound) {
        return random.nextLong(bound);
    }

    private synchronized long nextDistance() {
        LinkConditions.Cuts made = conditions.cuts();
        return made.byBytes() ? made.leastBytes() + drawn(made.mostBytes() - made.leastBytes() + 1) : Long.MAX_VALUE;
    }

    public int port() {
        return listening.getLocalPort();
    }

    public String address() {
        return "https://127.0.0.1:" + port();
    }

    /** Who answers from now on; what is open goes on. */
    public void answer(Front now) {
        front = now;
    }

    /** Bytes that took the link upwards, second sendings counted, since {@link #countAnew}. */
    public long up() {
        return up.bytes();
    }

    public long down() {
        return down.bytes();
    }

    /** Until so many more bytes took the link upwards, or for so long; whether they did. */
    public boolean awaitUp(long bytes, Duration most) throws InterruptedException {
        return up.awaitMore(bytes, most);
    }

    public void countAnew() {
        up.countAnew();
        down.countAnew();
    }

    /** How long it has been alive since it began. */
    public Duration alive() {
        return Duration.ofNanos(life.now());
    }

    /** Connections that the phone opened so far. */
    public int opened() {
        return opened.get();
    }

    /** Cuts so far, by itself or by {@link #cut}. */
    public int cuts() {
        return cuts.get();
    }

    /** Cuts every connection now, also those that nobody answers; what had left the phone still arrives. */
    public void cut() {
        cuts.incrementAndGet();
        connections.forEach(LinkConnection::cut);
        swallowed.forEach(LinkConnection::reset);
        swallowed.clear();
    }

    /** The phone loses every connection; the clinic never hears of it. */
    public void cutHalfOpen() {
        cuts.incrementAndGet();
        connections.forEach(LinkConnection::cutHalfOpen);
    }

    /** Whether the link's own distance to the next cut is not yet covered. */
    private boolean goesOn(int bytes) {
        synchronized (this) {
            untilCut -= bytes;
            if (untilCut > 0) {
                return true;
            }
            untilCut = nextDistance();
        }
        cut();
        return false;
    }

    private void listen() {
        try {
            while (true) {
                Socket phone = listening.accept();
                opened.incrementAndGet();
                threads.execute(() -> take(phone));
            }
        } catch (IOException e) {
            // Closed: nobody can come any more.
        }
    }

    private void take(Socket phone) {
        try {
            switch (front) {
                case CLINIC -> {
                    LinkConnection made = new LinkConnection(phone, target, time, conditions);
                    connections.removeIf(LinkConnection::isOver);
                    connections.add(made);
                    made.carry(up, down, threads, this::goesOn);
                }
                case PORTAL -> {
                    InputStream in = phone.getInputStream();
                    if (in.read() >= 0) {
                        phone.getOutputStream().write(PORTAL_ANSWER.getBytes(StandardCharsets.US_ASCII));
                    }
                    phone.close();
                }
                case NOBODY -> swallowed.add(phone);
                case REFUSAL -> LinkConnection.reset(phone);
            }
        } catch (IOException e) {
            LinkConnection.reset(phone);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            listening.close();
        } catch (IOException e) {
            // Nobody can come any more.
        }
        // The port is free once whoever accepts has heard of it, and not before.
        listener.join();
        connections.forEach(LinkConnection::end);
        swallowed.forEach(LinkConnection::reset);
        threads.shutdownNow();
    }
}

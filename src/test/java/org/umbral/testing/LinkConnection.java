package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntPredicate;

/** One connection over a bad link: the phone's socket, the clinic's, and what is on its way between them. */
final class LinkConnection {
    private static final int SEGMENT = 1460;
    /** What a modem holds ahead of its link, in nanoseconds: else the link would idle while this machine's threads wake. */
    private static final long AHEAD = 50_000_000;

    private final Socket phone;
    private final Socket clinic;
    private final LinkTime time;
    private final LinkConditions conditions;
    private volatile boolean phoneIsGone;
    private volatile boolean clinicIsLeftOpen;

    LinkConnection(Socket phone, int target, LinkTime time, LinkConditions conditions) throws IOException {
        this.phone = phone;
        this.time = time;
        this.conditions = conditions;
        clinic = new Socket(InetAddress.getLoopbackAddress(), target);
        clinic.setTcpNoDelay(true);
        phone.setTcpNoDelay(true);
    }

    /** What is on its way, and when it arrives; nothing means that the sender ended here. */
    private record Piece(byte[] bytes, long arrives) {}

    /** @param goesOn asked after each segment upwards; false ends the connection there */
    void carry(LinkLane up, LinkLane down, Executor threads, IntPredicate goesOn) {
        long opens = time.now() + conditions.handshake().toNanos();
        BlockingQueue<Piece> upwards = new LinkedBlockingQueue<>();
        BlockingQueue<Piece> downwards = new LinkedBlockingQueue<>();
        threads.execute(() -> send(phone, up, opens, upwards, goesOn));
        threads.execute(() -> send(clinic, down, opens, downwards, n -> true));
        threads.execute(() -> arriveAtTheClinic(upwards));
        threads.execute(() -> arriveAtThePhone(downwards));
    }

    private void send(Socket from, LinkLane lane, long opens, BlockingQueue<Piece> sent, IntPredicate goesOn) {
        long last = opens;
        try {
            time.sleepUntil(opens);
            InputStream in = from.getInputStream();
            byte[] segment = new byte[SEGMENT];
            for (int n = in.read(segment); n >= 0 && !phoneIsGone; n = in.read(segment)) {
                LinkLane.Left left = lane.take(n);
                time.sleepUntil(left.at() - AHEAD);
                Duration way = left.lost() ? conditions.oneWay().multipliedBy(3) : conditions.oneWay();
                last = Math.max(last, left.at() + way.toNanos());
                sent.add(new Piece(Arrays.copyOf(segment, n), last));
                if (!goesOn.test(n)) {
                    break;
                }
            }
        } catch (IOException | InterruptedException e) {
            // What left arrives; then the other end hears of it.
        }
        sent.add(new Piece(
                new byte[0], Math.max(last, time.now() + conditions.oneWay().toNanos())));
    }

    private void arriveAtTheClinic(BlockingQueue<Piece> upwards) {
        try {
            deliver(upwards, clinic.getOutputStream());
            if (clinicIsLeftOpen) {
                return;
            }
            if (phoneIsGone) {
                reset(clinic);
            } else {
                clinic.shutdownOutput();
            }
        } catch (IOException | InterruptedException e) {
            reset(phone);
            reset(clinic);
        }
    }

    private void arriveAtThePhone(BlockingQueue<Piece> downwards) {
        try {
            deliver(downwards, phone.getOutputStream());
            phone.shutdownOutput();
        } catch (IOException | InterruptedException e) {
            // The phone is gone; the clinic hears of it from the other direction.
        }
    }

    private void deliver(BlockingQueue<Piece> queue, OutputStream to) throws IOException, InterruptedException {
        for (Piece piece = queue.take(); piece.bytes().length > 0; piece = queue.take()) {
            time.sleepUntil(piece.arrives());
            to.write(piece.bytes());
        }
    }

    /** The phone loses it at once; what had left it still arrives, then the clinic is told. */
    void cut() {
        phoneIsGone = true;
        reset(phone);
    }

    /** As a cut of which the clinic never hears. */
    void cutHalfOpen() {
        clinicIsLeftOpen = true;
        cut();
    }

    /** Both ends, whatever is on its way. */
    void end() {
        cut();
        reset(clinic);
    }

    boolean isOver() {
        return phone.isClosed() && (clinic.isClosed() || clinicIsLeftOpen);
    }

    static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}

package org.umbral.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands on loopback before a server: counts what passes in each direction, holds it back, cuts it. */
public final class CountingProxy implements AutoCloseable {
    private static final int PIECE = 4096;

    private final ServerSocket listening;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private long up;
    private long down;
    private int waiting;
    private long most = Long.MAX_VALUE;
    private long mostAnswers = Long.MAX_VALUE;

    public CountingProxy(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    public int port() {
        return listening.getLocalPort();
    }

    public String address() {
        return "https://127.0.0.1:" + port();
    }

    /** Bytes that went to the server since {@link #countAnew}. */
    public synchronized long up() {
        return up;
    }

    public synchronized long down() {
        return down;
    }

    public synchronized void countAnew() {
        up = 0;
        down = 0;
    }

    /** Lets so many bytes more go to the server, then holds back the rest. */
    public synchronized void holdAfter(long bytes) {
        most = up + bytes;
        notifyAll();
    }

    public synchronized boolean holds() {
        return up >= most;
    }

    /** Lets so many bytes more come from the server, then holds back the rest of its answers. */
    public synchronized void holdAnswersAfter(long bytes) {
        mostAnswers = down + bytes;
        notifyAll();
    }

    /** Whether an answer is held back now. */
    public synchronized boolean holdsAnswers() {
        return waiting > 0;
    }

    public synchronized void letGo() {
        most = Long.MAX_VALUE;
        mostAnswers = Long.MAX_VALUE;
        notifyAll();
    }

    /** Cuts every connection; new ones are let through. */
    public void cut() {
        open.forEach(CountingProxy::quietly);
    }

    private void listen() {
        try {
            while (true) {
                Socket phone = listening.accept();
                threads.execute(() -> join(phone));
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void join(Socket phone) {
        open.add(phone);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            server.setTcpNoDelay(true);
            phone.setTcpNoDelay(true);
            open.add(server);
            threads.execute(() -> pump(phone, server, true));
            threads.execute(() -> pump(server, phone, false));
        } catch (IOException e) {
            quietly(phone);
        }
    }

    private void pump(Socket from, Socket to, boolean upwards) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] piece = new byte[PIECE];
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                count(n, upwards);
                out.write(piece, 0, n);
            }
        } catch (IOException | InterruptedException e) {
            // Both ends are closed below.
        } finally {
            quietly(from);
            quietly(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private synchronized void count(int n, boolean upwards) throws InterruptedException {
        if (!upwards) {
            waiting++;
            while (down >= mostAnswers) {
                wait();
            }
            waiting--;
            down += n;
            return;
        }
        while (up >= most) {
            wait();
        }
        up += n;
        notifyAll();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            // Nobody can come any more.
        }
        cut();
        threads.shutdownNow();
    }
}

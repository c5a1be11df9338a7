package org.umbral.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The least that keeps what is put: the body into a file, forced, its name put in place, 201. No hash, no row, no receipt. */
final class PlainServer {
    private static final int THREADS = 16;
    private static final int READ_BYTES = 64 * 1024;

    private final Path folder;
    private final AtomicLong next = new AtomicLong();

    private PlainServer(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        PlainServer plain = new PlainServer(Files.createDirectories(Path.of(args[0])));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        server.setExecutor(threads);
        server.createContext("/", plain::put);
        server.start();
        new Asked().serve(server.getAddress().getPort(), question -> "");
        server.stop(0);
        threads.shutdownNow();
    }

    private void put(HttpExchange http) throws IOException {
        Path arriving = folder.resolve("arriving" + next.incrementAndGet());
        try (InputStream in = http.getRequestBody();
                FileChannel file =
                        FileChannel.open(arriving, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] some = new byte[READ_BYTES];
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                file.write(ByteBuffer.wrap(some, 0, n));
            }
            file.force(true);
        }
        Files.move(
                arriving, folder.resolve(http.getRequestURI().getPath().substring(1)), StandardCopyOption.ATOMIC_MOVE);
        http.sendResponseHeaders(201, -1);
        http.close();
    }
}

package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At a clinic that reads nothing, what counts as sent is what the kernels hold: it has to be little. */
class SendBufferTest {
    private static final int PHOTO = 8 << 20;
    private static final int CLINICS_BUFFER = 16 * 1024;
    /** Linux reserves twice what it is asked for, at both ends; then one piece of ours. */
    private static final int MOST = 2 * (ShortSendBuffer.BYTES + CLINICS_BUFFER) + 64 * 1024;

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicLong written = new AtomicLong();

    @AfterEach
    void end() {
        workers.shutdownNow();
    }

    @Test
    void overPlainLoopbackLittleIsOnItsWay() throws Exception {
        try (ServerSocket clinic = silent(ServerSocketFactory.getDefault())) {
            assertLittleLeaves("http", clinic, Set.of());
        }
    }

    @Test
    void underTlsLittleIsOnItsWay() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder().build();
        HandshakeCertificates tls =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        try (ServerSocket clinic = silent(tls.sslContext().getServerSocketFactory())) {
            assertLittleLeaves("https", clinic, Set.of(FakeClinic.print(certificate)));
        }
    }

    @Test
    void theSizeIsSetBeforeTheSocketConnects() throws Exception {
        try (Socket socket = new ShortSendBuffer().createSocket()) {
            assertThat(socket.isConnected()).isFalse();
            assertThat(socket.getSendBufferSize()).isBetween(ShortSendBuffer.BYTES, 2 * ShortSendBuffer.BYTES);
        }
    }

    private void assertLittleLeaves(String scheme, ServerSocket clinic, Set<String> prints) {
        String address = scheme + "://localhost:" + clinic.getLocalPort();
        ClinicLine line = new ClinicLine(new Peer(List.of(address), prints, null), workers, () -> {});
        Request photo = new Request.Builder().url(address).put(new Photo()).build();
        line.send(photo, new Unheard());

        await().atMost(Duration.ofSeconds(20)).until(() -> written.get() > 0);
        AtomicLong before = new AtomicLong();
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> before.getAndSet(written.get()) == written.get());

        assertThat(written).hasValueLessThan(MOST);
        line.hangUp();
    }

    /** Takes one connection, does the handshake where there is one, and reads nothing of what follows. */
    private ServerSocket silent(ServerSocketFactory factory) throws IOException {
        ServerSocket server = factory.createServerSocket();
        server.setReceiveBufferSize(CLINICS_BUFFER);
        server.bind(new InetSocketAddress(InetAddress.getByName("localhost"), 0));
        workers.execute(() -> {
            try {
                Socket taken = server.accept();
                if (taken instanceof javax.net.ssl.SSLSocket secured) {
                    secured.startHandshake();
                }
            } catch (IOException over) {
                written.set(PHOTO);
            }
        });
        return server;
    }

    private final class Photo extends RequestBody {
        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public long contentLength() {
            return PHOTO;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            byte[] piece = new byte[16 * 1024];
            for (int at = 0; at < PHOTO; at += piece.length) {
                sink.write(piece);
                sink.flush();
                written.addAndGet(piece.length);
            }
        }
    }

    private static final class Unheard implements ClinicLine.Reply {
        @Override
        public void connected() {}

        @Override
        public void answered(Answer answer) {}

        @Override
        public void failed(IOException why) {}
    }
}

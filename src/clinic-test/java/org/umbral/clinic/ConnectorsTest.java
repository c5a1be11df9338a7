package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.wire.Wire;
import org.umbral.testing.BadLink;
import org.umbral.testing.LinkConditions;

/** What a handshake costs who comes again, as a phone does after each cut. */
class ConnectorsTest {
    /** What names a session that both still know (RFC 8446, section 4.2.11): 32 bytes, their age, a hash and lengths. */
    private static final int A_NAME = 150;

    private static final int A_CERTIFICATE = 300;
    private static final byte[] QUESTION = ("GET " + Wire.CLINIC
                    + " HTTP/1.1\r\nHost: clinic.example.org\r\nConnection: close\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private ClinicUnderTest clinic;
    private BadLink link;
    private SSLSocketFactory phone;

    @BeforeEach
    void start() throws Exception {
        clinic = ClinicUnderTest.overTls(folder);
        link = new BadLink(clinic.server.port(), LinkConditions.perfect());
        phone = new PinnedTls(clinic.tls.orElseThrow().spki()).sockets();
    }

    @AfterEach
    void stop() {
        link.close();
        clinic.close();
    }

    @Test
    void whoComesAgainIsKnownAndCarriesNoMoreThanAName() throws Exception {
        Bytes first = ask();
        Bytes again = ask();
        assertThat(again.down()).as("no certificate").isLessThan(first.down() - A_CERTIFICATE);
        assertThat(again.up()).as("no ticket that holds the session").isLessThan(first.up() + A_NAME);
    }

    private record Bytes(long up, long down) {}

    private Bytes ask() throws IOException {
        link.countAnew();
        try (SSLSocket socket = (SSLSocket) phone.createSocket("127.0.0.1", link.port())) {
            socket.getOutputStream().write(QUESTION);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
            // Before the farewell, which the link may count now or with the next.
            return new Bytes(link.up(), link.down());
        }
    }
}

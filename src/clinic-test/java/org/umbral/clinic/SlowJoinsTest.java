package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.Sha256;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.Wire;

/** Strangers who ask to join and never end their question take no more than a few threads. */
class SlowJoinsTest {
    private static final int AT_ONCE = 8;
    private static final HaveRequest NO_CODE = new HaveRequest(List.of(), List.of());

    @TempDir
    Path folder;

    private static Socket halfJoin(ClinicUnderTest clinic) throws IOException {
        Socket socket = new Socket("127.0.0.1", clinic.server.port());
        String head = "POST " + Wire.DEVICES + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The question of this test may have had the place that one of them came for, which was then refused. */
    private static void holdAgain(ClinicUnderTest clinic, List<Socket> held) throws IOException {
        for (int i = 0; i < held.size(); i++) {
            if (held.get(i).getInputStream().available() > 0) {
                held.get(i).close();
                held.set(i, halfJoin(clinic));
            }
        }
    }

    @Test
    void othersThanThoseWhoJoinAreServedMeanwhile() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.plain(folder)) {
            PhoneUnderTest joined = clinic.join();
            List<Socket> held = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                held.add(halfJoin(clinic));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                holdAgain(clinic, held);
                return joined.postJson(Wire.DEVICES, NO_CODE).status() == 429;
            });
            assertThat(joined.postJson(Wire.DEVICES, NO_CODE).reason()).isEqualTo("too-much");
            assertThat(joined.get(Wire.CLINIC).status()).isEqualTo(200);
            assertThat(joined.get(Wire.MAIL).status()).isEqualTo(200);
            for (Socket one : held) {
                one.close();
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> joined.postJson(Wire.DEVICES, NO_CODE).status() == 400);
            assertThat(clinic.join().token).isNotEmpty();
        }
    }

    @Test
    void nobodyNeedsManyBytesToJoin() throws Exception {
        HaveRequest large =
                new HaveRequest(Collections.nCopies(100, Sha256.ofText("x").hex()), List.of());
        try (ClinicUnderTest clinic = ClinicUnderTest.plain(folder)) {
            PhoneUnderTest phone = new PhoneUnderTest(clinic);
            assertThat(phone.postJson(Wire.DEVICES, large).status()).isEqualTo(413);
        }
    }
}

package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.enrol.Phones;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Lane;
import org.umbral.phone.sync.Courier;
import org.umbral.phone.sync.LinkState;
import org.umbral.phone.sync.OutboxCourier;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.wire.Invitation;
import org.umbral.testing.MemoryOutbox;

/** The real courier and the real server, over TLS on loopback. */
class CourierMeetsClinicTest {
    @TempDir
    Path folder;

    private final SecureRandom secure = new SecureRandom();
    private final Random random = new Random(7);
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final Courier courier =
            OutboxCourier.of(outbox, Clock.systemUTC(), System::nanoTime, timer, workers, new Random(1), "test");
    private final SigningKey device = SigningKey.generate(secure);
    private final OpeningKey mailbox = OpeningKey.generate(secure);
    private ClinicUnderTest clinic;

    @BeforeEach
    void start() throws Exception {
        clinic = ClinicUnderTest.overTls(folder);
        courier.start();
    }

    @AfterEach
    void stop() {
        courier.close();
        clinic.close();
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private void join() throws Exception {
        Invitation made = clinic.phones.invite(clinic.session, "Berta Ficticia");
        Invitation here = new Invitation(
                List.of(clinic.address()),
                made.code(),
                made.identity(),
                made.identityNumber(),
                made.signingPrint(),
                made.receiptPrint(),
                made.emergencyTelephone(),
                made.tlsPrints(),
                made.tlsHostName());
        courier.join(here, device.verifyingKey(), mailbox.sealingKey());
    }

    private byte[] sealed(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(40)).until(holds);
    }

    @Test
    void wordsAndPhotosOfManyCasesAreHeldByTheClinicAsTheyWereSealed() throws Exception {
        Map<Sha256, byte[]> sent = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            byte[] words = sealed(1500 + i);
            sent.put(outbox.enqueue(words, i % 5 == 0 ? Lane.EMERGENCY_ENTRY : Lane.ENTRY), words);
        }
        for (int i = 0; i < 3; i++) {
            byte[] photo = sealed(300_000 + i);
            sent.put(outbox.enqueue(photo, Lane.EVIDENCE), photo);
        }

        join();
        until(() -> outbox.waiting().isEmpty() && courier.progress().state() == LinkState.IDLE);

        assertThat(outbox.receipts()).containsOnlyKeys(sent.keySet());
        for (Sha256 name : sent.keySet()) {
            assertThat(clinic.store.envelopes().find(name)).isPresent();
        }
    }

    @Test
    void aRevokedPhoneKeepsItsQueueAndDeliversAfterJoiningAgain() throws Exception {
        join();
        until(() -> courier.progress().state() == LinkState.IDLE);
        clinic.phones.revoke(
                clinic.session, outbox.link().map(ClinicLink::device).orElseThrow(), Phones.Why.LOST);
        Sha256 kept = outbox.enqueue(sealed(900), Lane.ENTRY);
        until(() -> courier.progress().state() == LinkState.REVOKED);
        assertThat(outbox.waitingCount()).isEqualTo(1);

        join();
        until(() -> outbox.receipts().containsKey(kept));
    }
}

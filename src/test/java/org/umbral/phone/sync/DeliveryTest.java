package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.umbral.phone.store.Lane;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.wire.MailPage;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

class DeliveryTest extends CourierCase {
    @Test
    void wordsAndPhotosArriveOverTls() throws Exception {
        overTls();
        byte[] words = sealed(1800);
        byte[] photo = sealed(300_000);
        Sha256 one = outbox.enqueue(words, Lane.EMERGENCY_ENTRY);
        Sha256 two = outbox.enqueue(photo, Lane.EVIDENCE);

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.waiting()).isEmpty();
        assertThat(clinic.held.get(one.hex())).isEqualTo(words);
        assertThat(clinic.held.get(two.hex())).isEqualTo(photo);
        assertThat(clinic.calls)
                .filteredOn(call -> call.is("PUT", Wire.ENVELOPES))
                .allMatch(call -> call.header(Wire.LANE).equals("emergency")
                        && call.header("content-type").equals(Wire.SEALED));
        assertThat(courier.progress().sentBytes()).isEmpty();
        assertThat(courier.progress().lastContact()).isPresent();
    }

    @Test
    void aPoisonItemInTheMiddleOfFiftyBlocksNothing() throws Exception {
        overTls();
        List<Sha256> names = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            names.add(outbox.enqueue(sealed(900 + i), Lane.ENTRY));
        }
        Sha256 poison = names.get(25);
        clinic.script =
                call -> call.path().endsWith(poison.hex()) ? FakeClinic.Reply.problem(413, Problem.TOO_LARGE) : null;

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.receipts()).hasSize(49);
        assertThat(outbox.waiting()).singleElement().satisfies(item -> {
            assertThat(item.name()).isEqualTo(poison);
            assertThat(item.refused()).contains("too-large");
        });
    }

    @Test
    void anItemThatMakesTheClinicFailBlocksNothingAndIsTriedAgain() throws Exception {
        overTls();
        Sha256 poison = outbox.enqueue(sealed(100), Lane.ENTRY);
        Sha256 fine = outbox.enqueue(sealed(200), Lane.ENTRY);
        clinic.script = call -> call.path().endsWith(poison.hex()) ? FakeClinic.Reply.html(500) : null;

        courier.start();
        untilResting(LinkState.CLINIC_BUSY);
        assertThat(outbox.receipts()).containsOnlyKeys(fine);

        clinic.script = call -> null;
        courier.wake();
        untilResting(LinkState.IDLE);
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void aBodyThatTheClinicSawBreakOffIsNotRefusedForGood() throws Exception {
        overTls();
        Sha256 name = outbox.enqueue(sealed(90_000), Lane.EVIDENCE);
        clinic.script =
                call -> call.method().equals("POST") ? FakeClinic.Reply.problem(400, Problem.BAD_REQUEST) : null;
        courier.start();
        untilResting(LinkState.CLINIC_BUSY);
        assertThat(outbox.waiting())
                .singleElement()
                .matches(item -> item.refused().isEmpty());

        clinic.script = call -> null;
        courier.wake();
        untilResting(LinkState.IDLE);
        assertThat(outbox.receipts()).containsOnlyKeys(name);
    }

    @Test
    void aDamagedFileOfOursIsNamedAsDamaged() throws Exception {
        overTls();
        Sha256 name = outbox.enqueue(sealed(5000), Lane.ENTRY);
        outbox.replaceBytes(name, sealed(5000));

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.waiting())
                .singleElement()
                .extracting(item -> item.refused().orElse(""))
                .isEqualTo("sealed-bytes-damaged");
    }

    @Test
    void aForgedReceiptKeepsTheItem() throws Exception {
        overTls();
        clinic.receiptSigner = SigningKey.generate(new java.security.SecureRandom());
        Sha256 name = outbox.enqueue(sealed(500), Lane.ENTRY);
        Sha256 photo = outbox.enqueue(sealed(100_000), Lane.EVIDENCE);

        courier.start();
        untilResting(LinkState.NOT_THE_CLINIC);

        assertThat(outbox.receipts()).isEmpty();
        assertThat(outbox.waiting()).extracting(Waiting::name).containsExactly(name, photo);
    }

    @Test
    void aReceiptAboutOtherBytesKeepsTheItem() throws Exception {
        overTls();
        Sha256 name = outbox.enqueue(sealed(500), Lane.ENTRY);
        clinic.script = call -> call.is("PUT", Wire.ENVELOPES)
                ? FakeClinic.Reply.json(
                        201,
                        new Receipt(1, Sha256.ofText("other").hex(), 500, "one", 1, "2026-11-21T10:00:00Z")
                                .sign(clinic.receiptKey))
                : null;

        courier.start();
        untilResting(LinkState.NOT_THE_CLINIC);

        assertThat(outbox.waiting()).extracting(Waiting::name).containsExactly(name);
    }

    @Test
    void aNewEntryOvertakesAPhotoUnderWay() throws Exception {
        overLoopback();
        CountDownLatch entryCame = new CountDownLatch(1);
        clinic.pauseAt = 200_000;
        clinic.pause = entryCame;
        Sha256 photo = outbox.enqueue(sealed(12_000_000), Lane.EMERGENCY_EVIDENCE);
        courier.start();
        until(() -> clinic.evidenceBytes.get() >= 200_000);

        Sha256 entry = outbox.enqueue(sealed(700), Lane.ENTRY);
        until(() -> outbox.receipts().containsKey(entry));
        boolean photoStillUnderWay = !outbox.receipts().containsKey(photo);
        entryCame.countDown();
        untilResting(LinkState.IDLE);

        assertThat(photoStillUnderWay).isTrue();
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void mailIsFetchedToItsEndAndAgainAfterADelivery() throws Exception {
        overTls();
        clinic.letters = List.of(new MailPage.Letter(1, new byte[] {1}), new MailPage.Letter(2, new byte[] {2}));
        outbox.enqueue(sealed(500), Lane.ENTRY);

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.letterPositions()).containsExactly(1L, 2L);
        assertThat(outbox.mailCursor()).contains("one.2");
        assertThat(clinic.said().stream().filter(s -> s.startsWith("GET /v1/mail")))
                .hasSize(2);
        assertThat(timer.untilNext()).contains(java.time.Duration.ofSeconds(20));
    }

    @Test
    void nothingToDoIsTheGreetingAndOneLookForMail() throws Exception {
        overTls();
        courier.start();
        untilResting(LinkState.IDLE);
        assertThat(clinic.said()).containsExactlyInAnyOrder("GET /v1/clinic", "GET /v1/mail");

        timer.runNext();
        until(() -> clinic.calls.size() == 3);
        assertThat(clinic.said().get(2)).isEqualTo("GET /v1/mail?after=one.0");
    }

    @Test
    void onAMeteredConnectionWordsGoAndPhotosWaitUntilTheWorkerSendsThem() throws Exception {
        overTls();
        Sha256 words = outbox.enqueue(sealed(900), Lane.ENTRY);
        Sha256 photo = outbox.enqueue(sealed(90_000), Lane.EMERGENCY_EVIDENCE);
        courier.photosAllowed(false);
        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.receipts()).containsOnlyKeys(words);
        assertThat(clinic.evidenceBytes.get()).isZero();
        assertThat(courier.progress().photosWait()).isTrue();

        courier.photosAllowed(true);
        until(() -> outbox.receipts().containsKey(photo));
    }

    @Test
    void photosSentOnceGoAndTheNextWaitAgain() throws Exception {
        overTls();
        Sha256 first = outbox.enqueue(sealed(90_000), Lane.EVIDENCE);
        courier.photosAllowed(false);
        courier.start();
        untilResting(LinkState.IDLE);

        courier.sendPhotos();
        until(() -> outbox.receipts().containsKey(first));
        untilResting(LinkState.IDLE);
        Sha256 second = outbox.enqueue(sealed(80_000), Lane.EVIDENCE);
        Sha256 words = outbox.enqueue(sealed(700), Lane.ENTRY);
        until(() -> outbox.receipts().containsKey(words));
        untilResting(LinkState.IDLE);

        assertThat(outbox.waiting()).extracting(Waiting::name).containsExactly(second);
        assertThat(courier.progress().photosWait()).isTrue();
    }

    @Test
    void wordsBeforeAPhotoDoNotHoldItUpWhereTheClinicSpeaksNoHttp2() throws Exception {
        overLoopback();
        for (int i = 0; i < 3; i++) {
            outbox.enqueue(sealed(6000), Lane.ENTRY);
        }
        outbox.enqueue(sealed(300_000), Lane.EVIDENCE);

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void whatIsSealedWhileARoundEndsGoesAtOnce() throws Exception {
        overTls();
        outbox.enqueue(sealed(500), Lane.ENTRY);
        clinic.script = call -> {
            skipped.addAndGet(java.time.Duration.ofSeconds(2).toNanos());
            return null;
        };
        CountDownLatch ending = new CountDownLatch(1);
        outbox.whenDelivered = () -> {
            outbox.whenDelivered = () -> {};
            ending.countDown();
            Thread worker = new Thread(() -> outbox.enqueue(sealed(600), Lane.EMERGENCY_ENTRY));
            worker.start();
            try {
                worker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };

        courier.start();
        ending.await();
        until(() -> outbox.receipts().size() == 2);
    }

    @Test
    void thePhotoUnderWayStopsWhenPhotosAreToWait() throws Exception {
        overLoopback();
        clinic.pauseAt = 100_000;
        clinic.pause = new CountDownLatch(1);
        Sha256 photo = outbox.enqueue(sealed(9_000_000), Lane.EVIDENCE);
        courier.start();
        until(() -> clinic.evidenceBytes.get() >= 100_000);

        courier.photosAllowed(false);
        clinic.pause.countDown();
        untilResting(LinkState.IDLE);

        assertThat(outbox.waiting()).extracting(Waiting::name).containsExactly(photo);
    }
}

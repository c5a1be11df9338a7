package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.umbral.phone.store.Lane;
import org.umbral.shared.Sha256;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.MailPage;
import org.umbral.shared.wire.Wire;

/** A clinic that was restored from a backup gets what it lost, as far as this phone still has it (rule R8). */
class EpochTest extends CourierCase {
    @Test
    void anotherEpochIsAskedWhatItHoldsAndGetsWhatItLost() throws Exception {
        overTls();
        Sha256 lost = outbox.enqueue(sealed(500), Lane.ENTRY);
        Sha256 kept = outbox.enqueue(sealed(600), Lane.ENTRY);
        Sha256 gone = outbox.enqueue(sealed(700), Lane.ENTRY);
        courier.start();
        untilResting(LinkState.IDLE);
        assertThat(outbox.receipts()).hasSize(3);

        outbox.forgetBytes(gone);
        clinic.held.remove(lost.hex());
        clinic.held.remove(gone.hex());
        clinic.epoch = "two";
        clinic.letters = List.of(new MailPage.Letter(1, new byte[] {9}));
        clinic.calls.clear();
        courier.wake();
        until(() -> outbox.waiting().isEmpty() && clinic.held.containsKey(lost.hex()));
        untilResting(LinkState.IDLE);

        assertThat(outbox.epoch()).contains("two");
        assertThat(epochOf(lost)).isEqualTo("two");
        assertThat(epochOf(kept)).isEqualTo("two");
        assertThat(clinic.asked).hasSize(1);
        assertThat(clinic.asked.get(0).hashes()).containsExactlyInAnyOrder(lost.hex(), kept.hex());
        assertThat(clinic.asked.get(0).cannotServe())
                .extracting(HaveRequest.Gone::sha256)
                .containsExactly(gone.hex());
        assertThat(clinic.calls)
                .filteredOn(call -> call.is("PUT", Wire.ENVELOPES))
                .extracting(FakeClinic.Call::hash)
                .containsExactly(lost.hex());
        assertThat(outbox.letterPositions()).containsExactly(1L);
        assertThat(clinic.said()).contains("GET /v1/mail");
    }

    private String epochOf(Sha256 name) {
        return Objects.requireNonNull(outbox.receipts().get(name)).epoch();
    }

    @Test
    void aQuestionWhoseAnswerWasLostIsAskedAgainAlsoAfterARestart() throws Exception {
        overTls();
        Sha256 gone = outbox.enqueue(sealed(300), Lane.ENTRY);
        courier.start();
        until(() -> outbox.waiting().isEmpty());
        untilResting(LinkState.IDLE);
        outbox.forgetBytes(gone);
        clinic.held.clear();
        clinic.epoch = "two";
        AtomicInteger lost = new AtomicInteger();
        clinic.script =
                call -> call.is("POST", Wire.HAVE) && lost.getAndIncrement() == 0 ? FakeClinic.Reply.of(500) : null;
        courier.wake();
        untilResting(LinkState.CLINIC_BUSY);
        assertThat(outbox.epoch()).contains("two");
        assertThat(clinic.asked).isEmpty();
        courier.close();

        try (Courier next = OutboxCourier.of(outbox, timer.clock(), System::nanoTime, timer, workers, random, "test")) {
            next.start();
            until(() -> !clinic.asked.isEmpty());
            until(() -> outbox.unanswered().isEmpty());
        }
        assertThat(clinic.asked.get(0).cannotServe())
                .extracting(HaveRequest.Gone::sha256)
                .containsExactly(gone.hex());
    }

    @Test
    void whatTheClinicOfYetAnotherLifeLostIsSaidToThatOne() throws Exception {
        overTls();
        Sha256 gone = outbox.enqueue(sealed(300), Lane.ENTRY);
        courier.start();
        untilResting(LinkState.IDLE);
        outbox.forgetBytes(gone);
        clinic.held.clear();
        clinic.epoch = "two";
        clinic.script = call -> {
            if (call.is("POST", Wire.HAVE)) {
                clinic.epoch = "three";
            }
            return null;
        };
        courier.wake();
        until(() -> clinic.asked.size() == 2 && outbox.unanswered().isEmpty());

        assertThat(outbox.epoch()).contains("three");
        assertThat(clinic.asked.get(1).cannotServe())
                .extracting(HaveRequest.Gone::sha256)
                .containsExactly(gone.hex());
    }

    @Test
    void aQuestionWhoseAnswerCannotBeReadIsAskedAgain() throws Exception {
        overTls();
        courier.start();
        untilResting(LinkState.IDLE);
        clinic.epoch = "two";
        clinic.script = call -> call.is("POST", Wire.HAVE) ? FakeClinic.Reply.html(200) : null;
        courier.wake();
        untilResting(LinkState.NOT_THE_CLINIC);
        assertThat(outbox.unanswered()).isPresent();

        clinic.script = call -> null;
        timer.runNext();
        until(() -> outbox.unanswered().isEmpty());
        assertThat(clinic.asked).hasSize(1);
    }

    @Test
    void theQuestionComesInBatchesOfAThousand() throws Exception {
        overTls();
        outbox.epochChanged("before");
        for (int i = 0; i < 1203; i++) {
            byte[] bytes = sealed(300);
            Sha256 name = outbox.enqueue(bytes, Lane.ENTRY);
            clinic.held.put(name.hex(), bytes);
        }

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(clinic.asked).extracting(request -> request.hashes().size()).containsExactly(1000, 203);
        assertThat(outbox.receipts()).hasSize(1203);
    }

    @Test
    void aHalfUploadThatTheClinicNamedGoesOnWithoutAskingAgain() throws Exception {
        overLoopback();
        outbox.epochChanged("before");
        byte[] photo = sealed(200_000);
        Sha256 name = outbox.enqueue(photo, Lane.EVIDENCE);
        var half = new java.io.ByteArrayOutputStream();
        half.write(photo, 0, 120_000);
        clinic.halves.put(name.hex(), half);
        clinic.lengths.put(name.hex(), 200_000L);

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(clinic.held.get(name.hex())).isEqualTo(photo);
        assertThat(clinic.evidenceBytes.get()).isEqualTo(80_000);
        assertThat(clinic.said()).doesNotContain("HEAD /v1/evidence/#");
    }

    @Test
    void aClinicThatGivesSomethingNewAnOldPositionWasBroughtBackAndIsAskedWhatItHolds() throws Exception {
        overTls();
        Sha256 lost = outbox.enqueue(sealed(500), Lane.ENTRY);
        outbox.enqueue(sealed(600), Lane.ENTRY);
        courier.start();
        untilResting(LinkState.IDLE);

        clinic.held.remove(lost.hex());
        clinic.position.set(0);
        Sha256 fresh = outbox.enqueue(sealed(700), Lane.ENTRY);
        courier.wake();

        until(() -> clinic.held.containsKey(lost.hex()) && outbox.waiting().isEmpty());
        untilResting(LinkState.IDLE);
        assertThat(clinic.held).containsKey(fresh.hex());
        assertThat(clinic.asked).isNotEmpty();
    }

    @Test
    void receiptsWhosePositionsComeOutOfOrderAreAllTaken() throws Exception {
        overTls();
        for (int i = 0; i < 20; i++) {
            outbox.enqueue(sealed(400 + i), Lane.ENTRY);
        }
        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.waiting()).isEmpty();
        assertThat(clinic.asked).isEmpty();
    }
}

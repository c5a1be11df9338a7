package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.umbral.phone.store.Lane;
import org.umbral.phone.store.Outbox;
import org.umbral.shared.Sha256;
import org.umbral.shared.wire.Wire;

/** Known bytes are never sent twice. */
class ResumeTest extends CourierCase {
    private List<FakeClinic.Call> calls(Predicate<FakeClinic.Call> which) {
        return clinic.calls.stream().filter(which).toList();
    }

    @Test
    void whereAllIsThereAndNoReceiptItIsAnnouncedAnew() throws Exception {
        overTls();
        Sha256 name = outbox.enqueue(sealed(90_000), Lane.EVIDENCE);
        outbox.tried(name);
        AtomicBoolean first = new AtomicBoolean(true);
        clinic.script = call -> call.is("HEAD", Wire.EVIDENCE) && first.getAndSet(false)
                ? FakeClinic.Reply.of(200).with(Wire.UPLOAD_OFFSET, 90_000)
                : null;

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.receipts()).containsKey(name);
        assertThat(clinic.said()).contains("POST /v1/evidence/#");
    }

    @Test
    void afterACutItGoesOnAtOnceAtTheByteAndSendsExactlyWhatIsMissing() throws Exception {
        overLoopback();
        byte[] photo = sealed(900_000);
        Sha256 name = outbox.enqueue(photo, Lane.EVIDENCE);
        clinic.cutAfter.set(333_333);

        courier.start();
        untilResting(LinkState.NO_CONNECTION);
        assertThat(timer.runNext()).isZero();
        untilResting(LinkState.IDLE);

        assertThat(clinic.held.get(name.hex())).isEqualTo(photo);
        assertThat(clinic.evidenceBytes.get()).isEqualTo(photo.length);
        assertThat(calls(call -> call.method().equals("POST"))).hasSize(1);
        assertThat(calls(call -> call.method().equals("PATCH"))).singleElement().satisfies(patch -> {
            assertThat(patch.header(Wire.UPLOAD_OFFSET)).isEqualTo("333333");
            assertThat(patch.header("content-length")).isEqualTo(Integer.toString(900_000 - 333_333));
        });
    }

    @Test
    void aCutInTheMiddleOfAPatchResumesToo() throws Exception {
        overLoopback();
        byte[] photo = sealed(900_000);
        Sha256 name = outbox.enqueue(photo, Lane.EVIDENCE);
        clinic.cutAfter.set(100_001);
        courier.start();
        untilResting(LinkState.NO_CONNECTION);

        clinic.cutAfter.set(500_002);
        timer.runNext();
        until(() -> timer.untilNext().isPresent());
        untilResting(LinkState.NO_CONNECTION);
        assertThat(timer.runNext()).isZero();
        untilResting(LinkState.IDLE);

        assertThat(clinic.held.get(name.hex())).isEqualTo(photo);
        assertThat(clinic.evidenceBytes.get()).isEqualTo(photo.length);
        assertThat(calls(call -> call.method().equals("PATCH")))
                .extracting(call -> call.header(Wire.UPLOAD_OFFSET))
                .containsExactly("100001", "500002");
    }

    @Test
    void whatWasWholeBeforeTheAnswerWasLostSendsNothingAgain() throws Exception {
        overLoopback();
        byte[] photo = sealed(200_000);
        Sha256 name = outbox.enqueue(photo, Lane.EVIDENCE);
        clinic.cutAfter.set(200_000);

        courier.start();
        untilResting(LinkState.NO_CONNECTION);
        timer.runNext();
        untilResting(LinkState.IDLE);

        assertThat(outbox.receipts()).containsKey(name);
        assertThat(clinic.evidenceBytes.get()).isEqualTo(200_000);
        assertThat(calls(call -> call.method().equals("PATCH"))).isEmpty();
    }

    @Test
    void anUploadThatTheClinicForgotBeginsAnew() throws Exception {
        overTls();
        byte[] photo = sealed(150_000);
        Sha256 name = outbox.enqueue(photo, Lane.EVIDENCE);
        ((Outbox) outbox).tried(name);

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(clinic.held.get(name.hex())).isEqualTo(photo);
        assertThat(clinic.said()).containsSubsequence("HEAD /v1/evidence/#", "POST /v1/evidence/#");
    }

    @Test
    void aPartThatWeDidNotKnowOfIsNotSentAgain() throws Exception {
        overLoopback();
        byte[] photo = sealed(150_000);
        Sha256 name = outbox.enqueue(photo, Lane.EVIDENCE);
        var half = new java.io.ByteArrayOutputStream();
        half.write(photo, 0, 99_999);
        clinic.halves.put(name.hex(), half);

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(clinic.held.get(name.hex())).isEqualTo(photo);
        assertThat(clinic.evidenceBytes.get()).isEqualTo(150_000 - 99_999);
    }

    @Test
    void anotherOffsetThanOursIsAskedForAndFollowed() throws Exception {
        overTls();
        byte[] photo = sealed(150_000);
        Sha256 name = outbox.enqueue(photo, Lane.EVIDENCE);
        var half = new java.io.ByteArrayOutputStream();
        half.write(photo, 0, 50_000);
        clinic.halves.put(name.hex(), half);
        clinic.lengths.put(name.hex(), 150_000L);
        clinic.script = call -> call.method().equals("POST") ? FakeClinic.Reply.problem(409, "offset-differs") : null;

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(clinic.held.get(name.hex())).isEqualTo(photo);
        assertThat(clinic.evidenceBytes.get()).isEqualTo(100_000);
    }

    @Test
    void theOffsetOfOneFileIsAskedForBesideTheBytesOfAnother() throws Exception {
        overTls();
        Sha256 begun = outbox.enqueue(sealed(100_000), Lane.EVIDENCE);
        ((Outbox) outbox).tried(begun);
        Sha256 fresh = outbox.enqueue(sealed(200_000), Lane.EVIDENCE);

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.receipts()).containsOnlyKeys(begun, fresh);
        assertThat(timer.untilNext()).contains(Duration.ofSeconds(20));
    }
}

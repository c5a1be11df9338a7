package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Lane;
import org.umbral.shared.Sha256;
import org.umbral.shared.wire.MailPage;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** Retries never stop (rule R10), and a person can read where they stand. */
class RetryTest extends CourierCase {
    private final Sha256 item = outbox.enqueue(sealed(500), Lane.ENTRY);

    private void nobodyListens() throws Exception {
        outbox.link(clinic.link("http://127.0.0.1:" + refusing(), List.of()));
    }

    @Test
    void waitsGrowWithJitterFromASecondToFiveMinutesAndGoOn() throws Exception {
        nobodyListens();
        courier.start();
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            until(() -> timer.untilNext().isPresent());
            waits.add(timer.runNext());
        }

        long full = 1000;
        for (Duration wait : waits) {
            assertThat(wait.toMillis()).isBetween(full / 2, full);
            full = Math.min(full * 2, 300_000);
        }
        assertThat(courier.progress().state()).isIn(LinkState.NO_CONNECTION, LinkState.CONNECTING);
    }

    @Test
    void aStoreThatDoesNotAnswerIsToldAsSuchAndTriedAgain() throws Exception {
        overLoopback();
        outbox.answers(false);
        courier.start();
        untilResting(LinkState.STORE_TROUBLE);
        assertThat(clinic.calls).isEmpty();

        outbox.answers(true);
        timer.runNext();

        untilResting(LinkState.IDLE);
        assertThat(outbox.receipts()).containsKey(item);
    }

    @Test
    void aStoreThatFailsBeforeTheFirstJoinLeavesThePhoneNotJoined() throws Exception {
        outbox.answers(false);
        courier.start();
        untilResting(LinkState.STORE_TROUBLE);

        outbox.answers(true);
        timer.runNext();

        untilResting(LinkState.NOT_JOINED);
    }

    @Test
    void wakingTriesAtOnceAndBeginsTheWaitsAnew() throws Exception {
        nobodyListens();
        courier.start();
        for (int i = 0; i < 6; i++) {
            until(() -> timer.untilNext().isPresent());
            timer.runNext();
        }
        until(() -> timer.untilNext().isPresent());
        courier.wake();
        until(() -> timer.untilNext().isPresent());
        assertThat(timer.untilNext().orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(1));

        overLoopback();
        until(() -> courier.progress().state() == LinkState.IDLE);
        assertThat(outbox.receipts()).containsKey(item);
    }

    @Test
    void aFullDiskAtTheClinicIsBusyAndItsWishIsKept() throws Exception {
        overTls();
        clinic.script = call -> call.is("PUT", Wire.ENVELOPES)
                ? FakeClinic.Reply.problem(507, Problem.DISK_FULL).with("Retry-After", 77)
                : null;
        courier.start();
        untilResting(LinkState.CLINIC_BUSY);
        assertThat(timer.untilNext()).contains(Duration.ofSeconds(77));

        clinic.script = call -> null;
        timer.runNext();
        untilResting(LinkState.IDLE);
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void aClinicWhoseDiskIsFullIsStillAskedForItsLettersAndToldWhatWaits() throws Exception {
        overTls();
        courier.start();
        untilResting(LinkState.IDLE);
        clinic.letters = List.of(new MailPage.Letter(1, new byte[] {1}));
        clinic.script =
                call -> call.is("PUT", Wire.ENVELOPES) ? FakeClinic.Reply.problem(507, Problem.DISK_FULL) : null;
        outbox.enqueue(sealed(600), Lane.ENTRY);
        courier.wake();

        untilResting(LinkState.CLINIC_BUSY);
        assertThat(clinic.calls.get(clinic.calls.size() - 1).is("GET", Wire.MAIL))
                .isTrue();
        assertThat(outbox.mailCursor()).contains("one.1");
        assertThat(outbox.waiting()).hasSize(1);
    }

    @Test
    void tooMuchIsTriedAgainWhenTheClinicSaid() throws Exception {
        overTls();
        clinic.script = call -> call.is("PUT", Wire.ENVELOPES)
                ? FakeClinic.Reply.problem(429, Problem.TOO_MUCH).with("Retry-After", 30)
                : null;
        courier.start();
        untilResting(LinkState.CLINIC_BUSY);

        assertThat(timer.untilNext()).contains(Duration.ofSeconds(30));
    }

    @Test
    void aClinicThatNamesNoTimeIsNotAskedAgainAtOnce() throws Exception {
        overTls();
        clinic.script = call -> call.is("PUT", Wire.ENVELOPES)
                ? FakeClinic.Reply.problem(429, Problem.TOO_MUCH).with("Retry-After", 0)
                : null;
        courier.start();
        untilResting(LinkState.CLINIC_BUSY);

        assertThat(timer.untilNext()).contains(Duration.ofSeconds(1));
    }

    @Test
    void whoIsWokenBehindACallThatNobodyAnswersCallsAnew() throws Exception {
        List<Socket> callers = new CopyOnWriteArrayList<>();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            workers.execute(() -> {
                try {
                    while (true) {
                        callers.add(silent.accept());
                    }
                } catch (IOException closed) {
                    // The test is over.
                }
            });
            outbox.link(
                    clinic.link("https://127.0.0.1:" + silent.getLocalPort(), List.of(FakeClinic.print(certificate))));
            courier.start();
            until(() -> callers.size() == 1);

            skipped.addAndGet(Duration.ofSeconds(6).toNanos());
            courier.wake();

            until(() -> callers.size() == 2);
            courier.close();
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }

    @Test
    void aRevokedPhoneKeepsItsQueueAndTriesNoMoreUntilItJoinedAgain() throws Exception {
        overTls();
        clinic.script = call -> call.is("GET", Wire.CLINIC) ? null : FakeClinic.Reply.problem(403, Problem.REVOKED);
        courier.start();
        untilResting(LinkState.REVOKED);

        assertThat(outbox.link().map(ClinicLink::revoked)).contains(true);
        assertThat(outbox.waitingCount()).isEqualTo(1);
        assertThat(timer.untilNext()).isEmpty();
        int before = clinic.calls.size();
        courier.wake();
        outbox.enqueue(sealed(300), Lane.ENTRY);
        assertThat(clinic.calls).hasSize(before);

        clinic.script = call -> null;
        overTls();
        until(() -> outbox.waiting().isEmpty());
        untilResting(LinkState.IDLE);
    }

    @Test
    void offAndOnAgainInOneMomentIsNoTrouble() throws Exception {
        overLoopback();
        CountDownLatch later = new CountDownLatch(1);
        clinic.pause = later;
        clinic.pauseAt = 50_000;
        Sha256 photo = outbox.enqueue(sealed(9_000_000), Lane.EVIDENCE);
        List<LinkState> heard = new CopyOnWriteArrayList<>();
        courier.onProgress(progress -> heard.add(progress.state()));
        courier.start();
        until(() -> clinic.evidenceBytes.get() >= 50_000);

        for (int i = 0; i < 20; i++) {
            courier.networkAllowed(false);
            courier.networkAllowed(true);
        }
        later.countDown();
        clinic.pauseAt = Long.MAX_VALUE;
        until(() -> outbox.receipts().containsKey(photo));

        assertThat(heard).doesNotContain(LinkState.STORE_TROUBLE);
    }

    @Test
    void switchingOffEndsARequestAtOnceAndOnGoesOn() throws Exception {
        overLoopback();
        CountDownLatch never = new CountDownLatch(1);
        clinic.pause = never;
        clinic.pauseAt = 50_000;
        Sha256 photo = outbox.enqueue(sealed(9_000_000), Lane.EVIDENCE);
        courier.start();
        until(() -> clinic.evidenceBytes.get() >= 50_000);

        courier.networkAllowed(false);
        untilResting(LinkState.SWITCHED_OFF);
        until(() -> courier.progress().sentBytes().isEmpty());
        assertThat(courier.progress().nextTry()).isEmpty();
        assertThat(timer.untilNext()).isEmpty();
        outbox.enqueue(sealed(300), Lane.ENTRY);
        assertThat(courier.progress().state()).isEqualTo(LinkState.SWITCHED_OFF);

        never.countDown();
        clinic.pauseAt = Long.MAX_VALUE;
        courier.networkAllowed(true);
        until(() -> outbox.receipts().containsKey(photo));
        untilResting(LinkState.IDLE);
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void beforeAJoinNothingIsTried() {
        courier.start();
        courier.wake();
        until(() -> courier.progress().state() == LinkState.NOT_JOINED);
        assertThat(timer.untilNext()).isEmpty();
    }

    @Test
    void listenersHearOfStatesAndBytes() throws Exception {
        overLoopback();
        List<LinkState> heard = new java.util.concurrent.CopyOnWriteArrayList<>();
        courier.onProgress(progress -> heard.add(progress.state()));
        courier.start();
        untilResting(LinkState.IDLE);
        until(() -> heard.contains(LinkState.IDLE));
    }
}

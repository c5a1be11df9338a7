package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Photo bytes on their way: as many as the link holds and a quarter of a second more, by a clock that the test moves. */
class FlightTest {
    private static final int PIECE = 2000;

    private final AtomicLong nanos = new AtomicLong(1);
    private final LinkSense sense = new LinkSense();
    private final Flight flight = new Flight(sense, nanos::get);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    /** A link of 64,000 bytes a second and 300 ms there and back, well known. */
    private void know() {
        answerOften(6400, Duration.ofMillis(100), Duration.ofMillis(300));
    }

    /** A link of four million bytes a second and 20 ms, well known. */
    private void knowAFastOne() {
        answerOften(40_000, Duration.ofMillis(10), Duration.ofMillis(20));
    }

    private void answerOften(int bytes, Duration within, Duration trip) {
        for (int i = 0; i < 20; i++) {
            sense.sample(bytes, within.toNanos(), trip.toNanos());
        }
    }

    private int sendUntilFull() throws IOException {
        int left = 0;
        while (left + PIECE <= sense.window().bytes()) {
            flight.pass(PIECE);
            if (flight.left(PIECE)) {
                flight.ask();
            }
            left += PIECE;
        }
        return left;
    }

    @Test
    void theWindowIsWhatTheLinkHoldsAndAQuarterOfASecond() {
        know();
        assertThat(sense.window().bytes()).isEqualTo((int) (64_000 * 0.55));
        assertThat(sense.window().most()).isEqualTo((int) (64_000 * 0.85));
        assertThat(sense.perSecond()).hasValue(64_000);
    }

    @Test
    void beforeAnythingIsKnownAndOnTheSlowestLinkAFewPiecesMayLeave() {
        assertThat(sense.window().bytes()).isEqualTo(40 * 1024);
        sense.sample(
                1000, Duration.ofSeconds(1).toNanos(), Duration.ofMillis(300).toNanos());
        assertThat(sense.window().bytes()).isEqualTo(LinkSense.LEAST_BYTES);
    }

    /** So that its answer is there before all of them have left a slow link. */
    @Test
    void beforeAnythingIsKnownTheFirstQuestionFollowsAThirdOfThose() {
        int first = 8183;
        assertThat(flight.left(first)).isFalse();
        assertThat(flight.left(first)).isTrue();
    }

    @Test
    void overANewConnectionNoMoreLeavesThanBeforeAnythingWasKnownUntilAnAnswerIsAsFastAsBefore() {
        knowAFastOne();
        sense.doubt();
        assertThat(sense.window().bytes()).isEqualTo(40 * 1024);
        assertThat(sense.window().most()).isEqualTo(40 * 1024);
        knowAFastOne();
        assertThat(sense.window().bytes()).isEqualTo(1_080_000);
    }

    @Test
    void aFirstAnswerThatTakesTwiceAsLongIsOfAnotherLink() {
        knowAFastOne();
        sense.doubt();
        know();
        assertThat(sense.window().bytes()).isEqualTo((int) (64_000 * 0.55));
        assertThat(sense.perSecond()).hasValue(64_000);
    }

    @Test
    void aSlowAnswerOverTheSameConnectionIsTheSameLink() {
        knowAFastOne();
        sense.sample(
                6400, Duration.ofMillis(100).toNanos(), Duration.ofMillis(300).toNanos());
        assertThat(sense.window().bytes()).isEqualTo(1_080_000);
    }

    @Test
    void beyondTheWindowBytesWaitForAnAnswer() throws Exception {
        sendUntilFull();
        Flight.Mark mark = flight.ask();
        Future<?> next = threads.submit(() -> {
            flight.pass(PIECE);
            return null;
        });
        await().during(Duration.ofMillis(200)).until(() -> !next.isDone());

        pass(300);
        flight.answered(mark);

        await().atMost(Duration.ofSeconds(20)).until(next::isDone);
    }

    @Test
    void whereTheWindowShrinksAfterTheLastQuestionWasAnsweredAPieceAndAQuestionGo() throws Exception {
        know();
        flight.left(PIECE);
        Flight.Mark mark = flight.ask();
        int left = 0;
        while (left <= LinkSense.LEAST_BYTES) {
            assertThat(flight.left(PIECE)).isFalse();
            left += PIECE;
        }
        sense.doubt();
        pass(4000);
        flight.answered(mark);
        assertThat(sense.window().bytes()).isEqualTo(LinkSense.LEAST_BYTES);

        Future<?> next = threads.submit(() -> {
            flight.pass(PIECE);
            return null;
        });

        await().atMost(Duration.ofSeconds(20)).until(next::isDone);
        assertThat(flight.left(PIECE)).isTrue();
        flight.ask();
        Future<?> waits = threads.submit(() -> {
            flight.pass(PIECE);
            return null;
        });
        await().during(Duration.ofMillis(200)).until(() -> !waits.isDone());
    }

    @Test
    void whileAnswersAreLateBytesGoOnAtTheLinksPaceForOneRoundTripMore() throws Exception {
        know();
        int left = sendUntilFull();
        int late = 0;
        while (left + late + PIECE <= sense.window().most()) {
            pass(PIECE / 64 + 1);
            flight.pass(PIECE);
            flight.left(PIECE);
            late += PIECE;
        }
        assertThat(late).isBetween(15_000, 20_000);
        Future<?> tooMuch = threads.submit(() -> {
            flight.pass(PIECE);
            return null;
        });
        pass(1000);
        await().during(Duration.ofMillis(200)).until(() -> !tooMuch.isDone());
    }

    @Test
    void aBurstOfHeldUpAnswersSaysNothingOfTheRate() throws Exception {
        know();
        for (int i = 0; i < 20; i++) {
            // A question each 100 ms, and all their answers in one moment.
            flight.left(6400);
            pass(100);
            flight.ask();
        }
        Flight.Mark first = flight.ask();
        pass(400);
        flight.left(6400);
        Flight.Mark second = flight.ask();
        pass(5);
        flight.answered(first);
        flight.answered(second);

        assertThat(sense.perSecond().orElseThrow()).isBetween(60_000L, 70_000L);
    }

    @Test
    void theTimeBeforeTheFirstByteSaysNothingOfTheRate() {
        pass(5000);
        flight.left(6400);
        Flight.Mark mark = flight.ask();
        pass(100);
        flight.answered(mark);

        assertThat(sense.perSecond()).hasValue(64_000);
    }

    @Test
    void whoWaitsGoesAwayWhenTheRoundEnds() throws Exception {
        sendUntilFull();
        Future<?> waits = threads.submit(() -> {
            flight.pass(PIECE);
            return null;
        });
        flight.end();
        assertThatThrownBy(waits::get).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void withoutQuestionsNothingIsHeldBack() throws Exception {
        flight.unmeasured();
        for (int i = 0; i < 100; i++) {
            flight.pass(PIECE);
            flight.left(PIECE);
        }
        assertThat(sense.perSecond()).isEmpty();
    }
}

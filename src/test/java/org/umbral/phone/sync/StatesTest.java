package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.umbral.shared.Bug;

class StatesTest {
    @ParameterizedTest
    @EnumSource(
            value = LinkState.class,
            names = {"NO_CONNECTION", "NOT_THE_CLINIC", "CLINIC_BUSY", "STORE_TROUBLE"})
    void everyRetryGoesThroughConnecting(LinkState waiting) {
        assertThatCode(() -> Transitions.check(waiting, LinkState.CONNECTING)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Transitions.check(waiting, LinkState.SENDING)).isInstanceOf(Bug.class);
        assertThatThrownBy(() -> Transitions.check(waiting, LinkState.IDLE)).isInstanceOf(Bug.class);
    }

    @ParameterizedTest
    @EnumSource(LinkState.class)
    void revokedIsLeftOnlyByJoiningAgain(LinkState next) {
        if (next != LinkState.CONNECTING && next != LinkState.IDLE) {
            assertThatThrownBy(() -> Transitions.check(LinkState.REVOKED, next)).isInstanceOf(Bug.class);
        }
    }

    @ParameterizedTest
    @EnumSource(value = LinkState.class, mode = EnumSource.Mode.EXCLUDE, names = "REVOKED")
    void theStoreMayFailAtAnyMoment(LinkState before) {
        assertThatCode(() -> Transitions.check(before, LinkState.STORE_TROUBLE)).doesNotThrowAnyException();
    }

    @Test
    void aForeignCertificateIsSomebodyElseAndABrokenLineIsNobody() {
        SSLHandshakeException foreign = new SSLHandshakeException("refused");
        foreign.initCause(new CertificateException("a foreign key"));
        SSLHandshakeException cut = new SSLHandshakeException("terminated");
        cut.initCause(new EOFException());

        assertThat(Halt.of(foreign).state()).isEqualTo(LinkState.NOT_THE_CLINIC);
        assertThat(Halt.of(new SSLException("no TLS message")).state()).isEqualTo(LinkState.NOT_THE_CLINIC);
        assertThat(Halt.of(cut).state()).isEqualTo(LinkState.NO_CONNECTION);
        assertThat(Halt.of(new SocketTimeoutException()).state()).isEqualTo(LinkState.NO_CONNECTION);
        assertThat(Halt.of(new UnknownHostException()).state()).isEqualTo(LinkState.NO_CONNECTION);
        assertThat(Halt.of(new ConnectException()).state()).isEqualTo(LinkState.NO_CONNECTION);
        assertThat(Halt.of(new IOException()).state()).isEqualTo(LinkState.NO_CONNECTION);
    }

    @Test
    void mailIsLookedForOftenAfterADeliveryAndSeldomLater() {
        Pacing pacing = new Pacing(new Random(1), () -> 0);
        Instant now = Instant.parse("2026-11-21T10:00:00Z");

        assertThat(pacing.untilMail(Optional.empty(), now)).isEqualTo(Duration.ofMinutes(15));
        assertThat(pacing.untilMail(Optional.of(now.minusSeconds(60 * 29)), now))
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(pacing.untilMail(Optional.of(now.minusSeconds(60 * 31)), now))
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(pacing.untilMail(Optional.of(now.minusSeconds(60 * 61)), now))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void onlyTheFirstRetryAfterACutIsImmediateUnlessSomethingGotAcross() {
        Pacing pacing = new Pacing(new Random(1), () -> 0);

        assertThat(pacing.afterFailure(false, true, Optional.empty())).isZero();
        assertThat(pacing.afterFailure(false, true, Optional.empty())).isPositive();
        assertThat(pacing.afterFailure(true, true, Optional.empty())).isZero();
    }
}

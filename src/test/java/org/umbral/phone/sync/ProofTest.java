package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Lane;
import org.umbral.shared.Sha256;
import org.umbral.shared.secret.SigningKey;

/** Who answers is proven before anything of the queue leaves (rule R12). */
class ProofTest extends CourierCase {
    private final Sha256 item = outbox.enqueue(sealed(500), Lane.ENTRY);

    @Test
    void aForeignKeyGetsNothing() throws Exception {
        HeldCertificate foreign = new HeldCertificate.Builder().build();
        overTls(foreign, List.of(FakeClinic.print(certificate)));

        courier.start();
        untilResting(LinkState.NOT_THE_CLINIC);

        assertThat(clinic.calls).isEmpty();
        assertThat(outbox.waiting()).singleElement().matches(waiting -> waiting.tries() == 0);
    }

    @Test
    void theRightKeyIsAcceptedInACertificateThatExpiredLongAgo() throws Exception {
        HeldCertificate old = new HeldCertificate.Builder()
                .validityInterval(
                        Instant.parse("1999-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2000-01-01T00:00:00Z").toEpochMilli())
                .commonName("some.other.name")
                .build();
        overTls(old, List.of(FakeClinic.print(old)));

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.receipts()).containsKey(item);
    }

    @Test
    void theRightKeyIsAcceptedInACertificateThatOurClockTakesForOneOfTheFuture() throws Exception {
        HeldCertificate future = new HeldCertificate.Builder()
                .validityInterval(
                        Instant.parse("2040-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2041-01-01T00:00:00Z").toEpochMilli())
                .build();
        overTls(future, List.of(FakeClinic.print(certificate), FakeClinic.print(future)));

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.receipts()).containsKey(item);
    }

    @Test
    void withAHostNameTheUsualChecksHoldAndASelfSignedCertificateIsForeign() throws Exception {
        MockWebServer server = overTls();
        outbox.link(withHostName(clinic.link(Fronts.address(server), List.of()), "clinic.example.org"));

        courier.start();
        untilResting(LinkState.NOT_THE_CLINIC);

        assertThat(clinic.calls).isEmpty();
    }

    @Test
    void aCaptivePortalOnLoopbackIsNamedAndGetsNothingOfTheQueue() throws Exception {
        overLoopback();
        clinic.script = call -> FakeClinic.Reply.html(200);

        courier.start();
        untilResting(LinkState.NOT_THE_CLINIC);

        assertThat(clinic.said()).containsOnly("GET /v1/clinic");
        assertThat(clinic.calls.get(0).header("authorization")).isEmpty();
    }

    @Test
    void aClinicWithAnotherSigningKeyOnLoopbackGetsNothing() throws Exception {
        String address = overLoopback();
        FakeClinic other = new FakeClinic();
        outbox.link(other.link(address, List.of()));

        courier.start();
        untilResting(LinkState.NOT_THE_CLINIC);

        assertThat(clinic.said()).containsOnly("GET /v1/clinic");
    }

    @Test
    void aPortalThatSpeaksNoTlsIsNotTheClinic() throws Exception {
        try (ServerSocket portal = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "https://127.0.0.1:" + portal.getLocalPort();
            outbox.link(clinic.link(address, List.of(FakeClinic.print(certificate))));
            courier.start();
            try (Socket visitor = portal.accept()) {
                assertThat(visitor.getInputStream().read(new byte[2000])).isPositive();
                visitor.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\nsign in".getBytes(StandardCharsets.US_ASCII));
                untilResting(LinkState.NOT_THE_CLINIC);
            }
        }
    }

    @Test
    void aPortalBehindTheClinicsOwnKeyIsStillNamed() throws Exception {
        overTls();
        clinic.script = call -> FakeClinic.Reply.html(200);

        courier.start();
        untilResting(LinkState.NOT_THE_CLINIC);

        assertThat(outbox.receipts()).isEmpty();
    }

    @Test
    void plainHttpBeyondLoopbackIsRefused() throws Exception {
        outbox.link(clinic.link("http://192.0.2.1:8080", List.of()));

        courier.start();
        untilResting(LinkState.NOT_THE_CLINIC);

        assertThat(courier.progress().lastContact()).isEmpty();
    }

    @Test
    void theNextAddressIsTriedWhereTheFirstIsDead() throws Exception {
        MockWebServer server = overTls();
        String dead = "https://127.0.0.1:" + refusing();
        ClinicLink one = clinic.link(dead, List.of(FakeClinic.print(certificate)));
        outbox.link(withAddresses(one, List.of(dead, Fronts.address(server))));

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.receipts()).containsKey(item);
    }

    @Test
    void aGreetingSignedByALaterKeyIsTakenOverTlsOnly() throws Exception {
        MockWebServer server = overTls();
        ClinicLink link = clinic.link(Fronts.address(server), List.of(FakeClinic.print(certificate)));
        String before = SigningKey.generate(new java.security.SecureRandom())
                .verifyingKey()
                .text();
        outbox.link(withSigningKey(link, 0, before));

        courier.start();
        untilResting(LinkState.IDLE);

        assertThat(outbox.receipts()).containsKey(item);
    }

    private static ClinicLink withHostName(ClinicLink link, String name) {
        return copy(link, link.addresses(), name, link.signingKeyNumber(), link.signingKey());
    }

    private static ClinicLink withAddresses(ClinicLink link, List<String> addresses) {
        return copy(link, addresses, link.tlsHostName(), link.signingKeyNumber(), link.signingKey());
    }

    private static ClinicLink withSigningKey(ClinicLink link, int number, String key) {
        return copy(link, link.addresses(), link.tlsHostName(), number, key);
    }

    private static ClinicLink copy(
            ClinicLink link, List<String> addresses, @Nullable String hostName, int signingNumber, String signingKey) {
        return new ClinicLink(
                link.clinic(),
                link.clinicName(),
                link.device(),
                link.person(),
                addresses,
                link.token(),
                link.tlsPrints(),
                hostName,
                signingNumber,
                signingKey,
                link.receiptKey(),
                link.identityNumber(),
                link.identity(),
                link.emergencyTelephone(),
                false);
    }
}

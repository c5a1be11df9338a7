package org.umbral.phone.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HeldCertificate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Lane;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.wire.Invitation;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

class JoinTest extends CourierCase {
    private final SecureRandom secure = new SecureRandom();
    private final SigningKey device = SigningKey.generate(secure);
    private final OpeningKey mailbox = OpeningKey.generate(secure);

    private void join(Invitation invitation) throws Failure {
        courier.join(invitation, device.verifyingKey(), mailbox.sealingKey());
    }

    private Invitation invitation(MockWebServer server) {
        return clinic.invitation(List.of(Fronts.address(server)), List.of(certificate));
    }

    private static void assertFails(ThrowingCallable joining, Class<? extends Failure> kind, String reason) {
        assertThatThrownBy(joining).isInstanceOf(kind).hasMessage(reason);
    }

    @Test
    void aJoinFilesTheLinkAndDeliversWhatWaited() throws Exception {
        MockWebServer server = overTls();
        Sha256 item = outbox.enqueue(sealed(500), Lane.ENTRY);
        outbox.link(outbox.link().orElseThrow().asRevoked());
        courier.start();
        untilResting(LinkState.REVOKED);

        join(invitation(server));

        ClinicLink link = outbox.link().orElseThrow();
        assertThat(link.revoked()).isFalse();
        assertThat(link).isEqualTo(clinic.link(Fronts.address(server), List.of(FakeClinic.print(certificate))));
        until(() -> outbox.receipts().containsKey(item));
        untilResting(LinkState.IDLE);
    }

    @Test
    void whatTheClinicSignedBesideTheLinkIsFiledWithIt() throws Exception {
        join(invitation(overTls()));

        assertThat(outbox.documents()).extracting(SignedDocument::kind).containsExactly("policy");
        assertThat(outbox.documents().get(0).holds(clinic.signing.verifyingKey()))
                .isTrue();
    }

    @Test
    void aForeignKeyNeverSeesTheCode() throws Exception {
        HeldCertificate foreign = new HeldCertificate.Builder().build();
        MockWebServer server = overTls(foreign, List.of());

        assertFails(() -> join(invitation(server)), GiveUp.class, "not-the-clinic");
        assertThat(clinic.calls).isEmpty();
    }

    @Test
    void aPageThatIsNotOursOnLoopbackNeverSeesTheCode() throws Exception {
        String address = overLoopback();
        clinic.script = call -> FakeClinic.Reply.html(200);

        assertFails(() -> join(clinic.invitation(List.of(address), List.of())), GiveUp.class, "not-the-clinic");
        assertThat(clinic.said()).containsExactly("GET /v1/clinic");
    }

    @Test
    void plainHttpBeyondLoopbackIsRefused() {
        Invitation far = clinic.invitation(List.of("http://192.0.2.1"), List.of());
        assertFails(() -> join(far), GiveUp.class, "not-the-clinic");
    }

    @Test
    void aCodeThatWasUsedUpAsksThePerson() throws Exception {
        MockWebServer server = overTls();
        clinic.script =
                call -> call.is("POST", Wire.DEVICES) ? FakeClinic.Reply.problem(410, Problem.CODE_USED_UP) : null;

        assertFails(() -> join(invitation(server)), AskThePerson.class, "code-used-up");
    }

    @Test
    void withoutAnAnswerThereIsNoConnection() throws Exception {
        MockWebServer server = overTls();
        Invitation invitation = invitation(server);
        server.close();

        assertFails(() -> join(invitation), TryAgain.class, "no-connection");
    }

    @Test
    void anotherReceiptKeyThanTheInvitationNamesIsRefused() throws Exception {
        MockWebServer server = overTls();
        Invitation invitation = invitation(server);
        clinic.receiptSigner = SigningKey.generate(secure);

        assertFails(() -> join(invitation), GiveUp.class, "clinic-key-differs");
    }

    @Test
    void anotherSigningKeyThanTheInvitationNamesIsRefused() throws Exception {
        MockWebServer server = overTls();
        FakeClinic other = new FakeClinic();
        Invitation invitation = other.invitation(List.of(Fronts.address(server)), List.of(certificate));

        assertFails(() -> join(invitation), GiveUp.class, "clinic-key-differs");
        assertThat(outbox.link().map(ClinicLink::receiptKey))
                .contains(clinic.receiptKey.verifyingKey().text());
    }

    @Test
    void anAnswerWithPartsMissingIsNotTheClinic() throws Exception {
        MockWebServer server = overTls();
        clinic.script = call -> new FakeClinic.Reply(201, new java.util.TreeMap<>(), "{\"documents\":[]}".getBytes());

        assertFails(() -> join(invitation(server)), GiveUp.class, "not-the-clinic");
    }

    @Test
    void whileTheNetworkIsSwitchedOffNobodyIsAsked() throws Exception {
        MockWebServer server = overTls();
        courier.networkAllowed(false);

        assertFails(() -> join(invitation(server)), TryAgain.class, "no-connection");
        assertThat(clinic.calls).isEmpty();
    }
}

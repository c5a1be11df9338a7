package org.umbral.phone.sync;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.umbral.phone.store.ClinicLink;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.ClinicAnswer;
import org.umbral.shared.wire.EnrolAnswer;
import org.umbral.shared.wire.EnrolRequest;
import org.umbral.shared.wire.Invitation;
import org.umbral.shared.wire.Problem;
import org.umbral.shared.wire.Wire;

/** Joining: everything that the clinic says is checked against the prints of the invitation before any of it counts. */
final class Enrolment {
    private static final MediaType JSON = MediaType.get(Wire.JSON);
    private static final Set<DocumentKind> KEPT =
            EnumSet.of(DocumentKind.POLICY, DocumentKind.CATALOGUE, DocumentKind.TABLE);

    private final Invitation invitation;
    private final EnrolRequest request;
    private final ExecutorService workers;

    Enrolment(Invitation invitation, VerifyingKey device, SealingKey mailbox, String app, ExecutorService workers) {
        this.invitation = invitation;
        this.request = new EnrolRequest(invitation.code(), device.text(), mailbox.text(), app);
        this.workers = workers;
    }

    /** What a join gives: the link, and the signed documents that it does not hold itself. */
    record Joined(ClinicLink link, List<SignedDocument> documents) {}

    Joined join() throws Failure {
        ClinicLine line = new ClinicLine(Peer.of(invitation), workers, () -> {});
        try {
            EnrolAnswer answer = ask(line);
            return new Joined(link(answer), others(answer));
        } finally {
            line.hangUp();
        }
    }

    private EnrolAnswer ask(ClinicLine line) throws Failure {
        Halt worst = new Halt(LinkState.NO_CONNECTION);
        for (int i = 0; i < invitation.addresses().size(); i++) {
            try {
                lookFirstOnLoopback(line);
                return read(line.ask(new Request.Builder()
                        .url(line.url().newBuilder().encodedPath(Wire.DEVICES).build())
                        .post(RequestBody.create(Json.write(request), JSON))
                        .build()));
            } catch (IOException e) {
                Halt halt = Halt.of(e);
                worst = halt.state() == LinkState.NOT_THE_CLINIC ? halt : worst;
                line.nextAddress();
            }
        }
        throw worst.state() == LinkState.NOT_THE_CLINIC ? new GiveUp("not-the-clinic") : new TryAgain("no-connection");
    }

    /** Without TLS the one-time code goes only to something that speaks like a clinic. */
    private static void lookFirstOnLoopback(ClinicLine line) throws IOException, GiveUp {
        if (!line.url().isHttps()) {
            Request look = new Request.Builder()
                    .url(line.url().newBuilder().encodedPath(Wire.CLINIC).build())
                    .build();
            known(line.ask(look), ClinicAnswer.class);
        }
    }

    private static EnrolAnswer read(Answer answer) throws Failure {
        if (answer.isSuccess()) {
            return known(answer, EnrolAnswer.class);
        }
        if (answer.reason().equals(Problem.CODE_USED_UP)) {
            throw new AskThePerson("code-used-up");
        }
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new TryAgain("clinic-busy");
        }
        throw new GiveUp("not-the-clinic");
    }

    private static <T> T known(Answer answer, Class<T> type) throws GiveUp {
        try {
            return answer.read(type);
        } catch (GiveUp e) {
            throw new GiveUp("not-the-clinic", e);
        }
    }

    private ClinicLink link(EnrolAnswer answer) throws GiveUp {
        try {
            return checkedLink(answer);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new GiveUp("not-the-clinic", e);
        }
    }

    private ClinicLink checkedLink(EnrolAnswer answer) throws GiveUp {
        VerifyingKey signing = new VerifyingKey(answer.signingKey());
        if (!isPrint(invitation.signingPrint(), signing.print())) {
            throw new GiveUp("clinic-key-differs");
        }
        for (SignedDocument document : answer.documents()) {
            if (!Answer.whole(document).holds(signing)) {
                throw new GiveUp("clinic-key-differs");
            }
        }
        Documents.Clinic clinic = required(answer, DocumentKind.CLINIC, Documents.Clinic.class, signing);
        Documents.Key receipt = required(answer, DocumentKind.RECEIPT_KEY, Documents.Key.class, signing);
        Documents.Identity identity = required(answer, DocumentKind.IDENTITY, Documents.Identity.class, signing);
        if (!isPrint(invitation.receiptPrint(), new VerifyingKey(receipt.verifyingKey()).print())
                || !invitation.identity().text().equals(identity.sealingKey())
                || !answer.clinic().equals(clinic.clinic())) {
            throw new GiveUp("clinic-key-differs");
        }
        Optional<Documents.TlsKeys> tls = find(answer, DocumentKind.TLS_KEYS, Documents.TlsKeys.class, signing);
        Peer peer = tls.map(keys -> new Peer(invitation.addresses(), Set.copyOf(keys.prints()), keys.hostName()))
                .filter(said -> !said.tlsPrints().isEmpty() || said.tlsHostName() != null)
                .orElse(Peer.of(invitation));
        return new ClinicLink(
                answer.clinic(),
                clinic.name(),
                answer.device(),
                answer.person(),
                invitation.addresses(),
                answer.token(),
                List.copyOf(peer.tlsPrints()),
                peer.tlsHostName(),
                answer.signingKeyNumber(),
                signing.text(),
                receipt.verifyingKey(),
                identity.number(),
                identity.sealingKey(),
                clinic.emergencyTelephone(),
                false);
    }

    private static <T> T required(EnrolAnswer answer, DocumentKind kind, Class<T> type, VerifyingKey signing)
            throws GiveUp {
        return find(answer, kind, type, signing).orElseThrow(() -> new GiveUp("not-the-clinic"));
    }

    private static <T> Optional<T> find(EnrolAnswer answer, DocumentKind kind, Class<T> type, VerifyingKey signing)
            throws GiveUp {
        for (SignedDocument document : answer.documents()) {
            if (document.kind().equals(kind.wireName())) {
                return Optional.of(document.verified(kind, type, signing));
            }
        }
        return Optional.empty();
    }

    /** After the check, which is of every document. */
    private static List<SignedDocument> others(EnrolAnswer answer) {
        return answer.documents().stream()
                .filter(document -> DocumentKind.ofWireName(document.kind())
                        .filter(KEPT::contains)
                        .isPresent())
                .toList();
    }

    private static boolean isPrint(List<Byte> expected, byte[] print) {
        return expected.equals(Invitation.print(Arrays.copyOf(print, print.length)));
    }
}

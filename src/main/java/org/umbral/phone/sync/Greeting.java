package org.umbral.phone.sync;

import org.umbral.phone.store.ClinicLink;
import org.umbral.shared.GiveUp;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.wire.ClinicAnswer;

/** What the clinic says of itself has to be signed by the clinic that this phone joined. */
final class Greeting {
    private Greeting() {}

    /** @param handshakeProves over TLS a signing key that is later than ours is believed: its letter is on the way */
    static void check(Answer answer, ClinicLink link, boolean handshakeProves) throws Halt {
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new Halt(LinkState.CLINIC_BUSY, Verdict.waitAsked(answer));
        }
        try {
            ClinicAnswer said = answer.read(ClinicAnswer.class);
            boolean laterKey = handshakeProves && Answer.whole(said.clinic()).key() > link.signingKeyNumber();
            if (!laterKey) {
                Documents.Clinic clinic = Answer.whole(said.clinic())
                        .verified(DocumentKind.CLINIC, Documents.Clinic.class, link.clinicSigningKey());
                if (!link.clinic().equals(clinic.clinic())) {
                    throw new GiveUp("not-the-clinic");
                }
            }
        } catch (GiveUp e) {
            throw new Halt(LinkState.NOT_THE_CLINIC);
        }
    }
}

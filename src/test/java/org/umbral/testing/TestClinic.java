package org.umbral.testing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.umbral.phone.store.ClinicLink;
import org.umbral.phone.store.Outbox;
import org.umbral.phone.store.Waiting;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Receipt;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SealingKey;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.wire.MailPage;

/** The keys of a fictitious clinic, and what it would answer, without a server. */
public final class TestClinic {
    public static final int KEY_NUMBER = 3;

    private final SigningKey signing;
    private final SigningKey receipts;
    private final OpeningKey identity;
    private String epoch = "epoch-1";
    private long position;
    private long letters;

    public TestClinic(SecureRandom random) {
        signing = SigningKey.generate(random);
        receipts = SigningKey.generate(random);
        identity = OpeningKey.generate(random);
    }

    public ClinicLink link() {
        return link("token-1");
    }

    public ClinicLink link(String token) {
        return new ClinicLink(
                "clinic-ficticia",
                "Clínica Ficticia",
                "device-1",
                "person-1",
                List.of("https://clinic.example.org:8443"),
                token,
                List.of(),
                "clinic.example.org",
                KEY_NUMBER,
                signing.verifyingKey().text(),
                receipts.verifyingKey().text(),
                1,
                identity.sealingKey().text(),
                "+1 202 555 0100",
                false);
    }

    public OpeningKey identity() {
        return identity;
    }

    public SigningKey signing() {
        return signing;
    }

    public String epoch() {
        return epoch;
    }

    public long position() {
        return position;
    }

    /** The clinic's store begins another life. */
    public void restore(String newEpoch) {
        epoch = newEpoch;
        position = 0;
    }

    public Receipt receiptFor(Waiting item, Instant at) {
        return new Receipt(Receipt.FORMAT, item.name().hex(), item.size(), epoch, ++position, at.toString());
    }

    public void receive(Outbox outbox, Waiting item, Instant at) throws TryAgain {
        Receipt receipt = receiptFor(item, at);
        outbox.received(receipt, receipt.sign(receipts));
    }

    /** Receipts whatever waits. */
    public void receiveAll(Outbox outbox, Instant at) throws TryAgain {
        for (Waiting item : outbox.waiting()) {
            receive(outbox, item, at);
        }
    }

    public SignedDocument sign(DocumentKind kind, Object payload) {
        return SignedDocument.sign(kind, KEY_NUMBER, payload, signing);
    }

    /** Delivers a page of mail with these documents, each sealed to the phone. */
    public void send(Outbox outbox, SealingKey to, SignedDocument... documents) throws TryAgain {
        List<MailPage.Letter> page = new java.util.ArrayList<>();
        for (SignedDocument document : documents) {
            page.add(new MailPage.Letter(++letters, Age.seal(Json.write(document), to)));
        }
        outbox.mail(new MailPage(epoch, epoch + "-" + letters, false, page));
    }
}

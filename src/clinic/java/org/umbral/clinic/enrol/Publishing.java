package org.umbral.clinic.enrol;

import java.util.Objects;
import java.util.Optional;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.ClinicState;
import org.umbral.clinic.store.PublicDocuments;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.VerifyingKey;
import org.umbral.shared.wire.Wire;

/**
 * Signs, in a staff session, what every phone gets when it joins, so that phones can join while nobody is logged in.
 * Thread-safe.
 */
public final class Publishing {
    static final String SIGNING_KEY = "signing-key";
    static final String SIGNING_KEY_NUMBER = "signing-key-number";

    private final ClinicState state;
    private final PublicDocuments documents;
    private final ClinicFacts.Source facts;
    private final Addresses addresses;
    private final VerifyingKey receiptKey;
    private final Documents.CatalogueText catalogue;
    private final Letters letters;

    public Publishing(
            ClinicState state,
            PublicDocuments documents,
            ClinicFacts.Source facts,
            Addresses addresses,
            VerifyingKey receiptKey,
            Documents.CatalogueText catalogue,
            Letters letters) {
        this.state = state;
        this.documents = documents;
        this.letters = letters;
        this.facts = facts;
        this.addresses = addresses;
        this.receiptKey = receiptKey;
        this.catalogue = catalogue;
    }

    Addresses addresses() {
        return addresses;
    }

    VerifyingKey receiptKey() {
        return receiptKey;
    }

    ClinicFacts facts() throws TryAgain {
        return facts.get();
    }

    /** Signs what is missing, changed or signed by another key. To be called at each login; cheap where nothing changed. */
    public void publish(KeyRing ring) throws TryAgain {
        ClinicFacts clinic = facts.get();
        put(
                ring,
                DocumentKind.CLINIC,
                new Documents.Clinic(
                        1,
                        clinic.clinic(),
                        clinic.name(),
                        Wire.API_VERSION,
                        clinic.emergencyTelephone(),
                        Envelope.MAX_BYTES,
                        Envelope.MAX_EVIDENCE_BYTES));
        put(ring, DocumentKind.RECEIPT_KEY, new Documents.Key(1, SignedDocument.RECEIPT_KEY, receiptKey.text()));
        announce(ring, identity(ring));
        put(ring, DocumentKind.IDENTITY, identity(ring));
        put(ring, DocumentKind.TLS_KEYS, addresses.document());
        put(ring, DocumentKind.POLICY, Documents.Policy.DEFAULT);
        put(ring, DocumentKind.CATALOGUE, catalogue);
        state.put(SIGNING_KEY_NUMBER, Integer.toString(ring.signingKeyNumber()));
        state.put(SIGNING_KEY, ring.signingKey().verifyingKey().text());
    }

    /** What phones seal to now. */
    static Documents.Identity identity(KeyRing ring) {
        int number = ring.identities().lastKey();
        OpeningKey key = Objects.requireNonNull(ring.identities().get(number));
        return new Documents.Identity(1, number, key.sealingKey().text());
    }

    /** The same for an invitation, also by somebody who does not hold the keys: what was published last. */
    Documents.Identity identityFor(KeyRing ring) throws TryAgain {
        if (ring.readsCases()) {
            return identity(ring);
        }
        return published().orElseThrow(() -> new TryAgain("not-set-up"));
    }

    VerifyingKey signingKeyFor(KeyRing ring) throws TryAgain {
        return ring.readsCases()
                ? ring.signingKey().verifyingKey()
                : new VerifyingKey(state.get(SIGNING_KEY).orElseThrow(() -> new TryAgain("not-set-up")));
    }

    /** Phones that joined before follow by letter; a stop between letters and document sends them again, to no harm. */
    private void announce(KeyRing ring, Documents.Identity now) throws TryAgain {
        Optional<Documents.Identity> before = published();
        if (before.isPresent() && before.get().number() < now.number()) {
            letters.sendAll(ring, DocumentKind.IDENTITY, now);
        }
    }

    private Optional<Documents.Identity> published() throws TryAgain {
        Optional<SignedDocument> document = documents.find(DocumentKind.IDENTITY);
        try {
            return document.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Json.read(document.get().payload(), Documents.Identity.class));
        } catch (GiveUp e) {
            throw new TryAgain("stored-keys-damaged", e);
        }
    }

    private void put(KeyRing ring, DocumentKind kind, Object payload) throws TryAgain {
        Optional<SignedDocument> now = documents.find(kind);
        boolean stands = now.filter(document -> document.key() == ring.signingKeyNumber()
                        && document.payload().equals(Json.writeText(payload))
                        && document.holds(ring.signingKey().verifyingKey()))
                .isPresent();
        if (!stands) {
            documents.put(SignedDocument.sign(kind, ring.signingKeyNumber(), payload, ring.signingKey()));
        }
    }
}

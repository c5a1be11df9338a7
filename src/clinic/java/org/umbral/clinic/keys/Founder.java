package org.umbral.clinic.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.umbral.clinic.store.StaffRows.Founding;
import org.umbral.clinic.store.StaffRows.Member;
import org.umbral.clinic.store.StaffRows.PersonsKey;
import org.umbral.clinic.store.StaffRows.PublicDocument;
import org.umbral.clinic.store.StaffRows.RingKey;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedDocument;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.secret.WrappedKey;
import org.umbral.shared.wire.Wire;

/** Makes every key of a new clinic, and signs what anybody may read; nothing that it gives back is in the clear. */
final class Founder {
    private static final int FIRST = 1;
    private static final List<Audience> DATA_KEYS = List.of(Audience.STAFF, Audience.SPONSOR, Audience.ATTORNEY);

    private final ServerKeys serverKeys;
    private final Documents.CatalogueText catalogue;
    private final Supplier<Argon2Cost> cost;
    private final SecureRandom random;

    Founder(ServerKeys serverKeys, Documents.CatalogueText catalogue, Supplier<Argon2Cost> cost, SecureRandom random) {
        this.serverKeys = serverKeys;
        this.catalogue = catalogue;
        this.cost = cost;
        this.random = random;
    }

    Founding found(String clinicName, String telephone, String staffName, Passphrase passphrase, OpeningKey identity)
            throws TryAgain {
        String clinic = id();
        try (AesKey own = AesKey.generate(random);
                AesKey ring = AesKey.generate(random);
                AesKey staffData = AesKey.generate(random);
                SigningKey signing = SigningKey.generate(random)) {
            String staff = id();
            List<PersonsKey> persons = new ArrayList<>();
            persons.add(Wraps.seal(own, staff, Wraps.RING, ring));
            for (Audience audience : DATA_KEYS) {
                try (AesKey data = audience == Audience.STAFF ? staffData.copy() : AesKey.generate(random)) {
                    persons.add(Wraps.seal(own, staff, Wraps.dataName(audience), data));
                }
            }
            List<RingKey> ringKeys = List.of(Wraps.seal(ring, FIRST, identity), Wraps.seal(ring, FIRST, signing));
            Member member = new Member(
                    staff,
                    Wraps.loginHash(clinic, staffName),
                    StaffSession.Role.ATTORNEY.name(),
                    staffData.seal(staffName.getBytes(StandardCharsets.UTF_8), Wraps.namePlace(staff)),
                    Json.writeText(WrappedKey.wrap(own, passphrase, Wraps.PURPOSE, cost.get(), random)));
            return new Founding(
                    clinic, member, persons, ringKeys, documents(clinic, clinicName, telephone, identity, signing));
        }
    }

    private List<PublicDocument> documents(
            String clinic, String name, String telephone, OpeningKey identity, SigningKey signing) throws TryAgain {
        var about = new Documents.Clinic(
                1, clinic, name, Wire.API_VERSION, telephone, Envelope.MAX_BYTES, Envelope.MAX_EVIDENCE_BYTES);
        var receiptKey = new Documents.Key(1, FIRST, serverKeys.receiptKey().text());
        var identityNow = new Documents.Identity(1, FIRST, identity.sealingKey().text());
        var tlsKeys = new Documents.TlsKeys(1, serverKeys.tlsPrints(), null);
        var signingKey = new Documents.Key(1, FIRST, signing.verifyingKey().text());
        return List.of(
                signed(DocumentKind.CLINIC, about, signing),
                signed(DocumentKind.SIGNING_KEY, signingKey, signing),
                signed(DocumentKind.RECEIPT_KEY, receiptKey, signing),
                signed(DocumentKind.IDENTITY, identityNow, signing),
                signed(DocumentKind.TLS_KEYS, tlsKeys, signing),
                signed(DocumentKind.POLICY, Documents.Policy.DEFAULT, signing),
                signed(DocumentKind.CATALOGUE, catalogue, signing));
    }

    private static PublicDocument signed(DocumentKind kind, Object payload, SigningKey key) {
        return new PublicDocument(kind.wireName(), Json.writeText(SignedDocument.sign(kind, FIRST, payload, key)));
    }

    private String id() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}

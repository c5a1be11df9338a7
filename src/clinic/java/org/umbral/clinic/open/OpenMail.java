package org.umbral.clinic.open;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.store.AdmittedKeys;
import org.umbral.clinic.store.Device;
import org.umbral.shared.GiveUp;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.OpeningKey;

/**
 * From an envelope to an entry whose signature and author were checked (design §1, step "open"). Touches no disk. One
 * object serves one staff request and holds what was known then; it does not close the ring.
 */
public final class OpenMail {
    private final KeyRing ring;
    private final Trust trust;

    /**
     * @param clinic this clinic's id
     * @param devices every phone that ever joined
     * @param admitted keys that staff confirmed
     */
    public OpenMail(
            KeyRing ring, String clinic, Catalogue catalogue, List<Device> devices, Set<AdmittedKeys.Signer> admitted) {
        this.ring = ring;
        trust = new Trust(clinic, devices, admitted, new PhoneFields(catalogue));
    }

    /** Never fails: whatever the bytes are, the answer says what to do with them (rule R7). */
    public Opened open(byte[] sealed, Instant receivedAt) {
        try {
            SignedEntry signed = unsealed(sealed);
            return trusted(EntryJson.read(signed.json()), signed, receivedAt);
        } catch (GiveUp refused) {
            return refused.reason().equals("not-our-format") && isPhoto(sealed)
                    ? new Opened.Evidence()
                    : new Opened.Refused(refused.reason());
        } catch (IllegalStateException ours) {
            throw ours;
        } catch (RuntimeException poison) {
            // A reader that stumbles over foreign bytes must not stop the mail behind them.
            return new Opened.Refused("not-our-format");
        }
    }

    private Opened trusted(Entry entry, SignedEntry signed, Instant receivedAt) throws GiveUp {
        try {
            trust.require(entry, signed, receivedAt);
            return new Opened.Counted(entry, signed);
        } catch (GiveUp refused) {
            if (!Trust.OF_THE_KEY.contains(refused.reason())) {
                throw refused;
            }
            Author author = entry.author();
            return new Opened.Refused(
                    refused.reason(), Optional.of(new AdmittedKeys.Signer(author.key(), author.device())));
        }
    }

    /** With the newest identity first; most mail is sealed to it. */
    private SignedEntry unsealed(byte[] sealed) throws GiveUp {
        GiveUp last = new GiveUp("not-sealed-to-this-key");
        for (OpeningKey identity : ring.identitiesNewestFirst()) {
            try {
                return SignedEntry.open(sealed, identity);
            } catch (GiveUp e) {
                if (!e.reason().equals("not-sealed-to-this-key")) {
                    throw e;
                }
                last = e;
            }
        }
        throw last;
    }

    private boolean isPhoto(byte[] sealed) {
        for (OpeningKey identity : ring.identitiesNewestFirst()) {
            try {
                byte[] plain = Age.open(sealed, identity);
                return plain.length > 2 && (plain[0] & 0xFF) == 0xFF && (plain[1] & 0xFF) == 0xD8;
            } catch (GiveUp otherIdentity) {
                continue;
            }
        }
        return false;
    }
}

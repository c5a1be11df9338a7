package org.umbral.phone.seal;

import java.security.SecureRandom;
import java.util.Arrays;
import org.umbral.phone.unlock.DeviceKeys;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.EntryJson;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.envelope.Envelope;
import org.umbral.shared.envelope.SignedEntry;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SealingKey;

/** The one door of sealing. Thread-safe while the device keys are open. */
public final class Sealer {
    private final DeviceKeys keys;
    private final SecureRandom random;

    public Sealer(DeviceKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** Signs and seals. {@code AskThePerson("entry-too-long")} where it would not fit into one envelope. */
    public SealedEntry seal(Entry entry, SealingKey clinic) throws AskThePerson {
        byte[] json = EntryJson.write(entry);
        if (json.length > Envelope.MAX_ENTRY_BYTES) {
            throw new AskThePerson("entry-too-long");
        }
        SignedEntry signed = SignedEntry.sign(json, entry.author().device(), keys.signing());
        Envelope envelope = signed.sealTo(clinic);
        if (envelope.bytes().length > Envelope.MAX_BYTES) {
            throw new AskThePerson("entry-too-long");
        }
        return new SealedEntry(json, signed.hash(), envelope);
    }

    /** Seals a JPEG to the clinic and to a key of its own; grows it by less than a kilobyte and 16 bytes for each 64 KiB. */
    public SealedPhoto sealPhoto(byte[] jpeg, SealingKey clinic) throws AskThePerson {
        try (OpeningKey once = OpeningKey.generate(random)) {
            byte[] sealed = Age.seal(jpeg, clinic, once.sealingKey());
            if (sealed.length > Envelope.MAX_EVIDENCE_BYTES) {
                throw new AskThePerson("picture-too-large");
            }
            return new SealedPhoto(Sha256.of(sealed), sealed, once.raw());
        }
    }

    /** The JPEG inside; {@code GiveUp} as {@link Age#open} says. */
    public byte[] openPhoto(byte[] sealed, byte[] key) throws GiveUp {
        try (OpeningKey once = OpeningKey.of(key)) {
            return Age.open(sealed, once);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Opens what was sealed to this phone: the clinic's letters, and captures that were found while it was locked. */
    public byte[] openOwn(byte[] sealed) throws GiveUp {
        return Age.open(sealed, keys.mailbox());
    }
}

package org.umbral.clinic.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.umbral.clinic.store.StaffRows.PersonsKey;
import org.umbral.clinic.store.StaffRows.RingKey;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;

/**
 * How the keys hang together: a passphrase opens the person's own key (one Argon2id a login), that opens the ring key and
 * the data keys of the person's role, and the ring key opens identities and signing keys. Each sealed key is bound to the
 * place where it stands.
 */
final class Wraps {
    static final String PURPOSE = "clinic staff";
    static final String RING = "ring";
    static final String IDENTITY = "identity";
    static final String SIGNING = "signing";

    private Wraps() {}

    static String dataName(Audience audience) {
        return "data-" + audience.wireName();
    }

    static String loginHash(String clinic, String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return Sha256.ofText("umbral login|" + clinic + "|" + folded).hex();
    }

    static byte[] namePlace(String staff) {
        return place("staff|" + staff + "|name");
    }

    static PersonsKey seal(AesKey own, String staff, String name, AesKey key) {
        return new PersonsKey(staff, name, sealWiping(own, key.raw(), personsPlace(staff, name)));
    }

    static RingKey seal(AesKey ring, int number, OpeningKey key) {
        return new RingKey(
                IDENTITY, number, key.sealingKey().text(), sealWiping(ring, key.raw(), ringPlace(IDENTITY, number)));
    }

    static RingKey seal(AesKey ring, int number, SigningKey key) {
        return new RingKey(
                SIGNING, number, key.verifyingKey().text(), sealWiping(ring, key.raw(), ringPlace(SIGNING, number)));
    }

    /** {@code GiveUp("sealed-value-damaged")} where a row is not what it was. */
    static KeyRing open(AesKey own, List<PersonsKey> persons, List<RingKey> rows, SecureRandom random) throws GiveUp {
        Map<String, AesKey> keys = new HashMap<>();
        for (PersonsKey key : persons) {
            byte[] raw = own.open(key.sealed(), personsPlace(key.staff(), key.name()));
            keys.put(key.name(), AesKey.of(raw, random));
            Arrays.fill(raw, (byte) 0);
        }
        Map<Audience, AesKey> data = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            AesKey key = keys.get(dataName(audience));
            if (key != null) {
                data.put(audience, key);
            }
        }
        AesKey ring = keys.get(RING);
        if (ring == null) {
            throw new GiveUp("sealed-value-damaged");
        }
        try (ring) {
            return ring(ring, rows, data);
        }
    }

    private static KeyRing ring(AesKey ring, List<RingKey> rows, Map<Audience, AesKey> data) throws GiveUp {
        Map<Integer, OpeningKey> identities = new HashMap<>();
        SigningKey signing = null;
        int newest = 0;
        for (RingKey row : rows) {
            byte[] raw = ring.open(row.sealed(), ringPlace(row.kind(), row.number()));
            if (row.kind().equals(IDENTITY)) {
                identities.put(row.number(), OpeningKey.of(raw));
            } else if (row.number() > newest) {
                signing = SigningKey.of(raw);
                newest = row.number();
            }
            Arrays.fill(raw, (byte) 0);
        }
        if (signing == null) {
            throw new GiveUp("sealed-value-damaged");
        }
        return new KeyRing(identities, newest, signing, data);
    }

    private static byte[] sealWiping(AesKey under, byte[] raw, byte[] place) {
        byte[] sealed = under.seal(raw, place);
        Arrays.fill(raw, (byte) 0);
        return sealed;
    }

    private static byte[] personsPlace(String staff, String name) {
        return place("staff_keys|" + staff + "|" + name);
    }

    private static byte[] ringPlace(String kind, int number) {
        return place("ring_keys|" + kind + "|" + number);
    }

    private static byte[] place(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

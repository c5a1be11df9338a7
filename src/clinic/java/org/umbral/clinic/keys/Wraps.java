package org.umbral.clinic.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.store.KeyRows.OlderKey;
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
    static final String INVITED = "clinic invitation";
    static final String RING = "ring";
    static final String PEOPLE = "people";
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

    static OlderKey seal(AesKey next, String name, int number, AesKey older) {
        return new OlderKey(name, number, sealWiping(next, older.raw(), olderPlace(name, number)));
    }

    /** The keys that stand under a person's own key; {@code GiveUp("sealed-value-damaged")} where a row is not what it was. */
    static Bunch open(AesKey own, List<PersonsKey> persons, SecureRandom random) throws GiveUp {
        Map<String, AesKey> keys = new HashMap<>();
        for (PersonsKey key : persons) {
            keys.put(key.name(), key(own, key.sealed(), personsPlace(key.staff(), key.name()), random));
        }
        return Bunch.of(keys);
    }

    /** The ring of a person; copies the keys. */
    static KeyRing ring(Bunch bunch, List<RingKey> rows, List<OlderKey> older, SecureRandom random) throws GiveUp {
        Map<Audience, AesKey> data = new EnumMap<>(Audience.class);
        for (Audience audience : Audience.values()) {
            Optional<AesKey> key = bunch.key(dataName(audience));
            if (key.isPresent()) {
                data.put(audience, withOlder(key.get(), dataName(audience), older, random));
            }
        }
        AesKey people = withOlder(
                bunch.key(PEOPLE).orElseThrow(() -> new GiveUp("sealed-value-damaged")), PEOPLE, older, random);
        Optional<AesKey> ring = bunch.key(RING);
        return ring.isEmpty()
                ? new KeyRing(Map.of(), 0, null, null, data, people)
                : ring(ring.get().copy(), rows, data, people);
    }

    private static KeyRing ring(AesKey ring, List<RingKey> rows, Map<Audience, AesKey> data, AesKey people)
            throws GiveUp {
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
        if (signing == null || identities.isEmpty()) {
            throw new GiveUp("sealed-value-damaged");
        }
        return new KeyRing(identities, newest, signing, ring, data, people);
    }

    /** Each older key stands under the one that came next. */
    private static AesKey withOlder(AesKey newest, String name, List<OlderKey> rows, SecureRandom random)
            throws GiveUp {
        List<AesKey> newestFirst = new ArrayList<>();
        AesKey next = newest;
        for (OlderKey row : rows) {
            if (row.name().equals(name)) {
                next = key(next, row.sealed(), olderPlace(name, row.number()), random);
                newestFirst.add(next);
            }
        }
        return newest.copy().with(newestFirst);
    }

    /** The same key under another ring key. */
    static RingKey moved(RingKey row, AesKey from, AesKey to) throws GiveUp {
        byte[] place = ringPlace(row.kind(), row.number());
        return new RingKey(
                row.kind(), row.number(), row.publicKey(), sealWiping(to, from.open(row.sealed(), place), place));
    }

    private static AesKey key(AesKey under, byte[] sealed, byte[] place, SecureRandom random) throws GiveUp {
        byte[] raw = under.open(sealed, place);
        try {
            return AesKey.of(raw, random);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    /** A person's mailbox for keys: the secret half, under the person's own key. */
    static byte[] seal(AesKey own, String staff, OpeningKey mailbox) {
        return sealWiping(own, mailbox.raw(), mailboxPlace(staff));
    }

    static OpeningKey mailbox(AesKey own, String staff, byte[] sealed) throws GiveUp {
        byte[] raw = own.open(sealed, mailboxPlace(staff));
        try {
            return OpeningKey.of(raw);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
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

    private static byte[] olderPlace(String name, int number) {
        return place("older_keys|" + name + "|" + number);
    }

    private static byte[] mailboxPlace(String staff) {
        return place("staff|" + staff + "|mailbox");
    }

    static byte[] giftPlace(String staff, long number) {
        return place("staff_gifts|" + staff + "|" + number);
    }

    static byte[] invitationPlace(String invitation, String column) {
        return place("staff_invitations|" + invitation + "|" + column);
    }

    private static byte[] place(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

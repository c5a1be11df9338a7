package org.umbral.clinic.keys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.Bug;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;

/**
 * What a staff login unwraps, for one session: the key of names of staff and workers, which everybody has; for those who
 * read cases also identities that open envelopes, the signing key, and the data keys of their role. Closing wipes all of
 * it. Thread-safe until closed.
 */
public final class KeyRing implements AutoCloseable {
    private final SortedMap<Integer, OpeningKey> identities;
    private final int signingKeyNumber;
    private final @Nullable SigningKey signingKey;
    private final @Nullable AesKey ringKey;
    private final Map<Audience, AesKey> dataKeys;
    private final AesKey peopleKey;

    /** Takes the keys over: closing the ring closes them. Of a person who reads cases. */
    public KeyRing(
            Map<Integer, OpeningKey> identities,
            int signingKeyNumber,
            SigningKey signingKey,
            Map<Audience, AesKey> dataKeys,
            AesKey peopleKey) {
        this(identities, signingKeyNumber, signingKey, null, dataKeys, peopleKey);
    }

    /** The same of anybody; {@code signingKey} and {@code ringKey} are null for a person who reads no cases. */
    KeyRing(
            Map<Integer, OpeningKey> identities,
            int signingKeyNumber,
            @Nullable SigningKey signingKey,
            @Nullable AesKey ringKey,
            Map<Audience, AesKey> dataKeys,
            AesKey peopleKey) {
        this.identities = new TreeMap<>(identities);
        this.signingKeyNumber = signingKeyNumber;
        this.signingKey = signingKey;
        this.ringKey = ringKey;
        this.dataKeys = new EnumMap<>(Audience.class);
        this.dataKeys.putAll(dataKeys);
        this.peopleKey = peopleKey;
    }

    /** Of a person who reads no cases (design §6, coordinator). */
    public static KeyRing ofPeople(AesKey peopleKey) {
        return new KeyRing(Map.of(), 0, null, null, Map.of(), peopleKey);
    }

    /** Whether mail and cases open with it, and whether it signs for the clinic. */
    public boolean readsCases() {
        return signingKey != null && dataKeys.containsKey(Audience.STAFF);
    }

    /** Every identity by its number; the highest is the one that phones seal to now. */
    public SortedMap<Integer, OpeningKey> identities() {
        return identities;
    }

    /** In the order in which an opener tries them. */
    public List<OpeningKey> identitiesNewestFirst() {
        List<OpeningKey> newestFirst = new ArrayList<>(identities.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    public int signingKeyNumber() {
        return signingKeyNumber;
    }

    public SigningKey signingKey() {
        if (signingKey == null) {
            throw new Bug("a session that signs has the signing key");
        }
        return signingKey;
    }

    /** Copies of everything that can be given to others; empty of the ring key where the person reads no cases. */
    Bunch bunch() {
        Map<String, AesKey> keys = new HashMap<>();
        dataKeys.forEach((audience, key) -> keys.put(Wraps.dataName(audience), key.copy()));
        keys.put(Wraps.PEOPLE, peopleKey.copy());
        if (ringKey != null) {
            keys.put(Wraps.RING, ringKey.copy());
        }
        return Bunch.of(keys);
    }

    /** The key of the names of staff and workers, which every member of staff has. */
    public AesKey peopleKey() {
        return peopleKey;
    }

    /** The key of what this audience reads; empty where the role has none. */
    public Optional<AesKey> dataKey(Audience audience) {
        return Optional.ofNullable(dataKeys.get(audience));
    }

    /** The key of what all staff who read cases may read. */
    public AesKey staffKey() {
        return dataKey(Audience.STAFF).orElseThrow(() -> new Bug("a session that reads cases has the staff key"));
    }

    @Override
    public void close() {
        identities.values().forEach(OpeningKey::close);
        if (signingKey != null) {
            signingKey.close();
        }
        if (ringKey != null) {
            ringKey.close();
        }
        dataKeys.values().forEach(AesKey::close);
        peopleKey.close();
    }

    @Override
    public String toString() {
        return "KeyRing";
    }
}

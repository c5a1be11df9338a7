package org.umbral.clinic.keys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.umbral.shared.Bug;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;

/**
 * What a staff login unwraps, for one session: identities that open envelopes, the signing key, and the data keys that
 * the person's role may use. Closing wipes all of it. Thread-safe until closed.
 */
public final class KeyRing implements AutoCloseable {
    private final SortedMap<Integer, OpeningKey> identities;
    private final int signingKeyNumber;
    private final SigningKey signingKey;
    private final Map<Audience, AesKey> dataKeys;

    /** Takes the keys over: closing the ring closes them. */
    public KeyRing(
            Map<Integer, OpeningKey> identities,
            int signingKeyNumber,
            SigningKey signingKey,
            Map<Audience, AesKey> dataKeys) {
        if (identities.isEmpty()) {
            throw new Bug("a ring holds an identity");
        }
        this.identities = new TreeMap<>(identities);
        this.signingKeyNumber = signingKeyNumber;
        this.signingKey = signingKey;
        this.dataKeys = new EnumMap<>(Audience.class);
        this.dataKeys.putAll(dataKeys);
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
        return signingKey;
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
        signingKey.close();
        dataKeys.values().forEach(AesKey::close);
    }

    @Override
    public String toString() {
        return "KeyRing";
    }
}

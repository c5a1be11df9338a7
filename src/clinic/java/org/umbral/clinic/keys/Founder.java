package org.umbral.clinic.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.umbral.clinic.store.StaffRows.Founding;
import org.umbral.clinic.store.StaffRows.RingKey;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.SigningKey;

/** Makes every key of a new clinic; no key that it gives back is in the clear. */
final class Founder {
    static final int FIRST = 1;

    private final Supplier<Argon2Cost> cost;
    private final Clock clock;
    private final SecureRandom random;

    Founder(Supplier<Argon2Cost> cost, Clock clock, SecureRandom random) {
        this.cost = cost;
        this.clock = clock;
        this.random = random;
    }

    Founding found(String clinicName, String telephone, String staffName, Passphrase passphrase, OpeningKey identity) {
        String clinic = NewMember.id(random);
        try (AesKey ring = AesKey.generate(random);
                Bunch bunch = freshBunch(ring, random);
                SigningKey signing = SigningKey.generate(random)) {
            List<RingKey> ringKeys = List.of(Wraps.seal(ring, FIRST, identity), Wraps.seal(ring, FIRST, signing));
            NewMember founder = NewMember.make(
                    clinic, staffName, StaffSession.Role.ATTORNEY, false, bunch, passphrase, cost.get(), clock, random);
            return new Founding(clinic, clinicName, telephone, founder.member(), founder.keys(), ringKeys);
        } catch (GiveUp e) {
            throw new Bug("a fresh bunch is whole", e);
        }
    }

    /** Every key but those that the ring key wraps, new, around a copy of this ring key. */
    static Bunch freshBunch(AesKey ring, SecureRandom random) {
        Map<String, AesKey> keys = new HashMap<>();
        for (String name : Bunch.names(StaffSession.Role.ATTORNEY, false)) {
            keys.put(name, name.equals(Wraps.RING) ? ring.copy() : AesKey.generate(random));
        }
        return Bunch.of(keys);
    }
}

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
import org.umbral.clinic.store.StaffRows.RingKey;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.SigningKey;
import org.umbral.shared.secret.WrappedKey;

/** Makes every key of a new clinic; no key that it gives back is in the clear. */
final class Founder {
    private static final int FIRST = 1;
    private static final List<Audience> DATA_KEYS = List.of(Audience.STAFF, Audience.SPONSOR, Audience.ATTORNEY);

    private final Supplier<Argon2Cost> cost;
    private final SecureRandom random;

    Founder(Supplier<Argon2Cost> cost, SecureRandom random) {
        this.cost = cost;
        this.random = random;
    }

    Founding found(String clinicName, String telephone, String staffName, Passphrase passphrase, OpeningKey identity) {
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
            return new Founding(clinic, clinicName, telephone, member, persons, ringKeys);
        }
    }

    private String id() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}

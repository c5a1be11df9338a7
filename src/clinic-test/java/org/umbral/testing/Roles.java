package org.umbral.testing;

import java.util.EnumMap;
import java.util.Map;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;

/** A session of another role, with the data keys that such a role is given; lives as long as the one it is made of. */
public final class Roles {
    private Roles() {}

    public static StaffSession paralegal(StaffSession of, Audience... more) {
        return of(of, StaffSession.Role.PARALEGAL, "paralegal-1", "Paula FICTICIA", more);
    }

    public static StaffSession coordinator(StaffSession of) {
        return of(of, StaffSession.Role.COORDINATOR, "coordinator-1", "Coral FICTICIA");
    }

    private static StaffSession of(
            StaffSession of, StaffSession.Role role, String staff, String name, Audience... more) {
        Map<Audience, AesKey> keys = new EnumMap<>(Audience.class);
        keys.put(Audience.STAFF, of.ring().staffKey());
        for (Audience audience : more) {
            keys.put(audience, of.ring().dataKey(audience).orElseThrow());
        }
        KeyRing ring = new KeyRing(
                of.ring().identities(),
                of.ring().signingKeyNumber(),
                of.ring().signingKey(),
                keys,
                of.ring().peopleKey());
        return new StaffSession(staff, name, role, ring);
    }
}

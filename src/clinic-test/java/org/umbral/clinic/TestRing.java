package org.umbral.clinic;

import java.security.SecureRandom;
import java.util.Map;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;

/** A staff session with fresh keys. */
public final class TestRing {
    private TestRing() {}

    public static StaffSession session(SecureRandom random) {
        KeyRing ring = new KeyRing(
                Map.of(1, OpeningKey.generate(random)),
                1,
                SigningKey.generate(random),
                Map.of(Audience.STAFF, AesKey.generate(random)),
                AesKey.generate(random));
        return new StaffSession("staff-1", "Ana Ficticia", StaffSession.Role.ATTORNEY, ring);
    }
}

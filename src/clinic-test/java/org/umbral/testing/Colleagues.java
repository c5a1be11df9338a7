package org.umbral.testing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.line.LineClinic;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.SigningKey;

/** Sessions of every role at a clinic under test, each with the keys of its role and no other; the caller closes them. */
public final class Colleagues {
    private Colleagues() {}

    public static StaffSession at(LineClinic clinic, Role role) throws Failure {
        try (StaffSession founder = clinic.login()) {
            return of(founder, role, false);
        }
    }

    public static StaffSession at(StaffedClinic clinic, Role role) throws Failure {
        try (StaffSession founder = clinic.session()) {
            return of(founder, role, false);
        }
    }

    /** A paralegal who may read sponsors. */
    public static StaffSession withSponsors(LineClinic clinic) throws Failure {
        try (StaffSession founder = clinic.login()) {
            return of(founder, Role.PARALEGAL, true);
        }
    }

    /** A paralegal who may read sponsors. */
    public static StaffSession withSponsors(StaffedClinic clinic) throws Failure {
        try (StaffSession founder = clinic.session()) {
            return of(founder, Role.PARALEGAL, true);
        }
    }

    /** A session beside the attorney's, which stays open. */
    public static StaffSession of(StaffSession attorney, Role role, boolean sponsors) {
        String name = role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT) + " Ficticia";
        return new StaffSession("staff-" + role.name(), name, role, ring(attorney.ring(), role, sponsors));
    }

    private static KeyRing ring(KeyRing whole, Role role, boolean sponsors) {
        if (!role.readsCases()) {
            return KeyRing.ofPeople(whole.peopleKey().copy());
        }
        Map<Audience, AesKey> data = new EnumMap<>(Audience.class);
        role.dataKeys()
                .forEach(one -> data.put(one, whole.dataKey(one).orElseThrow().copy()));
        if (sponsors) {
            data.computeIfAbsent(
                    Audience.SPONSOR, one -> whole.dataKey(one).orElseThrow().copy());
        }
        Map<Integer, OpeningKey> identities = new TreeMap<>();
        whole.identities().forEach((number, key) -> identities.put(number, copy(key)));
        byte[] signing = whole.signingKey().raw();
        KeyRing ring = new KeyRing(
                identities,
                whole.signingKeyNumber(),
                SigningKey.of(signing),
                data,
                whole.peopleKey().copy());
        Arrays.fill(signing, (byte) 0);
        return ring;
    }

    private static OpeningKey copy(OpeningKey key) {
        byte[] raw = key.raw();
        try {
            return OpeningKey.of(raw);
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }
}

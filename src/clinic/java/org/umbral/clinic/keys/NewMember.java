package org.umbral.clinic.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.umbral.clinic.store.StaffRows.Member;
import org.umbral.clinic.store.StaffRows.PersonsKey;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.WrappedKey;

/** A member's rows: an own key under the passphrase, a mailbox for keys, and the keys of the role under the own key. */
record NewMember(Member member, List<PersonsKey> keys) {
    /** @param bunch the keys of the role */
    static NewMember make(
            String clinic,
            String name,
            StaffSession.Role role,
            boolean readsSponsors,
            Bunch bunch,
            Passphrase passphrase,
            Argon2Cost cost,
            Clock clock,
            SecureRandom random)
            throws GiveUp {
        String staff = id(random);
        try (AesKey own = AesKey.generate(random);
                OpeningKey mailbox = OpeningKey.generate(random)) {
            AesKey people = bunch.key(Wraps.PEOPLE).orElseThrow(() -> new GiveUp("sealed-value-damaged"));
            Member member = new Member(
                    staff,
                    Wraps.loginHash(clinic, name),
                    role.name(),
                    readsSponsors,
                    people.seal(name.getBytes(StandardCharsets.UTF_8), Wraps.namePlace(staff)),
                    Json.writeText(WrappedKey.wrap(own, passphrase, Wraps.PURPOSE, cost, random)),
                    mailbox.sealingKey().text(),
                    Wraps.seal(own, staff, mailbox),
                    new Vouch(role, readsSponsors, mailbox.sealingKey()).seal(bunch.proof(), staff),
                    clock.millis());
            return new NewMember(member, bunch.under(own, staff));
        }
    }

    static String id(SecureRandom random) {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}

package org.umbral.clinic.keys;

import java.nio.charset.StandardCharsets;
import org.umbral.clinic.store.StaffRows.Member;
import org.umbral.shared.GiveUp;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.SealingKey;

/**
 * What new keys are given by: role, permission and public key of a member, sealed under the ring key, which whoever changes
 * rows on the server's disk does not have. For a role without the ring key it is the key of names, and gives that key only.
 */
record Vouch(StaffSession.Role role, boolean readsSponsors, SealingKey sealingKey) {
    byte[] seal(AesKey key, String staff) {
        String text = role.name() + "|" + readsSponsors + "|" + sealingKey.text();
        return key.seal(text.getBytes(StandardCharsets.UTF_8), place(staff));
    }

    /** {@code GiveUp("sealed-value-damaged")} where the row does not say what was vouched for. */
    static Vouch open(AesKey ring, AesKey people, Member member) throws GiveUp {
        StaffSession.Role claimed = StaffSession.Role.valueOf(member.role());
        byte[] sealed = member.vouched();
        if (sealed == null) {
            throw new GiveUp("sealed-value-damaged");
        }
        byte[] text = (claimed.readsCases() ? ring : people).open(sealed, place(member.id()));
        String[] parts = new String(text, StandardCharsets.UTF_8).split("\\|");
        Vouch vouch = new Vouch(
                StaffSession.Role.valueOf(parts[0]), Boolean.parseBoolean(parts[1]), new SealingKey(parts[2]));
        if (vouch.role != claimed
                || vouch.readsSponsors != member.readsSponsors()
                || !vouch.sealingKey.text().equals(member.sealingKey())) {
            throw new GiveUp("sealed-value-damaged");
        }
        return vouch;
    }

    private static byte[] place(String staff) {
        return ("staff|" + staff + "|vouched").getBytes(StandardCharsets.UTF_8);
    }
}

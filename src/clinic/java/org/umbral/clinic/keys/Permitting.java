package org.umbral.clinic.keys;

import java.util.Arrays;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.KeyRows;
import org.umbral.clinic.store.KeyRows.Gift;
import org.umbral.clinic.store.KeyRows.Permission;
import org.umbral.clinic.store.StaffRows;
import org.umbral.clinic.store.StaffRows.Member;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Age;

/**
 * The sponsors' key for a paralegal who is here already, or no longer. It comes as new keys do: sealed to the person's public
 * key, taken over at their next login; sessions that run end.
 */
final class Permitting {
    private final StaffRows staff;
    private final KeyRows keys;

    Permitting(Database database) {
        staff = new StaffRows(database);
        keys = new KeyRows(database);
    }

    /** @return whether anything changed */
    boolean permit(StaffSession session, String person, boolean readsSponsors, long now) throws AskThePerson, TryAgain {
        Member member = staff.byId(person)
                .filter(one -> one.role().equals(Role.PARALEGAL.name()))
                .orElseThrow(() -> new AskThePerson("no-such-person"));
        if (member.readsSponsors() == readsSponsors) {
            return false;
        }
        long gift = keys.nextGift();
        try (Bunch held = session.ring().bunch();
                Bunch given = held.of(Role.PARALEGAL, readsSponsors)) {
            Vouch before = Vouch.open(
                    held.proof(), held.key(Wraps.PEOPLE).orElseThrow(() -> new GiveUp("sealed-value-damaged")), member);
            Vouch after = new Vouch(before.role(), readsSponsors, before.sealingKey());
            byte[] json = given.bytes();
            byte[] inner = held.proof().seal(json, Wraps.giftPlace(person, gift));
            Arrays.fill(json, (byte) 0);
            Permission permission = new Permission(
                    member,
                    readsSponsors,
                    after.seal(held.proof(), person),
                    new Gift(person, gift, Age.seal(inner, after.sealingKey())),
                    now);
            if (!keys.permit(permission)) {
                throw new AskThePerson("people-changed");
            }
            return true;
        } catch (GiveUp damaged) {
            throw new TryAgain("stored-keys-damaged", damaged);
        }
    }
}

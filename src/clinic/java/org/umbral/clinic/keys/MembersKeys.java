package org.umbral.clinic.keys;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.KeyRows;
import org.umbral.clinic.store.KeyRows.Gift;
import org.umbral.clinic.store.PeopleRows;
import org.umbral.clinic.store.StaffRows;
import org.umbral.clinic.store.StaffRows.Member;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.OpeningKey;

/** From a person's own key to the ring. Keys that were given while the person was not there are taken over first. */
final class MembersKeys {
    private final StaffRows staff;
    private final KeyRows keys;
    private final PeopleRows people;
    private final SecureRandom random;

    MembersKeys(Database database, SecureRandom random) {
        staff = new StaffRows(database);
        keys = new KeyRows(database);
        people = new PeopleRows(database);
        this.random = random;
    }

    /** @param isNew whether new keys were taken over just now */
    record Opened(KeyRing ring, byte[] name, boolean isNew) {}

    /** {@code TryAgain("stored-keys-damaged")} where a row is not what it was. The caller closes the ring. */
    Opened open(AesKey own, Member member) throws TryAgain {
        List<Gift> gifts = keys.gifts(member.id());
        try (Bunch held = Wraps.open(own, staff.personsKeys(member.id()), random)) {
            if (held.key(Wraps.PEOPLE).isEmpty()) {
                return completed(own, member, held);
            }
            if (gifts.isEmpty()) {
                return opened(held, member, false);
            }
            try (Bunch now = takenOver(own, member, held, gifts)) {
                return opened(now, member, true);
            }
        } catch (GiveUp damaged) {
            throw new TryAgain("stored-keys-damaged", damaged);
        }
    }

    private Opened opened(Bunch bunch, Member member, boolean isNew) throws TryAgain, GiveUp {
        KeyRing ring = Wraps.ring(bunch, staff.ringKeys(), keys.olderKeys(), random);
        try {
            return new Opened(ring, ring.peopleKey().open(member.name(), Wraps.namePlace(member.id())), isNew);
        } catch (GiveUp e) {
            ring.close();
            throw e;
        }
    }

    /** Each gift opens with the mailbox, and inside with a key that the one before it brought. */
    private Bunch takenOver(AesKey own, Member member, Bunch held, List<Gift> gifts) throws TryAgain, GiveUp {
        byte[] sealed = member.openingKey();
        if (sealed == null) {
            throw new GiveUp("sealed-value-damaged");
        }
        Bunch now = held;
        try (OpeningKey mailbox = Wraps.mailbox(own, member.id(), sealed)) {
            for (Gift gift : gifts) {
                byte[] inner = Age.open(gift.sealed(), mailbox);
                byte[] json = now.proof().open(inner, Wraps.giftPlace(gift.staff(), gift.number()));
                Bunch next = Bunch.read(json, random);
                Arrays.fill(json, (byte) 0);
                if (now != held) {
                    now.close();
                }
                now = next;
            }
        }
        long last = gifts.get(gifts.size() - 1).number();
        keys.takeOver(member.id(), last, now.under(own, member.id()));
        return now;
    }

    /** The founder of a clinic from before there were others: a mailbox and a key of names are added, once. */
    private Opened completed(AesKey own, Member member, Bunch held) throws TryAgain, GiveUp {
        Map<String, AesKey> all = new HashMap<>();
        for (String name : Bunch.names(StaffSession.Role.ATTORNEY, false)) {
            Optional<AesKey> key = held.key(name);
            all.put(name, key.isPresent() ? key.get().copy() : AesKey.generate(random));
        }
        try (Bunch whole = Bunch.of(all);
                OpeningKey mailbox = OpeningKey.generate(random)) {
            String id = member.id();
            AesKey staffKey =
                    held.key(Wraps.dataName(Audience.STAFF)).orElseThrow(() -> new GiveUp("sealed-value-damaged"));
            byte[] name = staffKey.open(member.name(), Wraps.namePlace(id));
            Vouch vouch = new Vouch(StaffSession.Role.valueOf(member.role()), false, mailbox.sealingKey());
            Member complete = new Member(
                    id,
                    member.loginHash(),
                    member.role(),
                    false,
                    whole.key(Wraps.PEOPLE).orElseThrow().seal(name, Wraps.namePlace(id)),
                    member.wrapped(),
                    mailbox.sealingKey().text(),
                    Wraps.seal(own, id, mailbox),
                    vouch.seal(whole.proof(), id),
                    member.joinedAt());
            people.complete(complete, whole.under(own, id));
            return opened(whole, complete, true);
        }
    }
}

package org.umbral.clinic.keys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.KeyRows;
import org.umbral.clinic.store.KeyRows.Gift;
import org.umbral.clinic.store.KeyRows.OlderKey;
import org.umbral.clinic.store.KeyRows.Renewal;
import org.umbral.clinic.store.KeyRows.Vouched;
import org.umbral.clinic.store.StaffRows;
import org.umbral.clinic.store.StaffRows.Member;
import org.umbral.clinic.store.StaffRows.RingKey;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.envelope.Age;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.OpeningKey;

/**
 * New keys for everybody who stays (design §4). A renewal that was begun waits in memory, sealed already: the ring key's
 * rows under the new ring key, each person's keys to the person's public key. The keys before stay for opening: each data
 * key under the one that came next, every identity under the new ring key.
 */
final class Renewing {
    private final StaffRows staff;
    private final KeyRows keys;
    private final ClinicName name;
    private final Clock clock;
    private final SecureRandom random;
    private @Nullable Begun begun;

    /** Where the clinic's name is read. */
    @FunctionalInterface
    interface ClinicName {
        String get() throws TryAgain;
    }

    Renewing(Database database, ClinicName name, Clock clock, SecureRandom random) {
        staff = new StaffRows(database);
        keys = new KeyRows(database);
        this.name = name;
        this.clock = clock;
        this.random = random;
    }

    private record Begun(String by, int number, Sheet sheet, Renewal renewal) {}

    synchronized SetUp.RecoverySheet begin(StaffSession session) throws TryAgain {
        try (Bunch now = session.ring().bunch();
                AesKey ring = AesKey.generate(random);
                Bunch next = Founder.freshBunch(ring, random);
                OpeningKey identity = OpeningKey.generate(random)) {
            List<RingKey> rows = staff.ringKeys();
            int number = 1 + session.ring().identities().lastKey();
            Sheet sheet = Sheet.of(identity.sealingKey(), random);
            List<RingKey> moved = new ArrayList<>();
            for (RingKey row : rows) {
                moved.add(Wraps.moved(row, now.proof(), ring));
            }
            moved.add(Wraps.seal(ring, number, identity));
            begun = new Begun(session.staff(), number, sheet, renewal(moved, now, next));
            return sheet.printed(name.get(), number, LocalDate.now(clock), identity);
        } catch (GiveUp damaged) {
            throw new TryAgain("stored-keys-damaged", damaged);
        }
    }

    /** What was begun is for people as they were. */
    synchronized void forget() {
        begun = null;
    }

    /** The number of the new identity. */
    synchronized int finish(StaffSession session, List<String> wordsTypedBack) throws AskThePerson, TryAgain {
        if (begun == null || !begun.by().equals(session.staff())) {
            throw new AskThePerson("keys-not-begun");
        }
        begun.sheet().require(wordsTypedBack);
        if (!keys.renew(begun.renewal())) {
            begun = null;
            throw new AskThePerson("people-changed");
        }
        int number = begun.number();
        begun = null;
        return number;
    }

    private Renewal renewal(List<RingKey> ringKeys, Bunch now, Bunch next) throws TryAgain, GiveUp {
        List<OlderKey> before = keys.olderKeys();
        List<OlderKey> older = new ArrayList<>();
        for (String name : Bunch.names(StaffSession.Role.ATTORNEY, false)) {
            if (!name.equals(Wraps.RING)) {
                int number = 1
                        + (int) before.stream()
                                .filter(row -> row.name().equals(name))
                                .count();
                older.add(Wraps.seal(key(next, name), name, number, key(now, name)));
            }
        }
        List<Gift> gifts = new ArrayList<>();
        List<Vouched> vouched = new ArrayList<>();
        long gift = keys.nextGift();
        for (Member member : staff.members()) {
            Vouch vouch = Vouch.open(key(now, Wraps.RING), key(now, Wraps.PEOPLE), member);
            try (Bunch given = next.of(vouch.role(), vouch.readsSponsors());
                    Bunch held = now.of(vouch.role(), vouch.readsSponsors())) {
                byte[] json = given.bytes();
                byte[] inner = held.proof().seal(json, Wraps.giftPlace(member.id(), gift));
                Arrays.fill(json, (byte) 0);
                gifts.add(new Gift(member.id(), gift, Age.seal(inner, vouch.sealingKey())));
                vouched.add(new Vouched(member.id(), vouch.seal(given.proof(), member.id())));
            }
        }
        return new Renewal(ringKeys, older, gifts, vouched);
    }

    private static AesKey key(Bunch bunch, String name) throws GiveUp {
        return bunch.key(name).orElseThrow(() -> new GiveUp("sealed-value-damaged"));
    }
}

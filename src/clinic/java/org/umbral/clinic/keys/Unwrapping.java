package org.umbral.clinic.keys;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.umbral.clinic.store.StaffRows;
import org.umbral.clinic.store.StaffRows.Member;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.Argon2Cost;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.WrappedKey;

/** A person's own key from the passphrase, for names that nobody has in the same time. Thread-safe. */
final class Unwrapping {
    /** Each takes tens of MiB. */
    private static final int AT_ONCE = 2;

    private static final int SALT_BYTES = 16;
    private static final int WRAPPED_BYTES = 60;

    private final StaffRows staff;
    private final SecureRandom random;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Unwrapping(StaffRows staff, SecureRandom random) {
        this.staff = staff;
        this.random = random;
    }

    AesKey own(Optional<Member> member, Passphrase passphrase) throws AskThePerson, TryAgain {
        WrappedKey wrapped = member.isPresent() ? wrapped(member.get()) : decoy();
        return open(wrapped, passphrase);
    }

    /** {@code AskThePerson("wrong-passphrase")}. */
    AesKey open(WrappedKey wrapped, Passphrase passphrase) throws AskThePerson {
        turns.acquireUninterruptibly();
        try {
            return wrapped.unwrap(passphrase, random);
        } finally {
            turns.release();
        }
    }

    /** As much work as the founder's passphrase takes. */
    Argon2Cost cost() throws TryAgain {
        WrappedKey like = wrapped(staff.anybody().orElseThrow(() -> new Bug("a clinic at work has a member")));
        return new Argon2Cost(like.memoryKib(), like.passes());
    }

    /** A name that nobody has takes the same time as a wrong passphrase. */
    private WrappedKey decoy() throws AskThePerson, TryAgain {
        Optional<Member> anybody = staff.anybody();
        if (anybody.isEmpty()) {
            throw new AskThePerson("wrong-login");
        }
        WrappedKey like = wrapped(anybody.get());
        byte[] salt = new byte[SALT_BYTES];
        byte[] nothing = new byte[WRAPPED_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nothing);
        return new WrappedKey(Wraps.PURPOSE, like.memoryKib(), like.passes(), salt, nothing);
    }

    private static WrappedKey wrapped(Member member) {
        try {
            return Json.read(member.wrapped(), WrappedKey.class);
        } catch (GiveUp e) {
            throw new Bug("a staff row holds a wrapped key", e);
        }
    }
}

package org.umbral.clinic.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.store.StaffInvitations;
import org.umbral.clinic.store.StaffInvitations.Open;
import org.umbral.clinic.store.StaffRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.Json;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.WrappedKey;

/** Gives the keys of a role under a code, and takes them with it. */
final class Inviting {
    private static final Duration GOOD_FOR = Duration.ofHours(48);

    private final StaffRows staff;
    private final StaffInvitations invitations;
    private final Unwrapping unwrapping;
    private final WrongTries tries;
    private final Clock clock;
    private final SecureRandom random;

    Inviting(StaffRows staff, StaffInvitations invitations, Clock clock, SecureRandom random) {
        this.staff = staff;
        this.invitations = invitations;
        this.clock = clock;
        this.random = random;
        unwrapping = new Unwrapping(staff, random);
        tries = new WrongTries(clock);
    }

    /** @param bunch the keys of the role */
    String invite(StaffSession by, String name, Role role, boolean readsSponsors, Bunch bunch) throws TryAgain {
        String id = NewMember.id(random);
        InvitationCode code = InvitationCode.next(random);
        long now = clock.millis();
        try (AesKey lock = AesKey.generate(random);
                Passphrase words = code.passphrase()) {
            invitations.add(new Open(
                    id,
                    code.locator(),
                    role.name(),
                    by.ring().peopleKey().seal(bytes(name), Wraps.invitationPlace(id, "name")),
                    Json.writeText(WrappedKey.wrap(lock, words, Wraps.INVITED, unwrapping.cost(), random)),
                    Gift.of(role, readsSponsors, bunch).seal(lock, id),
                    by.staff(),
                    now,
                    now + GOOD_FOR.toMillis()));
        }
        return code.text();
    }

    /** The id of the new member. */
    String join(String typed, String name, Passphrase passphrase, String sender) throws AskThePerson, TryAgain {
        if (name.isBlank()) {
            throw new AskThePerson("name-missing");
        }
        if (!passphrase.isLongEnough()) {
            throw new AskThePerson("passphrase-too-short");
        }
        Optional<InvitationCode> code = InvitationCode.read(typed);
        Optional<Open> open =
                code.isEmpty() ? Optional.empty() : invitations.find(code.get().locator(), clock.millis());
        if (open.isEmpty()) {
            // Who names an invitation is let through: what others got wrong keeps no newcomer out.
            tries.requireAllowed(sender);
        }
        try (Passphrase words =
                        code.orElseGet(() -> InvitationCode.next(random)).passphrase();
                AesKey lock = unwrapped(open, words)) {
            tries.right(sender);
            return join(open.orElseThrow(), lock, name.strip(), passphrase);
        } catch (GiveUp damaged) {
            throw new TryAgain("stored-keys-damaged", damaged);
        } catch (AskThePerson refused) {
            if (refused.reason().equals("code-used-up")) {
                tries.wrong(sender);
            }
            throw refused;
        }
    }

    private AesKey unwrapped(Optional<Open> open, Passphrase words) throws AskThePerson, TryAgain, GiveUp {
        try {
            // An unknown code takes the same time as a wrong one.
            return open.isEmpty()
                    ? unwrapping.own(Optional.empty(), words)
                    : unwrapping.open(Json.read(open.get().wrapped(), WrappedKey.class), words);
        } catch (AskThePerson wrong) {
            throw new AskThePerson("code-used-up");
        }
    }

    private String join(Open open, AesKey lock, String name, Passphrase passphrase)
            throws AskThePerson, TryAgain, GiveUp {
        Gift gift = Gift.open(lock, open, random);
        try (Bunch bunch = gift.bunch()) {
            NewMember member = NewMember.make(
                    staff.clinic().orElse(""),
                    name,
                    gift.role(),
                    gift.readsSponsors(),
                    bunch,
                    passphrase,
                    unwrapping.cost(),
                    clock,
                    random);
            switch (invitations.join(open.id(), member.member(), member.keys())) {
                case NAME_TAKEN -> throw new AskThePerson("name-taken");
                case CODE_USED_UP -> throw new AskThePerson("code-used-up");
                case YES -> {}
            }
            return member.member().id();
        }
    }

    /** What an invitation holds, sealed under the key that its code opens. */
    private record Gift(Role role, boolean readsSponsors, Bunch bunch) {
        static Gift of(Role role, boolean readsSponsors, Bunch bunch) {
            return new Gift(role, readsSponsors, bunch);
        }

        byte[] seal(AesKey lock, String invitation) {
            byte[] head = bytes(role.name() + "|" + readsSponsors + "\n");
            byte[] keys = bunch.bytes();
            byte[] whole = Arrays.copyOf(head, head.length + keys.length);
            System.arraycopy(keys, 0, whole, head.length, keys.length);
            try {
                return lock.seal(whole, Wraps.invitationPlace(invitation, "gift"));
            } finally {
                Arrays.fill(keys, (byte) 0);
                Arrays.fill(whole, (byte) 0);
            }
        }

        static Gift open(AesKey lock, Open invitation, SecureRandom random) throws GiveUp {
            byte[] whole = lock.open(invitation.gift(), Wraps.invitationPlace(invitation.id(), "gift"));
            int end = 0;
            while (whole[end] != '\n') {
                end++;
            }
            byte[] keys = Arrays.copyOfRange(whole, end + 1, whole.length);
            try {
                String[] head = new String(whole, 0, end, StandardCharsets.UTF_8).split("\\|");
                return new Gift(Role.valueOf(head[0]), Boolean.parseBoolean(head[1]), Bunch.read(keys, random));
            } finally {
                Arrays.fill(keys, (byte) 0);
                Arrays.fill(whole, (byte) 0);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

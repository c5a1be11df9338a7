package org.umbral.clinic.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.keys.SetUp.RecoverySheet;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.PeopleRows;
import org.umbral.clinic.store.SessionRows;
import org.umbral.clinic.store.StaffInvitations;
import org.umbral.clinic.store.StaffRows;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Passphrase;

/** The door to staff: who may do what, and a row in the audit for it. */
final class StaffPeople implements People {
    private final StaffRows staff;
    private final PeopleRows rows;
    private final StaffInvitations invitations;
    private final SessionRows sessions;
    private final Inviting inviting;
    private final Renewing renewing;
    private final Permitting permitting;
    private final Audit audit;
    private final Clock clock;

    StaffPeople(Database database, Renewing.ClinicName name, Audit audit, Clock clock, SecureRandom random) {
        staff = new StaffRows(database);
        rows = new PeopleRows(database);
        invitations = new StaffInvitations(database);
        sessions = new SessionRows(database);
        inviting = new Inviting(staff, invitations, clock, random);
        renewing = new Renewing(database, name, clock, random);
        permitting = new Permitting(database);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Person> list(StaffSession session) throws AskThePerson, TryAgain {
        requireManages(session);
        List<Person> people = new ArrayList<>();
        for (PeopleRows.Person row : rows.list()) {
            people.add(new Person(
                    row.id(),
                    name(session, row.name(), Wraps.namePlace(row.id())),
                    Role.valueOf(row.role()),
                    row.readsSponsors(),
                    Instant.ofEpochMilli(row.joinedAt()),
                    instant(row.lastLogin()),
                    instant(row.endedAt())));
        }
        return people;
    }

    @Override
    public List<Colleague> colleagues(StaffSession session) throws AskThePerson, TryAgain {
        session.requireReadsCases();
        List<Colleague> here = new ArrayList<>();
        for (PeopleRows.Person row : rows.list()) {
            Role role = Role.valueOf(row.role());
            if (instant(row.endedAt()).isEmpty() && role.readsCases()) {
                here.add(new Colleague(row.id(), name(session, row.name(), Wraps.namePlace(row.id())), role));
            }
        }
        here.sort(Comparator.comparing(Colleague::name));
        return here;
    }

    @Override
    public List<Invited> invitations(StaffSession session) throws AskThePerson, TryAgain {
        requireManages(session);
        return invitations.list(clock.millis()).stream()
                .map(row -> new Invited(
                        row.id(),
                        name(session, row.name(), Wraps.invitationPlace(row.id(), "name")),
                        Role.valueOf(row.role()),
                        Instant.ofEpochMilli(row.madeAt()),
                        Instant.ofEpochMilli(row.expiresAt())))
                .toList();
    }

    @Override
    public List<Role> mayGive(StaffSession session) {
        if (!session.role().managesPeople()) {
            return List.of();
        }
        try (Bunch held = session.ring().bunch()) {
            return Arrays.stream(Role.values())
                    .filter(role -> held.holds(Bunch.names(role, false)))
                    .toList();
        }
    }

    @Override
    public String invite(StaffSession session, String name, Role role, boolean readsSponsors)
            throws AskThePerson, TryAgain {
        requireManages(session);
        if (name.isBlank()) {
            throw new AskThePerson("name-missing");
        }
        boolean sponsors = readsSponsors && role == Role.PARALEGAL;
        try (Bunch held = session.ring().bunch();
                Bunch given = held.of(role, sponsors)) {
            if (!given.holds(Bunch.names(role, sponsors))) {
                throw new AskThePerson("not-your-role");
            }
            String code = inviting.invite(session, name.strip(), role, sponsors, given);
            audit.append(session.staff(), Audit.Action.STAFF_INVITED, role.name());
            return code;
        }
    }

    @Override
    public void withdraw(StaffSession session, String invitation) throws AskThePerson, TryAgain {
        requireManages(session);
        if (invitations.delete(invitation)) {
            audit.append(session.staff(), Audit.Action.STAFF_INVITATION_WITHDRAWN, invitation);
        }
    }

    @Override
    public void join(String code, String name, Passphrase passphrase, String sender) throws AskThePerson, TryAgain {
        String id = inviting.join(code, name, passphrase, sender);
        audit.append(id, Audit.Action.STAFF_JOINED, id);
    }

    @Override
    public void end(StaffSession session, String person) throws AskThePerson, TryAgain {
        requireManages(session);
        StaffRows.Member leaver = staff.members().stream()
                .filter(member -> member.id().equals(person))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-person"));
        Role role = Role.valueOf(leaver.role());
        if (rows.end(person, clock.millis(), role.readsCases(), role == Role.ATTORNEY)) {
            audit.append(session.staff(), Audit.Action.STAFF_ENDED, person);
        }
    }

    @Override
    public void permitSponsors(StaffSession session, String person, boolean readsSponsors)
            throws AskThePerson, TryAgain {
        requireEveryKey(session);
        renewing.forget();
        if (permitting.permit(session, person, readsSponsors, clock.millis())) {
            audit.append(
                    session.staff(),
                    readsSponsors ? Audit.Action.SPONSOR_PERMISSION_GIVEN : Audit.Action.SPONSOR_PERMISSION_TAKEN,
                    person);
        }
    }

    @Override
    public boolean keysAreDue() throws TryAgain {
        return rows.keysAreDue();
    }

    @Override
    public RecoverySheet beginKeys(StaffSession session) throws AskThePerson, TryAgain {
        requireEveryKey(session);
        return renewing.begin(session);
    }

    @Override
    public void finishKeys(StaffSession session, List<String> wordsTypedBack) throws AskThePerson, TryAgain {
        requireEveryKey(session);
        int number = renewing.finish(session, wordsTypedBack);
        audit.append(session.staff(), Audit.Action.KEYS_RENEWED, Integer.toString(number));
    }

    @Override
    public List<Seat> sessions(StaffSession session) throws TryAgain {
        long now = clock.millis();
        return sessions.of(session.staff(), now - StaffLogin.LONGEST, now - StaffLogin.IDLE).stream()
                .map(row -> new Seat(Instant.ofEpochMilli(row.startedAt()), Instant.ofEpochMilli(row.touchedAt())))
                .toList();
    }

    @Override
    public void logOutEverywhere(StaffSession session) throws TryAgain {
        sessions.deleteOf(session.staff());
        audit.append(session.staff(), Audit.Action.LOGGED_OUT_EVERYWHERE, "");
    }

    private static void requireManages(StaffSession session) throws AskThePerson {
        if (!session.role().managesPeople()) {
            throw new AskThePerson("not-your-role");
        }
    }

    private static void requireEveryKey(StaffSession session) throws AskThePerson {
        try (Bunch held = session.ring().bunch()) {
            if (session.role() != Role.ATTORNEY || !held.holds(Bunch.names(Role.ATTORNEY, false))) {
                throw new AskThePerson("not-your-role");
            }
        }
    }

    private static String name(StaffSession session, byte[] sealed, byte[] place) {
        try {
            return new String(session.ring().peopleKey().open(sealed, place), StandardCharsets.UTF_8);
        } catch (GiveUp e) {
            return "";
        }
    }

    private static Optional<Instant> instant(@Nullable Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }
}

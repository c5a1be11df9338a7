package org.umbral.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.umbral.clinic.keys.People;
import org.umbral.clinic.keys.SetUp.RecoverySheet;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.secret.Passphrase;

/** A clinic's staff, kept in a list; one code that is good. */
public final class PeopleFake implements People {
    public static final String CODE = "7KQ4-XM2R-VB9T-0GHD";

    private final List<Person> people = new CopyOnWriteArrayList<>();
    private final List<Invited> invited = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private volatile boolean keysDue;
    private volatile Runnable whileJoining = () -> {};
    private volatile String sender = "";

    public PeopleFake(Clock clock) {
        this.clock = clock;
        add("staff-1", LoginFake.NAME, Role.ATTORNEY, false, 90, Optional.empty());
        add("staff-2", "Pablo Ficticio Ejemplo de la Prueba", Role.PARALEGAL, true, 40, Optional.empty());
        add("staff-3", "Carmen Ficticia", Role.COORDINATOR, false, 12, Optional.empty());
        add("staff-4", "فاطمه نمونه", Role.STEWARD, false, 3, Optional.empty());
        add("staff-5", "Iván Ficticio", Role.PARALEGAL, false, 80, Optional.of(ago(20)));
        invited.add(new Invited("invited-1", "Nadia Ficticia", Role.PARALEGAL, ago(1), ago(-1)));
    }

    private void add(String id, String name, Role role, boolean sponsors, int days, Optional<Instant> ended) {
        Optional<Instant> login = id.equals("staff-4") ? Optional.empty() : Optional.of(ago(1));
        people.add(new Person(id, name, role, sponsors, ago(days), login, ended));
    }

    private Instant ago(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** What happens while a code is tried, before it is said to be good or not. */
    public void whileJoining(Runnable work) {
        whileJoining = work;
    }

    /** From where a code was tried last. */
    public String lastSender() {
        return sender;
    }

    public void keysDue(boolean due) {
        keysDue = due;
    }

    @Override
    public List<Person> list(StaffSession session) throws AskThePerson {
        requireManages(session);
        return List.copyOf(people);
    }

    @Override
    public List<Colleague> colleagues(StaffSession session) {
        return people.stream()
                .filter(person -> person.ended().isEmpty() && person.role().readsCases())
                .map(person -> new Colleague(person.id(), person.name(), person.role()))
                .toList();
    }

    @Override
    public List<Invited> invitations(StaffSession session) {
        return List.copyOf(invited);
    }

    @Override
    public List<Role> mayGive(StaffSession session) {
        return session.role() == Role.ATTORNEY ? Arrays.asList(Role.values()) : List.of(Role.COORDINATOR);
    }

    @Override
    public String invite(StaffSession session, String name, Role role, boolean readsSponsors) throws AskThePerson {
        if (name.isBlank()) {
            throw new AskThePerson("name-missing");
        }
        if (!mayGive(session).contains(role)) {
            throw new AskThePerson("not-your-role");
        }
        return CODE;
    }

    @Override
    public void withdraw(StaffSession session, String invitation) {
        invited.removeIf(one -> one.id().equals(invitation));
    }

    @Override
    public void join(String code, String name, Passphrase passphrase, String from) throws AskThePerson {
        sender = from;
        whileJoining.run();
        if (!code.equals(CODE)) {
            throw new AskThePerson("code-used-up");
        }
    }

    @Override
    public void end(StaffSession session, String staff) throws AskThePerson {
        requireManages(session);
        if (staff.equals("staff-1")) {
            throw new AskThePerson("last-attorney");
        }
        people.removeIf(one -> one.id().equals(staff));
    }

    @Override
    public void permitSponsors(StaffSession session, String staff, boolean readsSponsors) throws AskThePerson {
        if (session.role() != Role.ATTORNEY) {
            throw new AskThePerson("not-your-role");
        }
        people.replaceAll(one -> one.id().equals(staff)
                ? new Person(
                        one.id(), one.name(), one.role(), readsSponsors, one.joined(), one.lastLogin(), one.ended())
                : one);
        keysDue |= !readsSponsors;
    }

    @Override
    public boolean keysAreDue() {
        return keysDue;
    }

    @Override
    public RecoverySheet beginKeys(StaffSession session) {
        String identity = "AGE-SECRET-KEY-1FFCTCFFCTCFFCTCFFCTCFFCTCFFCTCFFCTCFFCTCFFCTCFFCTC0002";
        return new RecoverySheet("Clínica Ficticia", 2, "21 Nov 2026", identity, SetUpFake.WORDS, SetUpFake.ASKED);
    }

    @Override
    public void finishKeys(StaffSession session, List<String> wordsTypedBack) throws AskThePerson {
        if (!wordsTypedBack.equals(
                SetUpFake.ASKED.stream().map(n -> SetUpFake.WORDS.get(n - 1)).toList())) {
            throw new AskThePerson("sheet-differs");
        }
        keysDue = false;
    }

    @Override
    public List<Seat> sessions(StaffSession session) {
        Instant now = clock.instant();
        return List.of(
                new Seat(now.minusSeconds(600), now.minusSeconds(20)),
                new Seat(now.minusSeconds(20_000), now.minusSeconds(1200)));
    }

    @Override
    public void logOutEverywhere(StaffSession session) {}

    private static void requireManages(StaffSession session) throws AskThePerson {
        if (!session.role().managesPeople()) {
            throw new AskThePerson("not-your-role");
        }
    }
}

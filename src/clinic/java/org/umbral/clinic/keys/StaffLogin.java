package org.umbral.clinic.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.store.Database;
import org.umbral.clinic.store.PeopleRows;
import org.umbral.clinic.store.SessionRows;
import org.umbral.clinic.store.SessionRows.Session;
import org.umbral.clinic.store.StaffRows;
import org.umbral.clinic.store.StaffRows.Member;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Bug;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.Passphrase;

/** Sessions end 30 minutes after their last use, and 12 hours after login. */
final class StaffLogin implements Login {
    static final long IDLE = Duration.ofMinutes(30).toMillis();
    static final long LONGEST = Duration.ofHours(12).toMillis();
    /** A page that is used all the time writes its session row once a minute. */
    private static final long RENEWED_EVERY = Duration.ofMinutes(1).toMillis();

    private final StaffRows staff;
    private final SessionRows sessions;
    private final PeopleRows people;
    private final MembersKeys keys;
    private final AtLogin atLogin;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;
    private final WrongTries tries;
    private final Unwrapping unwrapping;

    StaffLogin(Database database, AtLogin atLogin, Audit audit, Clock clock, SecureRandom random) {
        staff = new StaffRows(database);
        sessions = new SessionRows(database);
        people = new PeopleRows(database);
        keys = new MembersKeys(database, random);
        this.atLogin = atLogin;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        tries = new WrongTries(clock);
        unwrapping = new Unwrapping(staff, random);
    }

    @Override
    public String login(String name, Passphrase passphrase) throws AskThePerson, TryAgain {
        String loginHash = Wraps.loginHash(staff.clinic().orElse(""), name);
        tries.requireAllowed(loginHash);
        Optional<Member> member = staff.byLogin(loginHash);
        try (AesKey own = unwrapping.own(member, passphrase)) {
            tries.right(loginHash);
            return begin(member.orElseThrow(() -> new Bug("a decoy opens under no passphrase")), own);
        } catch (AskThePerson wrong) {
            tries.wrong(loginHash);
            audit.append("", Audit.Action.LOGIN_REFUSED, "");
            throw new AskThePerson("wrong-login");
        }
    }

    @Override
    public Optional<StaffSession> resume(String cookie) throws TryAgain {
        return session(cookie, true);
    }

    @Override
    public Optional<StaffSession> peek(String cookie) throws TryAgain {
        return session(cookie, false);
    }

    private Optional<StaffSession> session(String cookie, boolean renew) throws TryAgain {
        Optional<SessionSecret> parsed = SessionSecret.parse(cookie);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        try (SessionSecret secret = parsed.get()) {
            Optional<Session> session = live(secret);
            if (session.isEmpty()) {
                return Optional.empty();
            }
            long now = clock.millis();
            if (renew && now - session.get().touchedAt() >= RENEWED_EVERY) {
                sessions.touch(session.get().id(), now);
            }
            Optional<Member> member = staff.byId(session.get().staff());
            return member.isEmpty() ? Optional.empty() : Optional.of(opened(secret, session.get(), member.get()));
        } catch (GiveUp damaged) {
            return Optional.empty();
        }
    }

    @Override
    public void logout(String cookie) throws TryAgain {
        Optional<SessionSecret> parsed = SessionSecret.parse(cookie);
        if (parsed.isPresent()) {
            try (SessionSecret secret = parsed.get()) {
                Optional<String> whose = sessions.delete(secret.row());
                if (whose.isPresent()) {
                    audit.append(whose.get(), Audit.Action.LOGGED_OUT, "");
                }
            }
        }
    }

    @Override
    public boolean anyoneLoggedIn() throws TryAgain {
        return sessions.countLive(clock.millis() - LONGEST, clock.millis() - IDLE) > 0;
    }

    private Optional<Session> live(SessionSecret secret) throws TryAgain {
        return sessions.live(secret.row(), clock.millis() - LONGEST, clock.millis() - IDLE);
    }

    private String begin(Member member, AesKey own) throws TryAgain {
        long now = clock.millis();
        String id = member.id();
        try (KeyRing ring = keys.open(own, member).ring()) {
            publish(ring);
        }
        sessions.deleteEnded(now - LONGEST, now - IDLE);
        byte[] raw = own.raw();
        try (SessionSecret secret = SessionSecret.generate(random);
                AesKey key = secret.key(random)) {
            sessions.put(new Session(secret.row(), id, key.seal(raw, secret.place()), now, now));
            people.loggedIn(id, now);
            audit.append(id, Audit.Action.LOGGED_IN, "");
            return secret.cookie();
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }

    private void publish(KeyRing ring) throws TryAgain {
        if (ring.readsCases()) {
            atLogin.with(ring);
        }
    }

    private StaffSession opened(SessionSecret secret, Session session, Member member) throws TryAgain, GiveUp {
        byte[] raw;
        try (AesKey key = secret.key(random)) {
            raw = key.open(session.sealed(), secret.place());
        }
        try (AesKey own = AesKey.of(raw, random)) {
            MembersKeys.Opened opened = keys.open(own, member);
            if (opened.isNew()) {
                publish(opened.ring());
            }
            return new StaffSession(
                    member.id(),
                    new String(opened.name(), StandardCharsets.UTF_8),
                    StaffSession.Role.valueOf(member.role()),
                    opened.ring(),
                    session.id());
        } finally {
            Arrays.fill(raw, (byte) 0);
        }
    }
}

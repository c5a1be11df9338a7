package org.umbral.testing;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.umbral.clinic.keys.KeyRing;
import org.umbral.clinic.keys.Login;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.EntryId;
import org.umbral.shared.secret.AesKey;
import org.umbral.shared.secret.OpeningKey;
import org.umbral.shared.secret.Passphrase;
import org.umbral.shared.secret.SigningKey;

/** One fictitious member of staff; every session gets a ring of its own, and all rings are remembered. */
public final class LoginFake implements Login {
    public static final String NAME = "Carla Ficticia";

    private final SecureRandom random;
    private volatile Role role = Role.PARALEGAL;
    private volatile boolean sponsors;
    private final Map<String, Boolean> sessions = new ConcurrentHashMap<>();
    private final List<AesKey> keysGiven = new CopyOnWriteArrayList<>();

    public LoginFake(SecureRandom random) {
        this.random = random;
    }

    /** What every session is from now on. */
    public void role(Role now) {
        role = now;
    }

    /** Every session from now on has the key of sponsors too. */
    public void readsSponsors(boolean now) {
        sponsors = now;
    }

    @Override
    public String login(String name, Passphrase passphrase) throws AskThePerson {
        if (!name.equals(NAME) || !passphrase.isLongEnough()) {
            throw new AskThePerson("wrong-login");
        }
        String secret = EntryId.random(random).text() + EntryId.random(random).text();
        sessions.put(secret, true);
        return secret;
    }

    @Override
    public Optional<StaffSession> resume(String secret) {
        if (!sessions.containsKey(secret)) {
            return Optional.empty();
        }
        AesKey staffKey = AesKey.generate(random);
        keysGiven.add(staffKey);
        KeyRing ring = new KeyRing(
                Map.of(1, OpeningKey.generate(random)),
                1,
                SigningKey.generate(random),
                sponsors
                        ? Map.of(Audience.STAFF, staffKey, Audience.SPONSOR, AesKey.generate(random))
                        : Map.of(Audience.STAFF, staffKey),
                AesKey.generate(random));
        return Optional.of(new StaffSession("staff-1", NAME, role, ring));
    }

    @Override
    public Optional<StaffSession> peek(String secret) {
        return resume(secret);
    }

    @Override
    public void logout(String secret) {
        sessions.remove(secret);
    }

    @Override
    public boolean anyoneLoggedIn() {
        return !sessions.isEmpty();
    }

    public void endAll() {
        sessions.clear();
    }

    public int ringsGiven() {
        return keysGiven.size();
    }

    /** Rings whose keys can still be used. */
    public long ringsOpen() {
        return keysGiven.stream().filter(LoginFake::isOpen).count();
    }

    private static boolean isOpen(AesKey key) {
        try {
            key.raw();
            return true;
        } catch (IllegalStateException wiped) {
            return false;
        }
    }
}

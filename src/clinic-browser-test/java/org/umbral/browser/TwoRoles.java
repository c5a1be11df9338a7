package org.umbral.browser;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.umbral.clinic.keys.Login;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.line.LineClinic;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.Roles;

/** The clinic's own login, behind which one name more gets a paralegal's session: staff key only. */
final class TwoRoles implements Login {
    static final String PARALEGAL = "Paula FICTICIA";

    private final Login login;
    private final Set<String> paralegals = ConcurrentHashMap.newKeySet();

    TwoRoles(Login login) {
        this.login = login;
    }

    @Override
    public String login(String name, Passphrase passphrase) throws AskThePerson, TryAgain {
        if (!name.equals(PARALEGAL)) {
            return login.login(name, passphrase);
        }
        String secret = login.login(LineClinic.STAFF, passphrase);
        paralegals.add(secret);
        return secret;
    }

    @Override
    public Optional<StaffSession> resume(String secret) throws TryAgain {
        return login.resume(secret).map(session -> inRole(secret, session));
    }

    @Override
    public Optional<StaffSession> peek(String secret) throws TryAgain {
        return login.peek(secret).map(session -> inRole(secret, session));
    }

    private StaffSession inRole(String secret, StaffSession session) {
        return paralegals.contains(secret) ? Roles.paralegal(session) : session;
    }

    @Override
    public void logout(String secret) throws TryAgain {
        login.logout(secret);
    }

    @Override
    public boolean anyoneLoggedIn() throws TryAgain {
        return login.anyoneLoggedIn();
    }
}

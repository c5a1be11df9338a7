package org.umbral.clinic.keys;

import java.util.Optional;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Passphrase;

/**
 * Staff log in with name and passphrase; that unwraps the ring for their session only (design §6). The session's secret
 * lives in the cookie, the ring wrapped under it in the session row, so that no copy outlives the session. Thread-safe.
 */
public interface Login {
    /**
     * Takes about a second. {@code AskThePerson("wrong-login")} on a wrong name or passphrase alike, {@code
     * AskThePerson("login-delayed")} after several wrong tries.
     *
     * @return the session's secret, for the cookie
     */
    String login(String name, Passphrase passphrase) throws AskThePerson, TryAgain;

    /** The session of a cookie, renewed; empty where it ended. The caller closes the ring after the request. */
    Optional<StaffSession> resume(String secret) throws TryAgain;

    /** The same without renewing it: for what a page asks by itself while nobody touches it. */
    Optional<StaffSession> peek(String secret) throws TryAgain;

    void logout(String secret) throws TryAgain;

    /** Whether any session lives: while none does, an emergency alerts. */
    boolean anyoneLoggedIn() throws TryAgain;
}

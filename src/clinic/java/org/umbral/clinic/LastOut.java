package org.umbral.clinic;

import java.util.Optional;
import org.umbral.clinic.keys.Login;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Passphrase;

/** The last one out switches off the light: what stands in memory is dropped with the last session (design §6). */
record LastOut(Login login, Runnable forget) implements Login {
    @Override
    public String login(String name, Passphrase passphrase) throws AskThePerson, TryAgain {
        return login.login(name, passphrase);
    }

    @Override
    public Optional<StaffSession> resume(String secret) throws TryAgain {
        return login.resume(secret);
    }

    @Override
    public Optional<StaffSession> peek(String secret) throws TryAgain {
        return login.peek(secret);
    }

    @Override
    public void logout(String secret) throws TryAgain {
        login.logout(secret);
        forgetIfAlone();
    }

    @Override
    public boolean anyoneLoggedIn() throws TryAgain {
        return login.anyoneLoggedIn();
    }

    /** Sessions also end by themselves, and when somebody's access ends. */
    void forgetWhenNobodyIsThere() {
        try {
            forgetIfAlone();
        } catch (TryAgain unknown) {
            forget.run();
        }
    }

    private void forgetIfAlone() throws TryAgain {
        if (!login.anyoneLoggedIn()) {
            forget.run();
        }
    }
}

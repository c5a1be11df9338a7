package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.concurrent.Semaphore;
import org.umbral.clinic.keys.People;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.secret.Passphrase;

/** A newcomer at their own screen: the code that they were given, a name and a passphrase of their own. */
final class JoinPages {
    /** What was typed before; never a passphrase. */
    record View(String code, String name, String error) {}

    private final People people;
    private final Visits visits;
    private final Semaphore tries = new Semaphore(LoginPages.TRIES_AT_ONCE);

    JoinPages(People people, Visits visits) {
        this.people = people;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/join", visits.open(this::form));
        routes.post("/join", visits.open(this::join));
    }

    private void form(Visit visit) throws Failure {
        if (visits.isSetUp()) {
            visit.show("join", new View("", "", ""));
        } else {
            visit.ctx().redirect("/setup");
        }
    }

    private void join(Visit visit) throws Failure {
        String code = visit.form("code");
        String name = visit.form("name");
        String first = visit.secret("passphrase");
        String error;
        visit.ctx().status(422);
        if (!first.equals(visit.secret("again"))) {
            error = "passphrases-differ";
        } else if (tries.tryAcquire()) {
            try (Passphrase passphrase = Passphrase.of(first.toCharArray())) {
                people.join(code, name, passphrase, visits.sender(visit.ctx()));
                visit.ctx().redirect("/login?joined=yes", HttpStatus.SEE_OTHER);
                return;
            } catch (AskThePerson e) {
                error = e.reason();
                visit.ctx().status(error.equals("login-delayed") ? 429 : 422);
            } finally {
                tries.release();
            }
        } else {
            error = "too-many-tries";
            visit.ctx().status(429).header("Retry-After", "3");
        }
        visit.show("join", new View(code, name, visit.words().sayOr("failure." + error, "failure.our-fault")));
    }
}

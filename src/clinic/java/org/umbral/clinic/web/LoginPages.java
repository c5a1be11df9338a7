package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.Login;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Passphrase;

/** Login, logout and the language switch. */
final class LoginPages {
    /** A try takes a second and much memory: more at once would only slow each other down. */
    static final int TRIES_AT_ONCE = 2;

    /**
     * @param waiting what arrived and nobody could read yet, in words; empty where there is nothing
     * @param emergency the same of emergencies
     * @param ready what went well before; empty where nothing did
     */
    record View(String waiting, String emergency, String name, String error, String ready) {}

    private final Login login;
    private final Desk desk;
    private final Visits visits;
    private final Semaphore tries = new Semaphore(TRIES_AT_ONCE);

    LoginPages(Login login, Desk desk, Visits visits) {
        this.login = login;
        this.desk = desk;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/login", visits.open(this::form));
        routes.post("/login", visits.open(this::logIn));
        routes.post("/logout", visits.staff(visit -> {
            visits.end(visit.ctx());
            visit.ctx().redirect("/login", HttpStatus.SEE_OTHER);
        }));
        routes.post("/language", visits.open(this::speak));
        routes.post("/staff-language", visits.staff(this::speak));
    }

    private void form(Visit visit) throws Failure {
        if (visits.isSetUp()) {
            show(visit, "", "");
        } else {
            visit.ctx().redirect("/setup");
        }
    }

    private void logIn(Visit visit) throws Failure {
        String name = visit.form("name");
        String error;
        if (tries.tryAcquire()) {
            try (Passphrase passphrase =
                    Passphrase.of(visit.secret("passphrase").toCharArray())) {
                begin(visit, login.login(name, passphrase));
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
        String said = visit.words().sayOr("failure." + error, "failure.our-fault");
        Optional<Kept> kept = Kept.carried(visit.ctx());
        if (kept.isPresent()) {
            visits.askLogin(visit, kept.get(), name, said);
        } else {
            show(visit, name, said);
        }
    }

    private void begin(Visit visit, String secret) throws Failure {
        visits.begin(visit.ctx(), secret);
        Optional<Kept> kept = Kept.carried(visit.ctx());
        if (kept.isEmpty() || !showAgain(visit, secret, kept.get())) {
            visit.ctx().redirect("/queue", HttpStatus.SEE_OTHER);
        }
    }

    /** Not to somebody else than who typed it, where that person may not read it. */
    private boolean showAgain(Visit visit, String secret, Kept kept) throws Failure {
        try {
            visits.showAgain(visit.ctx(), secret, kept);
            return true;
        } catch (AskThePerson notTheirs) {
            return false;
        }
    }

    private void show(Visit visit, String name, String error) throws TryAgain {
        Desk.Unread unread = desk.unread();
        Moments moments = visit.moments();
        Words words = visit.words();
        String waiting = unread.oldest()
                .map(oldest -> words.say("login.waiting", unread.envelopes(), moments.age(oldest)))
                .orElse("");
        String emergency = unread.oldestEmergency()
                .map(oldest -> words.say("login.emergency", unread.emergencies(), moments.age(oldest)))
                .orElse("");
        String ready = !visit.query("ready").isEmpty()
                ? words.say("login.ready")
                : visit.query("joined").isEmpty() ? "" : words.say("login.joined");
        visit.show("login", new View(waiting, emergency, name, error, ready));
    }

    private void speak(Visit visit) {
        visits.speak(visit.ctx(), visit.form("language"));
        String back = visit.form("back");
        boolean ours = back.matches("/[A-Za-z0-9/_-]*") && !back.startsWith("//");
        visit.ctx().redirect(ours ? back : "/", HttpStatus.SEE_OTHER);
    }
}

package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import org.umbral.clinic.keys.SetUp;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Passphrase;

/** The first set-up: from this machine, or with the code that the console printed. */
final class SetUpPages {
    private static final SheetPages SHEET = new SheetPages("/setup", "words.go");

    /** What was typed before, so that a mistake costs one field and not four. Never a passphrase. */
    record FormView(String clinic, String telephone, String staff, boolean asksCode, String error) {}

    private final SetUp setUp;
    private final Visits visits;
    private final PagesSettings settings;

    SetUpPages(SetUp setUp, Visits visits, PagesSettings settings) {
        this.setUp = setUp;
        this.visits = visits;
        this.settings = settings;
    }

    void serve(RoutesConfig routes) {
        routes.get("/setup", visits.open(this::form));
        routes.post("/setup", visits.open(this::begin));
        routes.get("/setup/words", visits.open(visit -> showWords(visit, visit.query("asked"), "")));
        routes.post("/setup/words", visits.open(this::finish));
    }

    private void form(Visit visit) throws Failure {
        if (isOver(visit)) {
            return;
        }
        requirePlace(visit.ctx());
        visit.show("setup", new FormView("", "", "", asksCode(visit.ctx()), ""));
    }

    private void begin(Visit visit) throws Failure {
        if (isOver(visit)) {
            return;
        }
        requirePlace(visit.ctx());
        String first = visit.secret("passphrase");
        String error = "";
        if (asksCode(visit.ctx()) && !isCode(visit.form("code"))) {
            error = "wrong-code";
        } else if (!first.equals(visit.secret("again"))) {
            error = "passphrases-differ";
        }
        if (error.isEmpty()) {
            try (Passphrase passphrase = Passphrase.of(first.toCharArray())) {
                SHEET.show(
                        visit,
                        setUp.begin(visit.form("clinic"), visit.form("telephone"), visit.form("staff"), passphrase));
                return;
            } catch (AskThePerson e) {
                error = e.reason();
            }
        }
        String said = visit.words().sayOr("failure." + error, "failure.our-fault");
        visit.ctx().status(422);
        visit.show(
                "setup",
                new FormView(
                        visit.form("clinic"),
                        visit.form("telephone"),
                        visit.form("staff"),
                        asksCode(visit.ctx()),
                        said));
    }

    private void showWords(Visit visit, String asked, String error) throws Failure {
        if (isOver(visit)) {
            return;
        }
        SHEET.ask(visit, asked, error);
    }

    private void finish(Visit visit) throws Failure {
        requirePlace(visit.ctx());
        try {
            setUp.finish(SheetPages.typed(visit));
            visit.ctx().redirect("/login?ready=yes");
        } catch (AskThePerson e) {
            if (!e.reason().equals("sheet-differs")) {
                throw e;
            }
            visit.ctx().status(422);
            showWords(visit, visit.form("asked"), visit.words().sayOr("failure." + e.reason(), "failure.our-fault"));
        }
    }

    private boolean isOver(Visit visit) throws TryAgain {
        if (setUp.isDone()) {
            visit.ctx().redirect("/login");
            return true;
        }
        return false;
    }

    private void requirePlace(Context ctx) throws AskThePerson {
        if (!Gate.isAtThisMachine(ctx, settings) && settings.setUpCode().isEmpty()) {
            throw new AskThePerson("set-up-elsewhere");
        }
    }

    private boolean asksCode(Context ctx) {
        return !Gate.isAtThisMachine(ctx, settings);
    }

    private boolean isCode(String given) {
        Optional<String> code = settings.setUpCode();
        return code.isPresent()
                && MessageDigest.isEqual(Visits.bytes(code.get()), Visits.bytes(given.toUpperCase(Locale.ROOT)));
    }
}

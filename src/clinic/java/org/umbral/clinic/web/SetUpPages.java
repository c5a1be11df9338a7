package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.umbral.clinic.keys.SetUp;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.secret.Passphrase;

/** The first set-up: from this machine, or with the code that the console printed. */
final class SetUpPages {
    private static final Pattern ASKED = Pattern.compile("[0-9]{1,2}(-[0-9]{1,2}){0,11}");

    /** What was typed before, so that a mistake costs one field and not four. Never a passphrase. */
    record FormView(String clinic, String telephone, String staff, boolean asksCode, String error) {}

    record SheetView(SetUp.RecoverySheet sheet, List<String> identity, String asked) {}

    record WordsView(List<Integer> asked, String askedText, String error) {}

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
                showSheet(
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

    private static void showSheet(Visit visit, SetUp.RecoverySheet sheet) {
        List<String> asked = sheet.asked().stream().map(String::valueOf).toList();
        visit.show("sheet", new SheetView(sheet, groups(sheet.ageIdentity()), String.join("-", asked)));
    }

    private void showWords(Visit visit, String asked, String error) throws Failure {
        if (isOver(visit)) {
            return;
        }
        if (!ASKED.matcher(asked).matches()) {
            visit.ctx().redirect("/setup");
            return;
        }
        List<Integer> numbers =
                List.of(asked.split("-")).stream().map(Integer::valueOf).toList();
        visit.show("setupwords", new WordsView(numbers, asked, error));
    }

    private void finish(Visit visit) throws Failure {
        requirePlace(visit.ctx());
        try {
            setUp.finish(
                    visit.ctx().formParams("word").stream().map(String::strip).toList());
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

    /** Groups of four after the part that all identities share: short enough to be read aloud and checked. */
    private static List<String> groups(String identity) {
        int start = identity.lastIndexOf("-1") + 2;
        List<String> groups = new ArrayList<>();
        groups.add(identity.substring(0, start));
        for (int i = start; i < identity.length(); i += 4) {
            groups.add(identity.substring(i, Math.min(identity.length(), i + 4)));
        }
        return groups;
    }
}

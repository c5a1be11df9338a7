package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.rules.RuleBook;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.catalogue.Catalogue;

/** The desk: queue at the left, a case at the right; photos; what was set aside. */
final class DeskPages {
    record View(QueueView queue, Optional<CaseView> open, TwiceViews.View twice) {
        View(QueueView queue) {
            this(queue, Optional.empty(), TwiceViews.NONE);
        }
    }

    /** How many of the envelopes that waited are opened. */
    record OpeningView(int done, int of) {}

    /**
     * @param keys that staff may confirm
     * @param unnamed photos that no entry names yet, in words; empty where there are none
     * @param confirmed whether a key was confirmed just now
     */
    record SetAsideView(List<SetAside> rows, List<PhoneViews.Key> keys, String unnamed, boolean confirmed) {}

    record SetAside(String arrived, String device, String why, String todo, String name) {}

    private static final int TOO_MANY_AT_ONCE = 250;

    private final Desk desk;
    private final RuleBook rules;
    private final BesideCases beside;
    private final Visits visits;
    private final CaseViews cases;
    private final PhoneViews phones;
    private final TwiceViews twice;

    DeskPages(
            Desk desk,
            Guards guards,
            Phones phones,
            TwiceViews twice,
            RuleBook rules,
            BesideCases beside,
            Catalogue catalogue,
            Visits visits) {
        this.rules = rules;
        this.beside = beside;
        this.desk = desk;
        this.twice = twice;
        this.phones = new PhoneViews(phones, desk);
        this.visits = visits;
        this.cases = new CaseViews(catalogue, guards);
    }

    void serve(RoutesConfig routes) {
        routes.get("/", ctx -> ctx.redirect("/queue"));
        routes.get("/queue", visits.staff(this::first));
        routes.get("/queue/list", visits.polling(this::list));
        routes.get("/case/{id}", visits.staff(this::open));
        routes.post("/case/{id}/question", visits.staff(this::ask));
        routes.get("/case/{id}/photo/{photo}", visits.staff(this::photo));
        routes.get("/case/{id}/photo/{photo}/view", visits.staff(this::viewer));
        routes.get("/set-aside", visits.staff(this::setAside));
        routes.get("/help", visits.staff(visit -> visit.show("help", "")));
    }

    /** Where everybody comes in; who reads no cases is led to their own work. */
    private void first(Visit visit) throws Failure {
        if (visit.staff().role().readsCases()) {
            int waiting = desk.unread().envelopes();
            if (waiting > TOO_MANY_AT_ONCE) {
                opening(visit, waiting);
            } else {
                visit.show("desk", new View(queue(visit, "")));
            }
        } else {
            visit.ctx().redirect("/people", HttpStatus.SEE_OTHER);
        }
    }

    /** A few hundred envelopes, then the page that says how far it is and asks for the next. */
    private void opening(Visit visit, int waiting) throws Failure {
        int left = desk.openSome(visit.staff());
        int of = Math.max(waiting, number(visit.query("of")));
        visit.ctx().header("Refresh", "0; url=/queue?of=" + of);
        visit.show("opening", new OpeningView(of - left, of));
    }

    private static int number(String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private QueueView queue(Visit visit, String selected) throws Failure {
        String stamp = stamp(visit);
        QueueView.Closed closed = new QueueView.Closed(
                desk.work().closed(visit.staff()), visit.query("closed").equals("yes"));
        List<Desk.QueueRow> rows = desk.queue(visit.staff());
        return QueueView.of(
                rows,
                closed,
                QueueFilter.of(visit),
                cases.words(visit),
                visit.moments(),
                selected,
                stamp,
                visit.staff().role() == StaffSession.Role.STEWARD ? "queue.name-apart" : "queue.no-name",
                desk.emergenciesSetAside());
    }

    /** Changes with the queue, and each minute, so that ages stay true. */
    private String stamp(Visit visit) throws Failure {
        return desk.version() + "-" + visit.visits().now().getEpochSecond() / 60;
    }

    /** For the live queue: nothing while nothing changed. */
    private void list(Visit visit) throws Failure {
        if (visit.query("stamp").equals(stamp(visit))) {
            visit.ctx().status(204);
        } else {
            compareWhatCame(visit);
            visit.show("queue", queue(visit, visit.query("selected")));
        }
    }

    /** Nobody waits for a live update, so here new cases are compared with all others. */
    private void compareWhatCame(Visit visit) throws AskThePerson {
        if (visit.staff().role().worksOnCases()) {
            try {
                twice.lookalikes().keepUp(visit.staff());
            } catch (TryAgain later) {
                // The list itself must come; what was not compared is compared with the next change.
            }
        }
    }

    private void open(Visit visit) throws Failure {
        CaseId id = caseId(visit.ctx());
        Desk.CasePage page = desk.open(visit.staff(), id);
        QueueView queue = queue(visit, id.text());
        Optional<Desk.QueueRow> row = queue.row(id);
        visit.show(
                "desk",
                new View(
                        queue,
                        Optional.of(cases.view(
                                visit, page, row, rules.confirmed(visit.staff()), beside.of(visit, page.caseFile()))),
                        twice.of(visit, page.caseFile(), queue.cases())));
    }

    private void ask(Visit visit) throws Failure {
        CaseId id = caseId(visit.ctx());
        String about = visit.form("about");
        Optional<CaseId> intake = TwiceViews.intake(about);
        desk.ask(
                visit.staff(),
                intake.orElse(id),
                visit.form("text"),
                QuestionViews.about(intake.isPresent() ? "" : about));
        visit.ctx().redirect("/case/" + id.text() + "#questions", HttpStatus.SEE_OTHER);
    }

    private void photo(Visit visit) throws Failure {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            desk.photo(visit.staff(), caseId(visit.ctx()), photoName(visit.ctx()), jpeg);
        } catch (AskThePerson refused) {
            if (!refused.reason().equals(SponsorPhoto.SHUT)) {
                throw refused;
            }
            sponsorPhoto(visit);
            return;
        }
        visit.ctx().contentType("image/jpeg").result(jpeg.toByteArray());
    }

    private void viewer(Visit visit) throws Failure {
        Desk.CasePage page = desk.open(visit.staff(), caseId(visit.ctx()));
        Optional<PhotoView> photo = cases.photo(visit, page, photoName(visit.ctx()));
        PhotoView found = photo.orElseThrow(() -> new AskThePerson("no-such-photo"));
        if (found.shut()) {
            throw new AskThePerson("conflict-check-first");
        }
        if (found.apart()) {
            sponsorPhoto(visit);
        } else {
            visit.show("viewer", found);
        }
    }

    /** Instead of the photo: the page that asks why. */
    private void sponsorPhoto(Visit visit) throws Failure {
        Desk.CasePage page = desk.open(visit.staff(), caseId(visit.ctx()));
        SponsorPhoto.show(visit, cases.access(visit, page), page, photoName(visit.ctx()));
    }

    private void setAside(Visit visit) throws Failure {
        Words words = visit.words();
        List<SetAside> rows = desk.quarantine(visit.staff()).stream()
                .map(one -> new SetAside(
                        visit.moments().whole(one.arrived()),
                        one.device().orElse(""),
                        words.sayOr("set-aside." + one.reason(), "set-aside.other"),
                        words.sayOr("set-aside." + one.reason() + ".do", "set-aside.other.do"),
                        one.envelope().hex()))
                .toList();
        visit.show(
                "setaside",
                new SetAsideView(
                        rows,
                        phones.keys(visit),
                        unnamed(visit),
                        visit.query("confirmed").equals("yes")));
    }

    private String unnamed(Visit visit) throws Failure {
        Desk.Unnamed unnamed = desk.unnamedPhotos();
        return unnamed.since()
                .map(since -> visit.words()
                        .say(
                                "set-aside.unnamed",
                                unnamed.photos(),
                                visit.moments().whole(since)))
                .orElse("");
    }

    static CaseId caseId(Context ctx) throws AskThePerson {
        try {
            return new CaseId(ctx.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new AskThePerson("no-such-case");
        }
    }

    static Sha256 photoName(Context ctx) throws AskThePerson {
        try {
            return new Sha256(ctx.pathParam("photo"));
        } catch (IllegalArgumentException e) {
            throw new AskThePerson("no-such-photo");
        }
    }
}

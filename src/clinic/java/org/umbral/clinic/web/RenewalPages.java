package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import org.umbral.clinic.keys.People;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;

/** New keys after somebody left: why, the new recovery sheet, its words typed back. */
final class RenewalPages {
    record View(boolean due) {}

    private static final SheetPages SHEET = new SheetPages("/people/keys", "renewal.finish");

    private final People people;
    private final Visits visits;

    RenewalPages(People people, Visits visits) {
        this.people = people;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/people/keys", visits.staff(visit -> visit.show("renewal", new View(people.keysAreDue()))));
        routes.post("/people/keys", visits.staff(visit -> SHEET.show(visit, people.beginKeys(visit.staff()))));
        routes.get("/people/keys/words", visits.staff(visit -> SHEET.ask(visit, visit.query("asked"), "")));
        routes.post("/people/keys/words", visits.staff(this::finish));
    }

    private void finish(Visit visit) throws Failure {
        try {
            people.finishKeys(visit.staff(), SheetPages.typed(visit));
            visit.ctx().redirect("/people?renewed=yes", HttpStatus.SEE_OTHER);
        } catch (AskThePerson e) {
            if (!e.reason().equals("sheet-differs")) {
                throw e;
            }
            visit.ctx().status(422);
            SHEET.ask(visit, visit.form("asked"), visit.words().sayOr("failure." + e.reason(), "failure.our-fault"));
        }
    }
}

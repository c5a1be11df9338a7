package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;

/** Confirming a key over the telephone, so that what it signed counts (design §4, a lost phone). */
final class KeyPages {
    record View(PhoneViews.Key key, String error) {}

    private final Phones phones;
    private final PhoneViews views;
    private final Visits visits;

    KeyPages(Phones phones, Desk desk, Visits visits) {
        this.phones = phones;
        this.views = new PhoneViews(phones, desk);
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/keys/{key}", visits.staff(visit -> show(visit, "")));
        routes.post("/keys/{key}", visits.staff(this::admit));
    }

    /** The code is not on the page: what staff type comes from the telephone. */
    private void show(Visit visit, String error) throws Failure {
        String id = visit.ctx().pathParam("key");
        PhoneViews.Key key = views.keys(visit).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-key"));
        visit.show("key", new View(key, error));
    }

    private void admit(Visit visit) throws Failure {
        try {
            phones.admit(visit.staff(), visit.ctx().pathParam("key"), visit.form("code"));
        } catch (AskThePerson e) {
            if (!e.reason().equals("code-differs")) {
                throw e;
            }
            visit.ctx().status(422);
            show(visit, visit.words().say("failure.code-differs"));
            return;
        }
        boolean opensMail = visit.staff().role() != StaffSession.Role.COORDINATOR;
        visit.ctx().redirect(opensMail ? "/set-aside?confirmed=yes" : "/phones", HttpStatus.SEE_OTHER);
    }
}

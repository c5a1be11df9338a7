package org.umbral.clinic.web;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Desk;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.catalogue.Catalogue;

/** The two pages of a form that was {@link Kept}: the login that it travels through, and the question whether to save it. */
record KeptPages(Desk desk, Catalogue catalogue) {
    /** Answers, or shows what was typed where the server could not take it now. */
    void answer(Page page, Visit visit, Optional<Kept> kept) throws Failure {
        try {
            page.answer(visit);
        } catch (TryAgain e) {
            visit.ctx().status(HttpStatus.SERVICE_UNAVAILABLE);
            show(visit, kept.orElseThrow(() -> e), failure(visit, e));
        }
    }

    /** To whoever is logged in now, works on cases, sees this one, and reads every field that was filled. */
    void show(Visit visit, Kept kept, String why) throws Failure {
        if (kept.caseId().isPresent()) {
            desk.requireVisible(visit.staff(), kept.caseId().get());
        }
        Access access = Access.of(visit.staff()).withSponsors();
        boolean readsAll = kept.fieldIds().stream()
                .flatMap(id -> catalogue.field(id).stream())
                .allMatch(access::mayRead);
        if (!visit.staff().role().worksOnCases() || !readsAll) {
            throw new AskThePerson("not-your-role");
        }
        String who = visit.staff().name();
        visit.show("kept", new Kept.View(kept, kept.lines(visit.words()), why, who, "", ""));
    }

    /** @param name that was typed before at this login; {@code error} of it */
    void askLogin(Visit visit, Kept kept, String why, String name, String error) {
        visit.show("kept", new Kept.View(kept, List.of(), why, "", name, error));
    }

    static String failure(Visit visit, Failure failure) {
        return visit.words().sayOr("failure." + failure.reason(), "failure.our-fault");
    }
}

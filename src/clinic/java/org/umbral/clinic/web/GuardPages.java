package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Guards;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;

/** What stands apart in a case and opens behind a reason. */
final class GuardPages {
    /** Which mistakes the case page shows beside its form. */
    static final Set<String> BESIDE_THE_FORM = Set.of("reason-missing", "reason-too-long");

    private final Guards guards;
    private final Visits visits;

    GuardPages(Guards guards, Visits visits) {
        this.guards = guards;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.post("/case/{id}/sponsors", visits.staff(this::openSponsors));
    }

    private void openSponsors(Visit visit) throws Failure {
        CaseId id = DeskPages.caseId(visit.ctx());
        Optional<Sha256> photo = SponsorPhoto.named(visit.form("photo"));
        String problem = "";
        try {
            guards.sponsors().open(visit.staff(), id, visit.form("reason"), visit.form("words"));
        } catch (AskThePerson missing) {
            if (!BESIDE_THE_FORM.contains(missing.reason())) {
                throw missing;
            }
            problem = "?sponsors=" + missing.reason();
        }
        String viewer = photo.map(one -> "/photo/" + one.hex() + "/view").orElse("");
        String place = viewer.isEmpty() ? "#sponsor" : "";
        visit.ctx().redirect("/case/" + id.text() + viewer + problem + place, HttpStatus.SEE_OTHER);
    }
}

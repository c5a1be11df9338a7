package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.casework.Withdrawals;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/** The form "Consent was withdrawn", and the attorney's way back. */
final class WithdrawPages {
    /**
     * @param people who may have taken it back
     * @param now what the form offers as the moment, in the clinic's zone
     */
    record FormView(
            String id,
            String code,
            List<CaseView.Choice> people,
            List<CaseView.Choice> ways,
            List<CaseView.Choice> scopes,
            String now,
            String error) {}

    record UndoView(String id, String code, List<CaseView.Choice> why, String error) {}

    private final Desk desk;
    private final Guards guards;
    private final Catalogue catalogue;
    private final Visits visits;

    WithdrawPages(Desk desk, Guards guards, Catalogue catalogue, Visits visits) {
        this.desk = desk;
        this.guards = guards;
        this.catalogue = catalogue;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/case/{id}/withdraw", visits.staff(visit -> form(visit, "")));
        routes.post("/case/{id}/withdraw", visits.staff(this::withdraw));
        routes.get("/case/{id}/withdraw-undo", visits.staff(visit -> undoForm(visit, "")));
        routes.post("/case/{id}/withdraw-undo", visits.staff(this::undo));
        routes.get("/withdrawn", visits.staff(visit -> visit.show("withdrawn", "")));
    }

    private void form(Visit visit, String error) throws Failure {
        if (!visit.staff().role().worksOnCases()) {
            throw new AskThePerson("not-your-role");
        }
        Desk.CasePage page = desk.open(visit.staff(), DeskPages.caseId(visit.ctx()));
        CatalogueWords said = new CatalogueWords(catalogue, visit.words());
        Facts facts = new Facts(
                page,
                said,
                visit.moments(),
                guards.sponsors().access(visit.staff(), page.caseFile().id()));
        List<CaseView.Choice> people = facts.items("person").stream()
                .map(person -> new CaseView.Choice(person.id().path(), name(visit, facts, person)))
                .toList();
        String now = LocalDateTime.ofInstant(
                        visit.visits().now(), visit.moments().zone())
                .withSecond(0)
                .withNano(0)
                .toString();
        visit.show(
                "withdraw",
                new FormView(
                        page.caseFile().id().text(),
                        page.code(),
                        people,
                        choices(said, "CON-12A"),
                        choices(said, "CON-13"),
                        visit.form("when").isEmpty() ? now : visit.form("when"),
                        error));
    }

    private static String name(Visit visit, Facts facts, Item person) {
        String name = facts.name(person);
        return name.isEmpty() ? visit.words().say("queue.no-name") : name;
    }

    private List<CaseView.Choice> choices(CatalogueWords said, String field) {
        return codes(field).stream()
                .map(code -> new CaseView.Choice(code, said.choice(field, code)))
                .toList();
    }

    private List<String> codes(String field) {
        return catalogue.field(field).map(Field::choices).orElse(List.of());
    }

    private void withdraw(Visit visit) throws Failure {
        CaseId id = DeskPages.caseId(visit.ctx());
        Optional<OffsetDateTime> when = when(visit);
        String via = visit.form("via");
        String person = visit.form("person");
        if (when.isEmpty() || !codes("CON-12A").contains(via) || person.isEmpty()) {
            visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
            form(visit, visit.words().say("withdraw.missing"));
            return;
        }
        Set<String> scope = Set.copyOf(visit.ctx().formParams("scope"));
        boolean violence = !visit.form("violence").isEmpty();
        guards.withdrawals()
                .withdraw(visit.staff(), id, new Withdrawals.Told(item(person), when.get(), via, scope, violence));
        boolean sees = visit.staff().role().seesWithdrawn();
        visit.ctx().redirect(sees ? "/case/" + id.text() : "/withdrawn", HttpStatus.SEE_OTHER);
    }

    private static ItemId item(String path) throws AskThePerson {
        try {
            return new ItemId(path);
        } catch (IllegalArgumentException noItem) {
            throw new AskThePerson("no-such-person");
        }
    }

    private static Optional<OffsetDateTime> when(Visit visit) {
        try {
            return Optional.of(LocalDateTime.parse(visit.form("when"))
                    .atZone(visit.moments().zone())
                    .toOffsetDateTime());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private void undoForm(Visit visit, String error) throws Failure {
        if (visit.staff().role() != StaffSession.Role.ATTORNEY) {
            throw new AskThePerson("not-your-role");
        }
        Desk.CasePage page = desk.open(visit.staff(), DeskPages.caseId(visit.ctx()));
        List<CaseView.Choice> why = Arrays.stream(Withdrawals.Why.values())
                .map(one -> new CaseView.Choice(one.name(), visit.words().say("withdraw.undo." + one.name())))
                .toList();
        visit.show("withdrawundo", new UndoView(page.caseFile().id().text(), page.code(), why, error));
    }

    private void undo(Visit visit) throws Failure {
        CaseId id = DeskPages.caseId(visit.ctx());
        try {
            guards.withdrawals().undo(visit.staff(), id, visit.form("why"));
        } catch (AskThePerson missing) {
            if (!missing.reason().equals("reason-missing")) {
                throw missing;
            }
            visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
            undoForm(visit, visit.words().say("withdraw.undo.missing"));
            return;
        }
        visit.ctx().redirect("/case/" + id.text(), HttpStatus.SEE_OTHER);
    }
}

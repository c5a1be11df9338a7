package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Erasing;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.keys.People;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;

/** Erasing a case: the steward's proposal, the attorney's answer, and what was erased. */
final class ErasePages {
    /**
     * @param code of the case, its id once it is gone
     * @param until day until which it waits, or until which copies may hold it; empty where there is none
     */
    record Line(
            String id,
            String code,
            String reason,
            String state,
            String stateWord,
            String proposed,
            String proposedBy,
            String decided,
            String decidedBy,
            String until,
            String what) {
        boolean waits() {
            return state.equals("WAITS");
        }
    }

    /** @param decides whether the reader may approve */
    record ListView(List<Line> lines, boolean decides) {}

    record ProposeView(String id, String code, List<CaseView.Choice> reasons, String error) {}

    private final Desk desk;
    private final Guards guards;
    private final People people;
    private final Visits visits;

    ErasePages(Desk desk, Guards guards, People people, Visits visits) {
        this.desk = desk;
        this.guards = guards;
        this.people = people;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/case/{id}/erase", visits.staff(visit -> proposeForm(visit, "")));
        routes.post("/case/{id}/erase", visits.staff(this::propose));
        routes.get("/erasing", visits.staff(this::list));
        routes.get("/erasing/{id}", visits.staff(this::confirm));
        routes.post("/erasing/{id}/approve", visits.staff(this::approve));
        routes.post("/erasing/{id}/refuse", visits.staff(this::refuse));
    }

    private void proposeForm(Visit visit, String error) throws Failure {
        if (visit.staff().role() != Role.STEWARD) {
            throw new AskThePerson("not-your-role");
        }
        Desk.CasePage page = desk.open(visit.staff(), DeskPages.caseId(visit.ctx()));
        List<CaseView.Choice> reasons = Arrays.stream(Erasing.Reason.values())
                .map(one -> new CaseView.Choice(one.name(), visit.words().say("erase.reason." + one.name())))
                .toList();
        visit.show("erase", new ProposeView(page.caseFile().id().text(), page.code(), reasons, error));
    }

    private void propose(Visit visit) throws Failure {
        try {
            guards.erasing().propose(visit.staff(), DeskPages.caseId(visit.ctx()), visit.form("reason"));
        } catch (AskThePerson missing) {
            if (!missing.reason().equals("reason-missing")) {
                throw missing;
            }
            visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
            proposeForm(visit, visit.words().say("erase.missing"));
            return;
        }
        visit.ctx().redirect("/erasing", HttpStatus.SEE_OTHER);
    }

    private void list(Visit visit) throws Failure {
        boolean decides = visit.staff().role() == Role.ATTORNEY;
        visit.show("erasing", new ListView(lines(visit), decides));
    }

    private void confirm(Visit visit) throws Failure {
        if (visit.staff().role() != Role.ATTORNEY) {
            throw new AskThePerson("not-your-role");
        }
        String id = DeskPages.caseId(visit.ctx()).text();
        Line line = lines(visit).stream()
                .filter(one -> one.id().equals(id) && one.waits())
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-proposal"));
        visit.show("eraseconfirm", line);
    }

    private void approve(Visit visit) throws Failure {
        guards.erasing().approve(visit.staff(), DeskPages.caseId(visit.ctx()));
        visit.ctx().redirect("/erasing", HttpStatus.SEE_OTHER);
    }

    private void refuse(Visit visit) throws Failure {
        guards.erasing().refuse(visit.staff(), DeskPages.caseId(visit.ctx()));
        visit.ctx().redirect("/erasing", HttpStatus.SEE_OTHER);
    }

    private List<Line> lines(Visit visit) throws Failure {
        List<Erasing.Proposal> all = guards.erasing().list(visit.staff());
        Map<String, String> codes = new HashMap<>();
        desk.queue(visit.staff()).forEach(row -> codes.put(row.id().text(), row.code()));
        Map<String, String> names = new HashMap<>();
        people.list(visit.staff()).forEach(person -> names.put(person.id(), person.name()));
        return all.stream().map(one -> line(visit, one, codes, names)).toList();
    }

    private static Line line(Visit visit, Erasing.Proposal one, Map<String, String> codes, Map<String, String> names) {
        Words words = visit.words();
        Moments moments = visit.moments();
        CaseId id = one.id();
        String until = switch (one.state()) {
            case WAITS -> moments.date(one.proposed().plus(Erasing.LAPSES_AFTER));
            case ERASED ->
                one.erased()
                        .map(at -> moments.date(at.plus(Erasing.IN_BACKUPS)))
                        .orElse("");
            default -> "";
        };
        return new Line(
                id.text(),
                codes.getOrDefault(id.text(), id.text()),
                words.say("erase.reason." + one.reason()),
                one.state().name(),
                words.say("erasing.state." + one.state().name()),
                moments.exact(one.proposed()),
                names.getOrDefault(one.proposedBy(), one.proposedBy()),
                one.decided().map(moments::exact).orElse(""),
                one.decidedBy().map(by -> names.getOrDefault(by, by)).orElse(""),
                until.isEmpty() ? "" : words.say("erasing.until." + one.state().name(), until),
                one.state() == Erasing.State.ERASED
                        ? words.say("erasing.entries", one.entries()) + ", " + words.say("erasing.photos", one.photos())
                        : "");
    }
}

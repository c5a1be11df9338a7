package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.casework.Work;
import org.umbral.clinic.keys.People;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;

/** The tasks of all cases, and what staff write with one click: a task that is done, a call, a line entered by mistake. */
final class WorkPages {
    private static final int LONGEST_NAME = 120;

    /** @param mine those for this person or for nobody in particular */
    record TasksView(List<Row> mine, List<Row> others) {}

    /** @param late overdue or due today, in words; empty where it is neither */
    record Row(String caseId, String name, String code, String what, String due, String late, String whom) {}

    private final Desk desk;
    private final Guards guards;
    private final People people;
    private final Catalogue catalogue;
    private final Visits visits;
    private final SecureRandom random;

    WorkPages(Desk desk, Guards guards, People people, Catalogue catalogue, Visits visits, SecureRandom random) {
        this.desk = desk;
        this.guards = guards;
        this.people = people;
        this.catalogue = catalogue;
        this.visits = visits;
        this.random = random;
    }

    void serve(RoutesConfig routes) {
        routes.get("/tasks", visits.staff(this::tasks));
        routes.post("/case/{id}/task-done", visits.staff(this::done));
        routes.post("/case/{id}/called", visits.staff(this::called));
        routes.post("/case/{id}/mistake", visits.staff(this::mistake));
    }

    private void tasks(Visit visit) throws Failure {
        Map<String, Desk.QueueRow> cases = DuplicatePages.byCase(desk.queue(visit.staff()));
        List<Row> mine = new ArrayList<>();
        List<Row> others = new ArrayList<>();
        for (Work.Task task : desk.work().tasks(visit.staff())) {
            boolean forOthers =
                    !task.whom().isEmpty() && !task.whom().equals(visit.staff().staff());
            Optional.ofNullable(cases.get(task.caseId().text()))
                    .ifPresent(row -> (forOthers ? others : mine).add(row(visit, task, row)));
        }
        visit.show("tasks", new TasksView(mine, others));
    }

    private static Row row(Visit visit, Work.Task task, Desk.QueueRow about) {
        Words words = visit.words();
        return new Row(
                task.caseId().text(),
                about.name().isBlank() ? words.say("queue.no-name") : about.name(),
                about.code(),
                task.what(),
                task.due().map(day -> WorkViews.due(visit.moments(), day)).orElse(""),
                WorkViews.late(visit.moments(), words, task.due()),
                task.whomName());
    }

    private void done(Visit visit) throws Failure {
        Desk.CasePage page = open(visit);
        Shown shown = Shown.of(page.caseFile(), visit.form("seen"));
        write(
                visit,
                HowKnown.STAFF,
                List.of(new Desk.Change(
                        EditPages.item(visit.form("item")), WorkViews.DONE, Value.flag(true), shown.seen())));
        back(visit, "work");
    }

    private Desk.CasePage open(Visit visit) throws Failure {
        return desk.open(visit.staff(), DeskPages.caseId(visit.ctx()));
    }

    private void write(Visit visit, HowKnown known, List<Desk.Change> changes) throws Failure {
        CaseId id = DeskPages.caseId(visit.ctx());
        desk.write(visit.staff(), id, new Desk.Changes(known, Optional.empty(), changes));
    }

    private static void back(Visit visit, String section) throws Failure {
        String id = DeskPages.caseId(visit.ctx()).text();
        visit.ctx().redirect("/case/" + id + "#" + section, HttpStatus.SEE_OTHER);
    }

    private static Desk.Change change(ItemId item, String field, Value value) {
        return new Desk.Change(item, new FieldId(field), value, Set.of());
    }

    /** The call as it went; on request a task to call again tomorrow. */
    private void called(Visit visit) throws Failure {
        Desk.CasePage page = open(visit);
        CatalogueWords said = new CatalogueWords(catalogue, visit.words());
        Access access = guards.access(visit.staff(), page.caseFile());
        WorkView.Telephone telephone = new Telephones(new Facts(page, said, visit.moments(), access), said)
                .all().stream()
                        .filter(one -> one.item().equals(visit.form("item")))
                        .findFirst()
                        .orElseThrow(() -> new AskThePerson("no-such-field"));
        String whom = cut(telephone.whose() + " · " + telephone.number());
        List<Desk.Change> changes = new ArrayList<>();
        ItemId call = ItemId.CASE.child(random);
        changes.add(change(call, "CAL-01", Value.text(whom)));
        String now = OffsetDateTime.ofInstant(
                        visit.visits().now(), visit.moments().zone())
                .toString();
        changes.add(change(call, "CAL-02", Value.text(now)));
        boolean again = visit.form("result").equals("AGAIN");
        changes.add(change(call, "CAL-03", Value.text(again ? "NOT_REACHED" : visit.form("result"))));
        if (again) {
            changes.addAll(tomorrow(visit, telephone.whose()));
        }
        write(visit, HowKnown.PHONE_CALL, changes);
        back(visit, "work");
    }

    private List<Desk.Change> tomorrow(Visit visit, String whose) throws Failure {
        ItemId task = ItemId.CASE.child(random);
        List<Desk.Change> changes = new ArrayList<>();
        changes.add(change(task, "TSK-01", Value.text(cut(visit.words().say("work.call.task", whose)))));
        changes.add(change(
                task,
                "TSK-01A",
                PartialDate.of(visit.moments().today().plusDays(1)).toValue()));
        new Colleagues(people.colleagues(visit.staff()))
                .value(visit.staff().staff())
                .ifPresent(me -> changes.add(change(task, "TSK-01B", me)));
        return changes;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** A line stays as it was written; a new one says that it was a mistake. */
    private void mistake(Visit visit) throws Failure {
        ItemId event = EditPages.item(visit.form("item"));
        ItemId request = event.parent().orElseThrow(() -> new AskThePerson("no-such-field"));
        ItemId mark = request.child(random);
        write(
                visit,
                HowKnown.STAFF,
                List.of(
                        change(mark, FilingLog.CODE.text(), Value.text(FilingLog.MISTAKE)),
                        change(mark, FilingLog.WHICH.text(), Value.text(event.path()))));
        back(visit, "request");
    }
}

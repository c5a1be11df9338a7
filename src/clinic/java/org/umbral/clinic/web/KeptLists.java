package org.umbral.clinic.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.rules.Checklist;
import org.umbral.clinic.rules.RuleBook;
import org.umbral.shared.Failure;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/**
 * Keeps the clinic's list as it stood when a request was sent (REQ-05), with the attorneys' words on it: once, as soon as an
 * attorney saves a request that says when. Only attorneys read it.
 */
record KeptLists(Desk desk, Guards guards, BesideCases beside, RuleBook rules, Catalogue catalogue) {
    static final FieldId KEPT = new FieldId("REQ-05");
    private static final String REQUEST = "request";
    private static final FieldId SENT = new FieldId("REQ-06");

    /** After a form was saved. */
    void saved(Visit visit, CaseId id, EditForm form) throws Failure {
        Optional<Field> field = catalogue.field(KEPT).filter(form.access()::mayEnter);
        if (!form.group().equals(REQUEST) || field.isEmpty()) {
            return;
        }
        CaseFile file = desk.open(visit.staff(), id).caseFile();
        boolean sent = file.answer(form.item(), SENT)
                .flatMap(Answer::settled)
                .filter(Value::isAnswer)
                .isPresent();
        if (sent && file.answer(form.item(), KEPT).isEmpty()) {
            Desk.Change change = new Desk.Change(form.item(), KEPT, Value.text(list(visit, file)), Set.of());
            desk.write(visit.staff(), id, new Desk.Changes(HowKnown.STAFF, Optional.empty(), List.of(change)));
        }
    }

    private String list(Visit visit, CaseFile file) throws Failure {
        Access access = guards.access(visit.staff(), file);
        Set<String> confirmed = rules.confirmed(visit.staff());
        Checklist list = Checklist.of(
                catalogue,
                file,
                visit.moments().today(),
                access::mayRead,
                beside.now(visit, file).facts());
        ObjectNode json = Json.object()
                .put("rules", catalogue.version())
                .put("at", visit.visits().now().toString())
                .put("authority", list.authority().orElse(""));
        ArrayNode lines = json.putArray("lines");
        list.lines().forEach(line -> lines.add(line(line, confirmed)));
        return Json.writeText(json);
    }

    private static ObjectNode line(Checklist.Line line, Set<String> confirmed) {
        ItemId item = line.gap().item();
        ObjectNode json = Json.object()
                .put("rule", line.rule().id())
                .put("version", line.rule().version())
                .put("item", item.equals(ItemId.CASE) ? CaseLinks.CASE : item.path())
                .put("state", line.state().name())
                .put("counts", confirmed.contains(line.rule().id()));
        line.ruling()
                .ifPresent(ruling -> json.put("word", ruling.word().name())
                        .put("by", ruling.entry().author().person())
                        .put("why", ruling.reason()));
        return json;
    }
}

package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.rules.Checklist;
import org.umbral.clinic.rules.Ruling;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Rule;
import org.umbral.shared.doubt.Typed;

/** An attorney's word on a line of one case: it need not be there, or they have looked; and taking that back. */
final class RulingPages {
    private final Desk desk;
    private final Catalogue catalogue;
    private final Visits visits;
    private final SecureRandom random;

    RulingPages(Desk desk, Catalogue catalogue, Visits visits, SecureRandom random) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.visits = visits;
        this.random = random;
    }

    void serve(RoutesConfig routes) {
        routes.post("/case/{id}/rules/{rule}", visits.staff(this::say));
        routes.post("/case/{id}/rulings/<item>", visits.staff(this::unsay));
    }

    /** One entry in the case's journal. The door refuses whoever is no attorney. */
    private void say(Visit visit) throws Failure {
        CaseId id = DeskPages.caseId(visit.ctx());
        Rule rule = RulePages.rule(catalogue, visit.ctx().pathParam("rule"));
        Desk.CasePage page = desk.open(visit.staff(), id);
        ItemId about = about(page, visit.form("item"));
        Ruling.Word word =
                visit.form("word").equals(Ruling.Word.LOOKED.name()) ? Ruling.Word.LOOKED : Ruling.Word.WAIVED;
        if (word == Ruling.Word.WAIVED && visit.form("reason").isEmpty()) {
            throw new AskThePerson("waiver-reason-missing");
        }
        if (rule.version() != Typed.whole(visit.form("version")).orElse(0)) {
            throw new AskThePerson("rule-changed");
        }
        ItemId ruling = ItemId.random(random);
        List<Desk.Change> changes = Ruling.parts(catalogue, rule, about, word, visit.form("reason")).stream()
                .map(part -> new Desk.Change(ruling, part.field(), part.value(), Set.of()))
                .toList();
        write(visit, id, changes);
    }

    private void unsay(Visit visit) throws Failure {
        CaseId id = DeskPages.caseId(visit.ctx());
        Desk.CasePage page = desk.open(visit.staff(), id);
        String path = visit.ctx().pathParam("item");
        List<Desk.Change> changes = Checklist.rulings(page.caseFile()).stream()
                .filter(ruling -> ruling.item().path().equals(path))
                .map(ruling -> new Desk.Change(
                        ruling.item(),
                        ruling.wordField(),
                        Value.text(Ruling.Word.TAKEN_BACK.name()),
                        page.caseFile().seen(ruling.item(), ruling.wordField())))
                .collect(Collectors.toList());
        write(visit, id, changes);
    }

    private void write(Visit visit, CaseId id, List<Desk.Change> changes) throws Failure {
        desk.write(visit.staff(), id, new Desk.Changes(HowKnown.STAFF, Optional.empty(), changes));
        visit.ctx().redirect("/case/" + id.text() + "#missing", HttpStatus.SEE_OTHER);
    }

    private static ItemId about(Desk.CasePage page, String path) throws AskThePerson {
        if (path.equals(CaseLinks.CASE)) {
            return ItemId.CASE;
        }
        return page.caseFile().items().values().stream()
                .map(Item::id)
                .filter(item -> item.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-rule"));
    }
}

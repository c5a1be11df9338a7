package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.mrz.Mrz;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.casefile.WriteId;
import org.umbral.shared.catalogue.Catalogue;

/**
 * The machine-readable lines of a paper, typed beside its photo. They are read, shown back and forgotten; what staff tick
 * becomes an entry, which stands beside what somebody said and never in its place.
 */
final class MrzPages {
    private static final String PATH = "/case/{id}/photo/{photo}/mrz";

    private final Desk desk;
    private final Catalogue catalogue;
    private final Visits visits;
    private final SecureRandom random;
    private final CaseViews cases;

    MrzPages(Desk desk, Guards guards, Catalogue catalogue, Visits visits, SecureRandom random) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.visits = visits;
        this.random = random;
        this.cases = new CaseViews(catalogue, guards);
    }

    void serve(RoutesConfig routes) {
        routes.get(PATH, visits.staff(visit -> show(visit, "", "")));
        routes.post(PATH, visits.staff(this::typed));
    }

    private void typed(Visit visit) throws Failure {
        String typed = visit.form("lines");
        try {
            String repair = visit.form("repair");
            if (!repair.isEmpty()) {
                show(visit, Mrz.repaired(typed, repair(repair, typed, visit)), "");
            } else if (visit.form("do").equals("fill")) {
                fill(visit, Mrz.read(typed, visit.moments().today()));
            } else {
                show(visit, typed, "");
            }
        } catch (AskThePerson refused) {
            visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(visit, typed, visit.words().sayOr("failure." + refused.reason(), "failure.our-fault"));
        }
    }

    private void show(Visit visit, String typed, String problem) throws Failure {
        Desk.CasePage page = desk.open(visit.staff(), DeskPages.caseId(visit.ctx()));
        PhotoView photo = cases.photo(visit, page, DeskPages.photoName(visit.ctx()))
                .orElseThrow(() -> new AskThePerson("no-such-photo"));
        if (photo.apart()) {
            throw new AskThePerson(SponsorPhoto.SHUT);
        }
        Optional<Mrz> mrz = typed.isEmpty() ? Optional.empty() : read(typed, visit);
        String wrong = problem.isEmpty() && !typed.isEmpty() && mrz.isEmpty()
                ? visit.words().sayOr("failure." + reason(typed, visit), "failure.our-fault")
                : problem;
        MrzViews views =
                new MrzViews(page.caseFile(), cases.words(visit), visit.moments(), Access.of(visit.staff()), random);
        visit.show(
                "mrz",
                new MrzView(
                        photo,
                        photo.address() + "/mrz",
                        typed,
                        wrong,
                        mrz.map(one -> views.read(one, person(page.caseFile(), visit.form("person"))))));
    }

    private static Optional<Mrz> read(String typed, Visit visit) {
        try {
            return Optional.of(Mrz.read(typed, visit.moments().today()));
        } catch (AskThePerson unreadable) {
            return Optional.empty();
        }
    }

    private static String reason(String typed, Visit visit) {
        try {
            Mrz.read(typed, visit.moments().today());
            return "";
        } catch (AskThePerson unreadable) {
            return unreadable.reason();
        }
    }

    /** Only what is offered for these lines. */
    private static Mrz.Repair repair(String asked, String typed, Visit visit) throws AskThePerson {
        return Mrz.read(typed, visit.moments().today()).checks().stream()
                .flatMap(check -> check.repair().stream())
                .filter(one -> asked.equals(one.line() + "." + one.place() + "." + one.to()))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("mrz-length"));
    }

    private void fill(Visit visit, Mrz mrz) throws Failure {
        Desk.CasePage page = desk.open(visit.staff(), DeskPages.caseId(visit.ctx()));
        CaseFile file = page.caseFile();
        ItemId person = person(file, visit.form("person")).orElseThrow(() -> new AskThePerson("mrz-person"));
        ItemId citizenship = below(person, visit.form("citizenship"));
        ItemId document = below(person, visit.form("document"));
        Set<String> ticked = Set.copyOf(visit.ctx().formParams("fill"));
        List<Desk.Change> changes = new ArrayList<>();
        for (MrzFields.Filling one : new MrzFields(mrz).all()) {
            if (ticked.contains(one.field())) {
                ItemId item = MrzViews.item(one.group(), person, citizenship, document);
                changes.add(new Desk.Change(
                        item, new FieldId(one.field()), one.value(), seen(file, visit.form(one.field() + ".seen"))));
            }
        }
        desk.write(visit.staff(), file.id(), new Desk.Changes(HowKnown.READ_FROM_MRZ, Optional.empty(), changes));
        visit.ctx().redirect("/case/" + file.id().text() + "#person", HttpStatus.SEE_OTHER);
    }

    /** What somebody answered stays beside what the lines say; only a reason for having no answer makes room. */
    private static Set<WriteId> seen(CaseFile file, String text) {
        Shown shown = Shown.of(file, text);
        boolean answered =
                shown.value().map(Value::isAnswer).orElse(!shown.seen().isEmpty());
        return answered ? Set.of() : shown.seen();
    }

    private Optional<ItemId> person(CaseFile file, String path) {
        return catalogue.items(file, "person", ItemId.CASE).stream()
                .map(item -> item.id())
                .filter(item -> item.path().equals(path))
                .findFirst();
    }

    private static ItemId below(ItemId person, String path) throws AskThePerson {
        try {
            ItemId item = new ItemId(path);
            if (item.parent().filter(person::equals).isPresent()) {
                return item;
            }
        } catch (IllegalArgumentException noItem) {
            // Said below, like an item of another person.
        }
        throw new AskThePerson("mrz-person");
    }
}

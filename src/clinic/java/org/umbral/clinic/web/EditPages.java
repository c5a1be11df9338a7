package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.casework.OnlyAdded;
import org.umbral.clinic.keys.People;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;

/** Where staff write: the form of one item of a case, a new item, and one click that settles what two people wrote apart. */
final class EditPages {
    private static final System.Logger LOG = System.getLogger(EditPages.class.getName());

    private final Desk desk;
    private final Guards guards;
    private final People people;
    private final Catalogue catalogue;
    private final Visits visits;
    private final SecureRandom random;
    private final PlaceOffers offers;
    private final KeptLists kept;

    EditPages(
            Desk desk,
            Guards guards,
            People people,
            PlaceOffers offers,
            KeptLists kept,
            Catalogue catalogue,
            Visits visits,
            SecureRandom random) {
        this.offers = offers;
        this.kept = kept;
        this.desk = desk;
        this.guards = guards;
        this.people = people;
        this.catalogue = catalogue;
        this.visits = visits;
        this.random = random;
    }

    void serve(RoutesConfig routes) {
        routes.get("/case/{id}/edit/{group}/<item>", visits.staff(this::form));
        routes.post("/case/{id}/edit/{group}/<item>", visits.staff(this::save));
        routes.get("/case/{id}/add/{group}", visits.staff(this::add));
        routes.post("/case/{id}/keep", visits.staff(this::keep));
    }

    /** A case that is open, and the form of one of its items. */
    private record Place(Desk.CasePage page, EditForm form, EditViews views, String path) {}

    private Place place(Visit visit) throws Failure {
        CaseId id = DeskPages.caseId(visit.ctx());
        String group = visit.ctx().pathParam("group");
        Desk.CasePage page = desk.open(visit.staff(), id);
        CatalogueWords said = new CatalogueWords(catalogue, visit.words());
        Access access = guards.access(visit.staff(), page.caseFile());
        if (catalogue.groups().stream().noneMatch(one -> one.id().equals(group))) {
            throw new AskThePerson("no-such-field");
        }
        if (!new CaseLinks(page.caseFile(), access, said).mayEdit(group)) {
            throw new AskThePerson("not-your-role");
        }
        EditForm form = new EditForm(
                catalogue, access, page.caseFile(), group, item(visit.ctx().pathParam("item")), visit.moments());
        if (OnlyAdded.isFixed(group, form.item(), page.caseFile())) {
            throw new AskThePerson("only-added");
        }
        return new Place(
                page,
                form,
                new EditViews(
                        form, page, said, visit.moments(), colleagues(visit), offers.of(visit.staff(), form.fields())),
                visit.ctx().path());
    }

    private Colleagues colleagues(Visit visit) throws Failure {
        return new Colleagues(people.colleagues(visit.staff()));
    }

    private void form(Visit visit) throws Failure {
        Place place = place(visit);
        String own = place.form().isOfStaffAlone() ? HowKnown.STAFF.name() : "";
        EditView.Known known = known(visit, own, "", "");
        visit.show("edit", place.views().view(place.path(), place.form().asItStands(), known, ""));
    }

    private void save(Visit visit) throws Failure {
        Place place = place(visit);
        EditForm.Sent sent = place.form().sent(visit.ctx());
        String code = visit.form("known");
        Optional<HowKnown> known = Arrays.stream(HowKnown.values())
                .filter(one -> one.name().equals(code))
                .findFirst();
        Optional<OffsetDateTime> heard = heard(visit);
        boolean oddTime = heard.isEmpty() && !visit.form("heard").isEmpty();
        String missing = sent.changes().isEmpty() || known.isPresent()
                ? ""
                : visit.words().say("edit.known.missing");
        String problem = sent.hasProblems() || oddTime || !missing.isEmpty()
                ? visit.words().say("edit.problem")
                : "";
        if (problem.isEmpty()) {
            problem = written(visit, place, sent, known, heard);
        }
        if (problem.isEmpty()) {
            visit.ctx().redirect(EditViews.back(place.form()), HttpStatus.SEE_OTHER);
            return;
        }
        String error = oddTime ? visit.words().say("misfit.no-such-date") : missing;
        EditView.Known again = known(visit, code, visit.form("heard"), error);
        visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
        visit.show("edit", place.views().view(place.path(), sent.filled(), again, problem));
    }

    /** Why nothing was written; empty where it was. What was typed stays in the form. */
    private String written(
            Visit visit, Place place, EditForm.Sent sent, Optional<HowKnown> known, Optional<OffsetDateTime> heard)
            throws Failure {
        try {
            List<Desk.Change> named = colleagues(visit).named(catalogue, sent.changes());
            Desk.Changes changes = new Desk.Changes(known.orElse(HowKnown.STAFF), heard, named);
            CaseId id = place.page().caseFile().id();
            desk.write(visit.staff(), id, changes);
        } catch (AskThePerson | TryAgain refused) {
            return KeptPages.failure(visit, refused);
        }
        keepList(visit, place);
        return "";
    }

    /** The form was saved whatever becomes of this; the next save of it tries again. */
    private void keepList(Visit visit, Place place) throws Failure {
        try {
            kept.saved(visit, place.page().caseFile().id(), place.form());
        } catch (AskThePerson | TryAgain notNow) {
            LOG.log(System.Logger.Level.WARNING, "the list of a request was not kept: " + notNow.reason());
        }
    }

    private static Optional<OffsetDateTime> heard(Visit visit) {
        try {
            return Optional.of(LocalDateTime.parse(visit.form("heard"))
                    .atZone(visit.moments().zone())
                    .toOffsetDateTime());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private EditView.Known known(Visit visit, String chosen, String heard, String error) {
        CatalogueWords said = new CatalogueWords(catalogue, visit.words());
        List<EditView.Option> options = EditView.Known.OF_STAFF.stream()
                .map(one -> new EditView.Option(one.name(), said.choice("CAP-08", one.name())))
                .toList();
        return new EditView.Known(options, chosen, heard, error);
    }

    /** The new item has its id before anything is typed, so that a form that is sent twice makes one. */
    private void add(Visit visit) throws Failure {
        CaseId id = DeskPages.caseId(visit.ctx());
        String below = visit.query("below");
        ItemId parent = below.isEmpty() ? ItemId.CASE : item(below);
        if (parent.parent().filter(above -> !above.equals(ItemId.CASE)).isPresent()) {
            throw new AskThePerson("no-such-field");
        }
        String path = "/case/" + id.text() + "/edit/" + visit.ctx().pathParam("group") + "/";
        visit.ctx().redirect(path + parent.child(random).path());
    }

    /** A write that has seen all that stood there. */
    private void keep(Visit visit) throws Failure {
        CaseId id = DeskPages.caseId(visit.ctx());
        Desk.CasePage page = desk.open(visit.staff(), id);
        ItemId item = item(visit.form("item"));
        Field field = catalogue.field(visit.form("field")).orElseThrow(() -> new AskThePerson("no-such-field"));
        FieldId fieldId = field.fieldId();
        Held kept = page.caseFile().answer(item, fieldId).map(Answer::held).orElse(List.of()).stream()
                .filter(held -> held.id().toString().equals(visit.form("write")))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("answered-meanwhile"));
        Shown shown = Shown.of(page.caseFile(), visit.form("seen"));
        Desk.Change change = new Desk.Change(item, fieldId, kept.value(), shown.seen());
        desk.write(visit.staff(), id, new Desk.Changes(HowKnown.STAFF, Optional.empty(), List.of(change)));
        EditForm form = new EditForm(
                catalogue,
                guards.access(visit.staff(), page.caseFile()),
                page.caseFile(),
                field.group(),
                item,
                visit.moments());
        visit.ctx().redirect(EditViews.back(form), HttpStatus.SEE_OTHER);
    }

    static ItemId item(String path) throws AskThePerson {
        try {
            return path.equals(CaseLinks.CASE) ? ItemId.CASE : new ItemId(path);
        } catch (IllegalArgumentException noItem) {
            throw new AskThePerson("no-such-field");
        }
    }
}

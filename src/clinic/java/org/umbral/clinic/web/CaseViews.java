package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.casework.Narrative;
import org.umbral.shared.Sha256;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.Audience;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Item;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Write;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.Group;

/** Makes the case page out of a case and the catalogue's words. */
final class CaseViews {
    /** What a reader looks for first; groups that are not named follow in the catalogue's order. */
    private static final List<String> ORDER = List.of("reason", "person", "sponsor", "consent", "case", "capture");

    private static final String CAPTURE = "capture";
    private static final String CONSENT = "consent";
    private static final Set<String> EVIDENCE =
            Set.of("evidence", "page", "request", QuestionViews.GROUP, "ruling", "attorneyruling");
    private static final String SYSTEM = "SYS";

    private final Catalogue catalogue;

    private final Guards guards;

    CaseViews(Catalogue catalogue, Guards guards) {
        this.guards = guards;
        this.catalogue = catalogue;
    }

    CatalogueWords words(Visit visit) {
        return new CatalogueWords(catalogue, visit.words());
    }

    /**
     * @param row of the queue, which knows name, situation and urgency
     * @param confirmed ids of the rules that an attorney stands for
     * @param beside what rules read beside the case
     */
    CaseView view(
            Visit visit,
            Desk.CasePage page,
            Optional<Desk.QueueRow> row,
            Set<String> confirmed,
            BesideCases.View beside)
            throws TryAgain {
        CatalogueWords said = words(visit);
        Words words = visit.words();
        Moments moments = visit.moments();
        Access access = access(visit, page);
        Facts facts = new Facts(page, said, moments, access);
        EvidenceViews evidence = new EvidenceViews(page, facts, said);
        QuestionViews questions = new QuestionViews(page, facts, said, moments);
        long here = page.photos().stream().filter(Desk.Photo::here).count();
        long all = page.photos().size();
        return new CaseView(
                page.caseFile().id().text(),
                row.map(Desk.QueueRow::name)
                        .filter(name -> !name.isBlank())
                        .orElse(words.say(access.readsNames() ? "queue.no-name" : "queue.name-apart")),
                page.code(),
                said.choice("CAS-03", access.readsNames() ? answer(page, "CAS-03") : ""),
                said.urgency(answer(page, "CAS-06")),
                moments.whole(page.arrived()),
                page.opened().map(moments::whole).orElse(""),
                page.caseFile().hasConflicts(),
                here == all ? words.say("case.photos.here", all) : words.say("case.photos.way", all - here, all),
                here < all,
                new MissingViews(said, facts, new ValueWords(said, moments), confirmed, beside)
                        .view(page.caseFile(), moments),
                sections(page, facts, said),
                evidence.all(),
                new Timeline(page, facts, said, moments, field -> isForReader(field, access)).all(),
                raw(page, facts),
                questions.all(),
                questions.about(),
                facts.links().all(),
                new WorkViews(page, facts, said, moments).view(),
                ApartView.of(
                        visit,
                        access,
                        page.caseFile().id().text(),
                        row.filter(Desk.QueueRow::withdrawn).isPresent()));
    }

    Access access(Visit visit, Desk.CasePage page) throws TryAgain {
        return guards.access(visit.staff(), page.caseFile());
    }

    Optional<PhotoView> photo(Visit visit, Desk.CasePage page, Sha256 name) throws TryAgain {
        CatalogueWords said = words(visit);
        return new EvidenceViews(page, new Facts(page, said, visit.moments(), access(visit, page)), said)
                .all().stream()
                        .flatMap(one -> one.photos().stream())
                        .filter(photo -> photo.name().equals(name.hex()))
                        .findFirst();
    }

    /** The code that stands in the head of the page: of several, the most protective. */
    private String answer(Desk.CasePage page, String field) {
        FieldId id = new FieldId(field);
        List<String> protective = catalogue.field(id).map(Field::protective).orElse(List.of());
        return page.caseFile()
                .answer(ItemId.CASE, id)
                .flatMap(answer -> answer.mostProtective(protective).asText())
                .orElse("");
    }

    private List<CaseView.Section> sections(Desk.CasePage page, Facts facts, CatalogueWords said) {
        Set<String> groups = new LinkedHashSet<>(ORDER);
        catalogue.groups().stream()
                .filter(group -> group.parent() == null && !EVIDENCE.contains(group.id()))
                .forEach(group -> groups.add(group.id()));
        List<CaseView.Section> sections = new ArrayList<>();
        for (String group : groups) {
            List<CaseView.Card> cards = group.equals(CONSENT)
                    ? new ConsentCards(
                                    facts,
                                    said,
                                    new History(page.caseFile(), facts.links().access(), said, facts))
                            .all()
                    : cards(group, page, facts, said);
            if (!cards.isEmpty()) {
                String title = said.words().ownIfAny("section." + group).orElseGet(() -> said.group(group));
                String note =
                        said.words().ownIfAny("section." + group + ".note").orElse("");
                sections.add(new CaseView.Section(group, title, note, cards, add(group, facts)));
            }
        }
        return sections;
    }

    /** Another one, where a case may hold several. */
    private Optional<CaseView.Link> add(String group, Facts facts) {
        return Optional.of(catalogue.group(group))
                .filter(one ->
                        one.several() && one.parent() == null && facts.links().mayEdit(group))
                .map(facts.links()::add);
    }

    private List<CaseView.Card> cards(String group, Desk.CasePage page, Facts facts, CatalogueWords said) {
        List<Group> below = catalogue.groups().stream()
                .filter(sub -> group.equals(sub.parent()) && !sub.id().equals(CONSENT))
                .toList();
        History history = new History(page.caseFile(), facts.links().access(), said, facts);
        List<CaseView.Card> cards = new ArrayList<>();
        for (Item item : facts.items(group)) {
            List<CaseView.Fact> known = facts.of(item, group, below);
            if (!known.isEmpty()) {
                cards.add(new CaseView.Card(
                        title(group, item, facts, page),
                        item.state() == Item.State.REMOVED_HERE_CHANGED_THERE,
                        known,
                        facts.links().edit(group, item.id()),
                        facts.links().below(group, item.id()),
                        history.of(
                                item.id(),
                                of -> item.id().equals(ItemId.CASE) ? of.equals(group) : !of.equals(CONSENT))));
            }
        }
        return cards;
    }

    /** Of several intakes of one case, each by its code. */
    private static String title(String group, Item item, Facts facts, Desk.CasePage page) {
        return group.equals(CAPTURE) && page.isJoined() ? item.text("CAS-02").orElse("") : facts.name(item);
    }

    /** Not what the reader may not see, and not what the fold keeps for itself. */
    private boolean isForReader(FieldId field, Access access) {
        boolean others =
                catalogue.field(field).filter(known -> !access.mayRead(known)).isPresent();
        return !others && !field.prefix().equals(SYSTEM);
    }

    private List<CaseView.Raw> raw(Desk.CasePage page, Facts facts) {
        List<CaseView.Raw> raw = new ArrayList<>();
        for (Entry entry : page.caseFile().entries().values()) {
            for (Write write : entry.writes()) {
                boolean forAll =
                        facts.links().access().readsNames() && entry.audience().compareTo(Audience.STAFF) <= 0;
                if (forAll
                        && isForReader(write.field(), facts.links().access())
                        && catalogue.field(write.field()).isEmpty()) {
                    raw.add(new CaseView.Raw(
                            write.field().text(),
                            write.item().equals(ItemId.CASE) ? "" : write.item().path(),
                            Narrative.isShut(write.value())
                                    ? facts.said().say("work.shut.answer")
                                    : ValueWords.raw(write.value()),
                            facts.source(entry)));
                }
            }
        }
        return raw;
    }
}

package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Joins;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.doubt.ANumber;
import org.umbral.shared.doubt.Telephone;

/** Who may have come twice, both side by side, and what staff decide: one proposes that they are one, another approves. */
final class DuplicatePages {
    record ListView(List<Line> lines, List<JoinLine> waiting, List<JoinLine> joined) {}

    /** Two people whom somebody proposed to be one, or who are. */
    record JoinLine(String address, Who first, Who second, String by, boolean own) {}

    record Line(String address, Who first, Who second, String level, String levelWord, String why) {}

    /** A case of the queue; of cases that are one, what all of them say. */
    record Who(String name, String code) {
        static Who of(Map<String, Desk.QueueRow> cases, Person.Key key) {
            return Optional.ofNullable(cases.get(key.caseId()))
                    .map(row -> new Who(row.name(), row.code()))
                    .orElse(new Who("", key.caseId()));
        }
    }

    /** @param rows what stands on either side, those that both have marked */
    record CompareView(
            String address,
            String firstCase,
            String secondCase,
            String level,
            String levelWord,
            String why,
            List<Row> rows,
            JoinView join) {}

    /**
     * What can be done about it.
     *
     * @param state of the join, in lower case; {@code none} where nobody proposed it
     * @param line who proposed or decided it, and when; empty where nobody did
     * @param own whether the reader proposed it, and somebody else has to decide
     * @param problem why what was asked for was not done; mostly empty
     */
    record JoinView(String state, String line, boolean own, String problem) {}

    record Row(String label, List<String> first, List<String> second, boolean both) {}

    private final Lookalikes lookalikes;
    private final Joins joins;
    private final Desk desk;
    private final Catalogue catalogue;
    private final Visits visits;

    DuplicatePages(Lookalikes lookalikes, Joins joins, Desk desk, Catalogue catalogue, Visits visits) {
        this.lookalikes = lookalikes;
        this.joins = joins;
        this.desk = desk;
        this.catalogue = catalogue;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/duplicates", visits.staff(this::list));
        routes.get("/duplicates/{case}/{person}/{case2}/{person2}", visits.staff(this::compare));
        String pair = "/duplicates/{case}/{person}/{case2}/{person2}";
        routes.post(pair, visits.staff(this::different));
        routes.post(pair + "/propose", visits.staff(visit -> step(visit, joins::propose)));
        routes.post(pair + "/approve", visits.staff(this::approve));
        routes.post(pair + "/decline", visits.staff(visit -> step(visit, joins::decline)));
        routes.post(pair + "/apart", visits.staff(this::apart));
    }

    private void list(Visit visit) throws Failure {
        Map<String, Desk.QueueRow> cases = byCase(desk.queue(visit.staff()));
        List<Joins.Join> all = joins.all(visit.staff());
        visit.show(
                "duplicates",
                new ListView(
                        lookalikes.all(visit.staff()).stream()
                                .filter(one -> all.stream()
                                        .noneMatch(join -> join.first().equals(one.first())
                                                && join.second().equals(one.second())))
                                .map(one -> line(visit.words(), cases, one))
                                .toList(),
                        joinLines(visit, cases, all, Joins.State.PROPOSED),
                        joinLines(visit, cases, all, Joins.State.JOINED)));
    }

    private static List<JoinLine> joinLines(
            Visit visit, Map<String, Desk.QueueRow> cases, List<Joins.Join> all, Joins.State state) {
        return all.stream()
                .filter(join -> join.state() == state)
                .map(join -> new JoinLine(
                        address(join.first(), join.second()),
                        Who.of(cases, join.first()),
                        Who.of(cases, join.second()),
                        said(visit, join),
                        join.own()))
                .toList();
    }

    /** A line of the queue by each of its cases. */
    static Map<String, Desk.QueueRow> byCase(List<Desk.QueueRow> rows) {
        Map<String, Desk.QueueRow> cases = new HashMap<>();
        rows.forEach(row -> row.standing().members().forEach(member -> cases.put(member.text(), row)));
        return cases;
    }

    /** Who proposed it, or who decided, and when; why it was taken apart. */
    private static String said(Visit visit, Joins.Join join) {
        boolean decided = !join.decidedBy().isEmpty();
        String line = visit.words()
                .say(
                        "join.said." + join.state().name(),
                        join.proposedBy(),
                        visit.moments().whole(join.proposedAt()),
                        join.decidedBy(),
                        join.decidedAt().map(visit.moments()::whole).orElse(""));
        return decided && !join.why().isEmpty() ? line + " " + join.why() : line;
    }

    private static Line line(Words words, Map<String, Desk.QueueRow> cases, Suggestion one) {
        return new Line(
                address(one.first(), one.second()),
                Who.of(cases, one.first()),
                Who.of(cases, one.second()),
                PhonePages.lower(one.level()),
                words.say("duplicates.level." + one.level().name()),
                why(words, one));
    }

    static String name(Map<String, Desk.QueueRow> cases, Person.Key key) {
        Who who = Who.of(cases, key);
        return who.name().isEmpty() ? who.code() : who.name() + " · " + who.code();
    }

    static String why(Words words, Suggestion one) {
        return one.reasons().stream()
                .sorted(Comparator.naturalOrder())
                .map(reason -> words.say("duplicates.reason." + reason.name()))
                .collect(Collectors.joining(", "));
    }

    static String address(Person.Key one, Person.Key other) {
        return String.join("/", "/duplicates", one.caseId(), one.id(), other.caseId(), other.id());
    }

    private void compare(Visit visit) throws Failure {
        compare(visit, "");
    }

    private void compare(Visit visit, String problem) throws Failure {
        Lookalikes.Compared compared = lookalikes.compare(visit.staff(), first(visit), second(visit));
        Suggestion found = compared.suggestion();
        visit.show(
                "compare",
                new CompareView(
                        address(found.first(), found.second()),
                        "/case/" + found.first().caseId(),
                        "/case/" + found.second().caseId(),
                        PhonePages.lower(found.level()),
                        visit.words().say("duplicates.level." + found.level().name()),
                        why(visit.words(), found),
                        rows(visit, compared.first(), compared.second()),
                        joinView(visit, problem)));
    }

    private JoinView joinView(Visit visit, String problem) throws Failure {
        Optional<Joins.Join> join = joins.of(visit.staff(), first(visit), second(visit));
        return new JoinView(
                join.map(one -> PhonePages.lower(one.state())).orElse("none"),
                join.map(one -> said(visit, one)).orElse(""),
                join.map(Joins.Join::own).orElse(false),
                problem);
    }

    /** Proposing or declining. */
    @FunctionalInterface
    private interface Step {
        void take(StaffSession session, Person.Key one, Person.Key other) throws Failure;
    }

    private void step(Visit visit, Step step) throws Failure {
        step.take(visit.staff(), first(visit), second(visit));
        visit.ctx().redirect(address(first(visit), second(visit)), HttpStatus.SEE_OTHER);
    }

    /** The page that both cases now are. */
    private void approve(Visit visit) throws Failure {
        joins.approve(visit.staff(), first(visit), second(visit));
        visit.ctx().redirect("/case/" + first(visit).caseId(), HttpStatus.SEE_OTHER);
    }

    private void apart(Visit visit) throws Failure {
        try {
            joins.takeApart(visit.staff(), first(visit), second(visit), visit.form("why"));
            visit.ctx().redirect(address(first(visit), second(visit)), HttpStatus.SEE_OTHER);
        } catch (AskThePerson refused) {
            visit.ctx().status(HttpStatus.UNPROCESSABLE_CONTENT);
            compare(visit, visit.words().sayOr("failure." + refused.reason(), "failure.our-fault"));
        }
    }

    private void different(Visit visit) throws Failure {
        Optional<Joins.Join> join = joins.of(visit.staff(), first(visit), second(visit));
        if (join.filter(one -> one.state() == Joins.State.PROPOSED).isPresent()) {
            joins.decline(visit.staff(), first(visit), second(visit));
        }
        lookalikes.different(visit.staff(), first(visit), second(visit));
        visit.ctx().redirect("/duplicates", HttpStatus.SEE_OTHER);
    }

    private static Person.Key first(Visit visit) {
        return new Person.Key(visit.ctx().pathParam("case"), visit.ctx().pathParam("person"));
    }

    private static Person.Key second(Visit visit) {
        return new Person.Key(visit.ctx().pathParam("case2"), visit.ctx().pathParam("person2"));
    }

    private List<Row> rows(Visit visit, Person first, Person second) {
        ValueWords values = new ValueWords(new CatalogueWords(catalogue, visit.words()), visit.moments());
        List<Row> rows = new ArrayList<>();
        row(rows, visit, "names", first.names(), second.names(), name -> name);
        row(rows, visit, "births", first.births(), second.births(), birth -> birth(values, birth));
        row(rows, visit, "citizenships", first.citizenships(), second.citizenships(), code -> country(values, code));
        row(rows, visit, "a-numbers", first.aNumbers(), second.aNumbers(), DuplicatePages::aNumber);
        row(rows, visit, "numbers", first.numbers(), second.numbers(), number -> number);
        row(rows, visit, "telephones", first.telephones(), second.telephones(), Telephone::shown);
        row(rows, visit, "relatives", first.relatives(), second.relatives(), name -> name);
        row(rows, visit, "stays", places(first.stays()), places(second.stays()), place -> place);
        row(rows, visit, "sponsors", first.sponsorTelephones(), second.sponsorTelephones(), Telephone::shown);
        return rows;
    }

    private static Set<String> places(Set<Person.Stay> stays) {
        return stays.stream().map(Person.Stay::facility).collect(Collectors.toSet());
    }

    private static <T> void row(
            List<Row> rows,
            Visit visit,
            String label,
            Collection<T> first,
            Collection<T> second,
            Function<T, String> says) {
        List<String> one = first.stream().map(says).distinct().sorted().toList();
        List<String> other = second.stream().map(says).distinct().sorted().toList();
        if (!one.isEmpty() || !other.isEmpty()) {
            boolean both = one.stream().anyMatch(other::contains);
            rows.add(new Row(visit.words().say("compare." + label), one, other, both));
        }
    }

    private String birth(ValueWords values, PartialDate birth) {
        return catalogue
                .field("PER-11")
                .map(field -> values.of(field, birth.toValue()))
                .orElse("");
    }

    private String country(ValueWords values, String code) {
        return catalogue
                .field("PER-18")
                .map(field -> values.of(field, Value.text(code)))
                .orElse(code);
    }

    private static String aNumber(String typed) {
        return ANumber.read(typed).map(ANumber::shown).orElse(typed);
    }
}

package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.doubt.ANumber;
import org.umbral.shared.doubt.Telephone;

/** Who may have come twice, and both side by side. Nothing here joins anything. */
final class DuplicatePages {
    record ListView(List<Line> lines) {}

    record Line(String address, String first, String second, String level, String levelWord, String why) {}

    /** @param rows what stands on either side, those that both have marked */
    record CompareView(
            String address,
            String firstCase,
            String secondCase,
            String level,
            String levelWord,
            String why,
            List<Row> rows) {}

    record Row(String label, List<String> first, List<String> second, boolean both) {}

    private final Lookalikes lookalikes;
    private final Desk desk;
    private final Catalogue catalogue;
    private final Visits visits;

    DuplicatePages(Lookalikes lookalikes, Desk desk, Catalogue catalogue, Visits visits) {
        this.lookalikes = lookalikes;
        this.desk = desk;
        this.catalogue = catalogue;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/duplicates", visits.staff(this::list));
        routes.get("/duplicates/{case}/{person}/{case2}/{person2}", visits.staff(this::compare));
        routes.post("/duplicates/{case}/{person}/{case2}/{person2}", visits.staff(this::different));
    }

    private void list(Visit visit) throws Failure {
        Map<String, Desk.QueueRow> cases = desk.queue(visit.staff()).stream()
                .collect(Collectors.toMap(row -> row.id().text(), Function.identity()));
        visit.show(
                "duplicates",
                new ListView(lookalikes.all(visit.staff()).stream()
                        .map(one -> line(visit.words(), cases, one))
                        .toList()));
    }

    private static Line line(Words words, Map<String, Desk.QueueRow> cases, Suggestion one) {
        return new Line(
                address(one.first(), one.second()),
                name(cases, one.first()),
                name(cases, one.second()),
                PhonePages.lower(one.level()),
                words.say("duplicates.level." + one.level().name()),
                why(words, one));
    }

    private static String name(Map<String, Desk.QueueRow> cases, Person.Key key) {
        return Optional.ofNullable(cases.get(key.caseId()))
                .map(row -> row.name() + " · " + row.code())
                .orElse(key.caseId());
    }

    private static String why(Words words, Suggestion one) {
        return one.reasons().stream()
                .sorted(Comparator.naturalOrder())
                .map(reason -> words.say("duplicates.reason." + reason.name()))
                .collect(Collectors.joining(", "));
    }

    private static String address(Person.Key one, Person.Key other) {
        return String.join("/", "/duplicates", one.caseId(), one.id(), other.caseId(), other.id());
    }

    private void compare(Visit visit) throws Failure {
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
                        rows(visit, compared.first(), compared.second())));
    }

    private void different(Visit visit) throws Failure {
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

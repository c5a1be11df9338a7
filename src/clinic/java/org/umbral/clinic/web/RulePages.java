package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.rules.Checklist;
import org.umbral.clinic.rules.RuleBook;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.catalogue.Catalogue;
import org.umbral.shared.catalogue.Rule;
import org.umbral.shared.doubt.Typed;

/** The clinic's list: an attorney stands for each line, or takes that back. */
final class RulePages {
    private static final String EVERY = "EVERY";
    private static final String OPEN = "open";

    /**
     * @param all how many lines there are, of which no attorney stands for {@code open}
     * @param onlyOpen whether only those are shown
     * @param done the line that was confirmed just now; empty where none was
     * @param next the line that waits after it; empty where none does
     */
    record ListView(
            List<Group> groups, boolean mayConfirm, int all, int open, boolean onlyOpen, String done, String next) {}

    /** @param lines that are shown, of all that are of the group */
    record Group(String id, String title, List<Line> lines, int confirmed, int all) {}

    /**
     * @param asked when it is asked, in words; empty where always
     * @param holds what has to be so, in words
     * @param confirmed by whom and when; empty where nobody stands for it
     */
    record Line(
            String id,
            int version,
            String text,
            String severity,
            String asked,
            String holds,
            List<Source> sources,
            String since,
            boolean onPhone,
            boolean changed,
            Optional<By> confirmed) {}

    record Source(String code, String title) {}

    record By(String name, String at) {}

    private final RuleBook book;
    private final Catalogue catalogue;
    private final Visits visits;

    RulePages(RuleBook book, Catalogue catalogue, Visits visits) {
        this.book = book;
        this.catalogue = catalogue;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/rules", visits.staff(this::list));
        routes.post("/rules/{rule}/confirm", visits.staff(this::confirm));
        routes.post("/rules/{rule}/take-back", visits.staff(this::takeBack));
    }

    private void list(Visit visit) throws Failure {
        boolean attorney = visit.staff().role() == Role.ATTORNEY;
        boolean onlyOpen = visit.query("show").equals(OPEN);
        List<RuleBook.Standing> all = inOrder(visit);
        CatalogueWords said = new CatalogueWords(catalogue, visit.words());
        Map<String, List<RuleBook.Standing>> byGroup = all.stream()
                .collect(Collectors.groupingBy(one -> group(one.rule()), LinkedHashMap::new, Collectors.toList()));
        List<Group> groups = byGroup.entrySet().stream()
                .map(one -> group(one.getKey(), one.getValue(), onlyOpen, said, visit.moments()))
                .toList();
        String done = all.stream()
                .filter(one -> one.rule().id().equals(visit.query("done")))
                .filter(one -> one.confirmed().isPresent())
                .map(one -> one.rule().id())
                .findFirst()
                .orElse("");
        visit.show(
                "rules",
                new ListView(
                        groups,
                        attorney,
                        all.size(),
                        (int) all.stream().filter(RulePages::isOpen).count(),
                        onlyOpen,
                        done,
                        done.isEmpty() ? "" : next(all, done)));
    }

    /** What the reader may see, as the page shows it: by authority, then by id. */
    private List<RuleBook.Standing> inOrder(Visit visit) throws Failure {
        boolean attorney = visit.staff().role() == Role.ATTORNEY;
        List<RuleBook.Standing> all = book.all(visit.staff()).stream()
                .filter(one -> attorney || Checklist.isForAllStaff(catalogue, one.rule()))
                .toList();
        List<String> groups =
                all.stream().map(one -> group(one.rule())).distinct().toList();
        return all.stream()
                .sorted(Comparator.comparingInt((RuleBook.Standing one) -> groups.indexOf(group(one.rule())))
                        .thenComparing(one -> one.rule().id()))
                .toList();
    }

    private static String group(Rule rule) {
        return Checklist.authorityOf(rule).orElse(EVERY);
    }

    private static boolean isOpen(RuleBook.Standing one) {
        return one.confirmed().isEmpty();
    }

    /** The line after one that waits for an attorney, from the top again after the last; empty where none waits. */
    private static String next(List<RuleBook.Standing> all, String after) {
        List<String> ids = all.stream().map(one -> one.rule().id()).toList();
        int from = ids.indexOf(after) + 1;
        return Stream.concat(all.stream().skip(from), all.stream().limit(from))
                .filter(RulePages::isOpen)
                .map(one -> one.rule().id())
                .findFirst()
                .orElse("");
    }

    private Group group(
            String id, List<RuleBook.Standing> all, boolean onlyOpen, CatalogueWords said, Moments moments) {
        List<Line> lines = all.stream()
                .filter(one -> !onlyOpen || isOpen(one))
                .map(one -> line(one, said, moments))
                .toList();
        int open = (int) all.stream().filter(RulePages::isOpen).count();
        return new Group(id, title(id, said), lines, all.size() - open, all.size());
    }

    private static String title(String authority, CatalogueWords said) {
        return authority.equals(EVERY) ? said.words().say("rules.every") : said.choice("CAS-04", authority);
    }

    /** What nothing satisfies and nobody has to look at. */
    private static boolean isOnlyToKnow(Rule rule) {
        return List.of().equals(rule.holds().any()) && !Boolean.TRUE.equals(rule.review());
    }

    private Line line(RuleBook.Standing one, CatalogueWords said, Moments moments) {
        Rule rule = one.rule();
        ConditionWords conditions = new ConditionWords(said);
        String about = rule.forEach() == null ? "" : said.group(rule.forEach());
        return new Line(
                rule.id(),
                rule.version(),
                rule.forEach() == null ? said.gap(rule.id()) : said.gap(rule.id(), about, "…"),
                said.words().say("rules.severity." + rule.severity()),
                rule.applies() == null ? "" : conditions.say(rule.applies()),
                isOnlyToKnow(rule) ? said.words().say("rules.if.to-know") : conditions.say(rule.holds()),
                rule.sources().stream()
                        .map(code -> new Source(code, said.words().sayOr("rules.source." + code, "rules.source")))
                        .toList(),
                moments.date(LocalDate.parse(rule.validFrom())),
                rule.onPhone(),
                one.changed(),
                one.confirmed().map(by -> new By(by.name(), moments.exact(by.at()))));
    }

    /** Then to the next line that waits, so that an attorney works through them. */
    private void confirm(Visit visit) throws Failure {
        String rule = visit.ctx().pathParam("rule");
        book.confirm(visit.staff(), rule, Typed.whole(visit.form("version")).orElse(0));
        String done = rule(catalogue, rule).id();
        String next = next(inOrder(visit), done);
        String show = visit.form("show").equals(OPEN) ? "show=" + OPEN + "&" : "";
        String place = next.isEmpty() ? "" : "#rule-" + next;
        visit.ctx().redirect("/rules?" + show + "done=" + done + place, HttpStatus.SEE_OTHER);
    }

    private void takeBack(Visit visit) throws Failure {
        String rule = visit.ctx().pathParam("rule");
        book.takeBack(visit.staff(), rule);
        String show = visit.form("show").equals(OPEN) ? "?show=" + OPEN : "";
        visit.ctx().redirect("/rules" + show + "#rule-" + rule(catalogue, rule).id(), HttpStatus.SEE_OTHER);
    }

    static Rule rule(Catalogue catalogue, String id) throws AskThePerson {
        return catalogue.rules().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AskThePerson("no-such-rule"));
    }
}

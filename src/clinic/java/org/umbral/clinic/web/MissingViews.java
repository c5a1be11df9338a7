package org.umbral.clinic.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.umbral.clinic.casework.Access;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.rules.Checklist;
import org.umbral.clinic.rules.Checklist.Line;
import org.umbral.clinic.rules.Checklist.State;
import org.umbral.clinic.rules.Ruling;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.catalogue.Readiness;

/** Says a checklist in words: what counts, what is only information, what an attorney waived. */
record MissingViews(
        CatalogueWords said, Facts facts, ValueWords values, Set<String> confirmed, BesideCases.View beside) {
    private static final String INFORMATION = "I";
    private static final String SECOND_FILE = "DUP-01";
    private static final String HOLD_LIST = "PRG-14";

    MissingView view(CaseFile file, Moments moments) {
        Access access = facts.links().access();
        Checklist list = Checklist.of(said.catalogue(), file, moments.today(), access::mayRead, beside.facts());
        return new MissingView(
                list.authority()
                        .map(code -> said.words().say("rules.for", said.choice("CAS-04", code)))
                        .orElse(""),
                lines(list, line -> isOpen(line) && counts(line)),
                lines(list, line -> isOpen(line) && !counts(line)),
                lines(list, line -> line.state() == State.WAIVED),
                lines(list, line -> line.state() == State.PRESENT),
                access.role() == StaffSession.Role.ATTORNEY,
                said.catalogue().version());
    }

    private static boolean isOpen(Line line) {
        return line.state() != State.PRESENT && line.state() != State.WAIVED;
    }

    /** Whatever its severity, a rule that no attorney confirmed is information. */
    private boolean counts(Line line) {
        return confirmed.contains(line.rule().id()) && !line.rule().severity().equals(INFORMATION);
    }

    private List<MissingView.Line> lines(Checklist list, Predicate<Line> which) {
        List<String> people = List.copyOf(facts.people().values());
        return list.lines().stream()
                .filter(which)
                .map(this::line)
                .sorted(Comparator.comparingInt(line -> people.indexOf(line.whose())))
                .toList();
    }

    private MissingView.Line line(Line line) {
        Words words = said.words();
        return new MissingView.Line(
                line.rule().id(),
                line.rule().version(),
                line.gap().item().equals(ItemId.CASE)
                        ? CaseLinks.CASE
                        : line.gap().item().path(),
                whose(line.gap().item()),
                text(line.gap(), facts.links().access(), said, values),
                line.state(),
                words.say(
                        isOnlyToKnow(line)
                                ? "rules.state.TO_KNOW"
                                : "rules.state." + line.state().name()),
                words.say("rules.severity." + line.rule().severity()),
                note(line),
                isOpen(line) ? fill(line) : "",
                line.state() == State.NEEDS_REVIEW
                        && Boolean.TRUE.equals(line.rule().review()),
                line.ruling().map(this::said));
    }

    /** Nothing could be filled in that settles it. */
    private static boolean isOnlyToKnow(Line line) {
        return isOpen(line)
                && line.rule().severity().equals(INFORMATION)
                && !Boolean.TRUE.equals(line.rule().review());
    }

    private String note(Line line) {
        Words words = said.words();
        boolean unconfirmed = !confirmed.contains(line.rule().id());
        return Stream.of(
                        unconfirmed ? words.say("rules.unconfirmed") : "",
                        line.state() == State.STALE ? words.say("rules.stale") : "",
                        line.rule().leadsTo().equals(HOLD_LIST) ? beside.holds() : "")
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String fill(Line line) {
        if (line.rule().leadsTo().equals(SECOND_FILE)) {
            return "/duplicates";
        }
        return said.catalogue()
                .field(line.gap().field())
                .filter(facts.links().access()::mayEnter)
                .map(field -> facts.links().fill(said.catalogue().group(field.group()), line.gap()))
                .orElse("");
    }

    private MissingView.Said said(Ruling ruling) {
        return new MissingView.Said(
                said.words().say("rules.word." + ruling.word().name()),
                ruling.reason(),
                facts.source(ruling.entry()),
                ruling.item().path());
    }

    private String whose(ItemId item) {
        Map<ItemId, String> people = facts.people();
        return people.size() < 2
                ? ""
                : people.entrySet().stream()
                        .filter(person -> person.getKey().holds(item))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
    }

    /** Of what the reader may not read, that something is missing and no value. */
    static String text(Readiness.Gap gap, Access access, CatalogueWords said, ValueWords values) {
        String about = gap.about()
                .map(named -> value(named, access, said, values))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> unnamed(gap, said));
        String left = gap.left().stream()
                .map(named -> value(named, access, said, values))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
        return gap.rule().forEach() == null
                ? said.gap(gap.rule().id())
                : said.gap(gap.rule().id(), about, left);
    }

    private static String unnamed(Readiness.Gap gap, CatalogueWords said) {
        return Optional.ofNullable(gap.rule().forEach()).map(said::group).orElse("");
    }

    private static String value(Readiness.Named named, Access access, CatalogueWords said, ValueWords values) {
        return said.catalogue()
                .field(named.field())
                .filter(access::mayRead)
                .map(field -> values.of(field, named.value()))
                .orElse("");
    }
}

package org.umbral.clinic.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Joins;
import org.umbral.clinic.casework.Lookalikes;
import org.umbral.clinic.duplicates.Person;
import org.umbral.clinic.duplicates.Suggestion;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Entry;
import org.umbral.shared.casefile.ItemId;

/** What stands above a case: which cases it is made of, and which it may be the same as. */
record TwiceViews(Lookalikes lookalikes, Joins joins) {
    static final View NONE = new View(List.of(), List.of(), List.of());
    private static final String INTAKE = "case:";
    private static final String CODE = "CAS-02";

    /**
     * @param codes of the cases that are one here; empty where it is one case
     * @param joined who found them to be one
     * @param maybe cases that may be the same
     */
    record View(List<String> codes, List<Line> joined, List<Line> maybe) {
        boolean isEmpty() {
            return joined.isEmpty() && maybe.isEmpty();
        }
    }

    /** @param hard whether both have one number, so that nothing is filed until somebody looked */
    record Line(String address, String text, String why, boolean hard) {}

    View of(Visit visit, CaseFile file, List<Desk.QueueRow> queue) throws Failure {
        if (!visit.staff().role().worksOnCases()) {
            return NONE;
        }
        List<String> members = members(file).stream().map(CaseId::text).toList();
        List<Joins.Join> decided = joins.all(visit.staff()).stream()
                .filter(join -> members.stream().anyMatch(join::concerns))
                .toList();
        List<Suggestion> known = lookalikes.known(visit.staff(), file.id().text());
        if (decided.isEmpty() && known.isEmpty() && members.size() == 1) {
            return NONE;
        }
        Map<String, Desk.QueueRow> cases = DuplicatePages.byCase(queue);
        Words words = visit.words();
        List<Line> joined = new ArrayList<>();
        List<Line> maybe = new ArrayList<>();
        for (Joins.Join join : decided) {
            boolean done = join.state() == Joins.State.JOINED;
            String key = done ? "twice.joined" : "twice.proposed";
            String other = DuplicatePages.name(cases, other(join.first(), join.second(), members));
            String text = words.say(key, done ? join.decidedBy() : join.proposedBy(), join.proposedBy(), other);
            String address = DuplicatePages.address(join.first(), join.second());
            (done ? joined : maybe).add(new Line(address, text, "", false));
        }
        List<String> proposed = maybe.stream().map(Line::address).toList();
        for (Suggestion one : known) {
            String address = DuplicatePages.address(one.first(), one.second());
            if (!proposed.contains(address)) {
                String name = DuplicatePages.name(cases, other(one.first(), one.second(), members));
                maybe.add(new Line(
                        address,
                        words.say("twice.maybe", name),
                        DuplicatePages.why(words, one),
                        one.level() == Suggestion.Level.HARD));
            }
        }
        return new View(members.size() > 1 ? codes(file) : List.of(), joined, maybe);
    }

    private static Person.Key other(Person.Key one, Person.Key two, List<String> members) {
        return members.contains(one.caseId()) ? two : one;
    }

    private static TreeSet<CaseId> members(CaseFile file) {
        TreeSet<CaseId> members = new TreeSet<>(List.of(file.id()));
        file.entries().values().stream().map(Entry::caseId).forEach(members::add);
        return members;
    }

    private static List<String> codes(CaseFile file) {
        return members(file).stream().map(member -> code(file, member)).toList();
    }

    private static String code(CaseFile file, CaseId member) {
        ItemId intake = member.equals(file.id()) ? ItemId.CASE : ItemId.standingFor(member.text());
        return file.item(intake).flatMap(item -> item.text(CODE)).orElse(member.text());
    }

    /** Whom a question can go to where several phones captured what is now one case. */
    static List<CaseView.Choice> intakes(CaseFile file, Words words) {
        TreeSet<CaseId> members = members(file);
        return members.size() == 1
                ? List.of()
                : members.stream()
                        .map(member ->
                                new CaseView.Choice(INTAKE + member.text(), words.say("twice.to", code(file, member))))
                        .toList();
    }

    static Optional<CaseId> intake(String choice) {
        try {
            return choice.startsWith(INTAKE)
                    ? Optional.of(new CaseId(choice.substring(INTAKE.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException noCase) {
            return Optional.empty();
        }
    }
}

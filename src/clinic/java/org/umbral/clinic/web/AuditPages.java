package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.casework.Guards;
import org.umbral.clinic.keys.People;
import org.umbral.shared.Failure;

/** The audit: who saw and did what, by person, action, day and case. */
final class AuditPages {
    private static final int AT_ONCE = 100;

    /**
     * @param object code of the case where it is one that is here, else the id as it stands
     * @param why reason's code in words; empty where there is none
     */
    record Line(long number, String at, String who, String what, String object, String why) {}

    /** @param older address of what came before; empty where this is all */
    record ListView(
            List<Line> lines,
            List<CaseView.Choice> people,
            List<CaseView.Choice> actions,
            String who,
            String action,
            String day,
            String code,
            String older) {}

    private final Desk desk;
    private final Guards guards;
    private final People people;
    private final Visits visits;

    AuditPages(Desk desk, Guards guards, People people, Visits visits) {
        this.desk = desk;
        this.guards = guards;
        this.people = people;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/audit", visits.staff(this::list));
    }

    private void list(Visit visit) throws Failure {
        Search typed = new Search(visit);
        // First: it refuses whoever has no business here.
        List<Audit.Line> found = guards.audit().find(visit.staff(), new Audit.Search("", "", "", "", "", 1), 1);
        Map<String, String> codes = codes(visit);
        found = guards.audit().find(visit.staff(), typed.search(codes), AT_ONCE);
        Map<String, String> names = new HashMap<>();
        people.list(visit.staff()).forEach(person -> names.put(person.id(), person.name()));
        Words words = visit.words();
        String older = found.size() < AT_ONCE
                ? ""
                : typed.address(found.get(found.size() - 1).seq());
        visit.show(
                "audit",
                new ListView(
                        found.stream()
                                .map(line -> line(visit, line, names, codes))
                                .toList(),
                        names.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .map(one -> new CaseView.Choice(one.getKey(), one.getValue()))
                                .toList(),
                        Arrays.stream(Audit.Action.values())
                                .map(one -> new CaseView.Choice(one.name(), words.say("audit.action." + one.name())))
                                .toList(),
                        typed.who(),
                        typed.action(),
                        typed.day(),
                        typed.code(),
                        older));
    }

    /** Codes of the cases that are here, by their ids. */
    private Map<String, String> codes(Visit visit) throws Failure {
        Map<String, String> codes = new HashMap<>();
        desk.queue(visit.staff()).forEach(row -> codes.put(row.id().text(), row.code()));
        return codes;
    }

    private static Line line(Visit visit, Audit.Line line, Map<String, String> names, Map<String, String> codes) {
        Words words = visit.words();
        String[] parts = line.object().split(" ", 2);
        String second = parts.length < 2 ? "" : parts[1];
        return new Line(
                line.seq(),
                visit.moments().exact(Instant.parse(line.at())),
                line.staff().isEmpty() ? words.say("audit.nobody") : names.getOrDefault(line.staff(), line.staff()),
                words.ownIfAny("audit.action." + line.action()).orElse(line.action()),
                Optional.ofNullable(names.get(parts[0])).orElse(codes.getOrDefault(parts[0], parts[0])),
                why(words, codes, second));
    }

    private static String why(Words words, Map<String, String> codes, String second) {
        return words.ownIfAny("apart.reason." + second)
                .or(() -> words.ownIfAny("withdraw.undo." + second))
                .or(() -> words.ownIfAny("erase.reason." + second))
                .orElse(codes.getOrDefault(second, second));
    }

    /** What was asked for. */
    private record Search(Visit visit) {
        String who() {
            return visit.query("who");
        }

        String action() {
            return visit.query("action");
        }

        String day() {
            return visit.query("day");
        }

        String code() {
            return visit.query("case").strip();
        }

        /** By the code of a case that is here, else by the id as it stands in the rows. */
        Audit.Search search(Map<String, String> codes) {
            String object = codes.entrySet().stream()
                    .filter(one -> one.getValue().equalsIgnoreCase(code()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(code());
            return new Audit.Search(who(), action(), from(0), from(1), object, before());
        }

        /** The beginning of the day, or of one after it; empty where no day was asked for. */
        private String from(int later) {
            try {
                Instant begin = LocalDate.parse(day())
                        .plusDays(later)
                        .atStartOfDay(visit.moments().zone())
                        .toInstant();
                return begin.toString().replace("Z", "");
            } catch (DateTimeException none) {
                return "";
            }
        }

        private long before() {
            try {
                return Long.parseLong(visit.query("before"));
            } catch (NumberFormatException none) {
                return Long.MAX_VALUE;
            }
        }

        String address(long before) {
            return "/audit?before=" + before + part("who", who()) + part("action", action()) + part("day", day())
                    + part("case", code());
        }

        private static String part(String name, String value) {
            return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }
}

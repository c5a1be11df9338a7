package org.umbral.clinic.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.health.Health;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;

/** How the server does: one plain page for a program that watches it, one for staff. Neither holds anything of a case. */
final class ServerPages {
    private static final int MOST_ROWS = 200;
    private static final double GIGA = 1e9;
    private static final double KILO = 1e3;

    /**
     * @param troubles each in a sentence
     * @param lost at most {@link #MOST_ROWS}, of which there are {@code more}
     */
    record View(
            List<String> troubles,
            List<Fact> facts,
            String restored,
            List<LostRow> lost,
            List<LostOf> phones,
            int more,
            List<CaseId> eraseAgain) {
        List<Health.Why> whys() {
            return List.of(Health.Why.values());
        }
    }

    record Fact(String name, String value) {}

    /** What one phone reported until now. */
    record LostOf(String device, String worker, int count, long until) {}

    record LostRow(String worker, String device, String size, String received, String reported) {}

    private final Health health;
    private final Phones phones;
    private final Visits visits;

    ServerPages(Health health, Phones phones, Visits visits) {
        this.health = health;
        this.phones = phones;
        this.visits = visits;
    }

    void serve(RoutesConfig routes) {
        routes.get("/health", this::plain);
        routes.get("/server", visits.staff(this::show));
        routes.post("/server/lost", visits.staff(this::setAside));
    }

    /** One fact a line, in English, for a program; 503 only where the database does not answer. */
    private void plain(Context ctx) {
        Health.Facts facts = health.now();
        boolean down = facts.troubles().contains(Health.Trouble.DATABASE);
        String troubles = facts.troubles().stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(" "));
        ctx.status(down ? 503 : 200)
                .contentType("text/plain; charset=utf-8")
                .result(String.format(
                        Locale.ROOT,
                        "state %s%nversion %s%ndatabase %s%ndisk-free-bytes %d%ndisk-total-bytes %d%n"
                                + "certificate-days %s%nlast-backup %s%nlost %d%n",
                        troubles.isEmpty() ? "good" : "look " + troubles,
                        facts.version(),
                        down ? "silent" : "answers",
                        facts.free(),
                        facts.total(),
                        facts.certificateEnds()
                                .map(ends -> Long.toString(daysTo(ends)))
                                .orElse("-"),
                        facts.lastBackup().map(Instant::toString).orElse("-"),
                        facts.lost()));
    }

    private void setAside(Visit visit) throws Failure {
        Optional<Health.Why> why = Arrays.stream(Health.Why.values())
                .filter(one -> one.name().equals(visit.form("why")))
                .findFirst();
        try {
            Instant until = Instant.ofEpochMilli(Long.parseLong(visit.form("until")));
            health.setAside(
                    visit.staff(),
                    visit.form("device"),
                    until,
                    why.orElseThrow(() -> new AskThePerson("reason-missing")));
        } catch (NumberFormatException notOurForm) {
            throw new AskThePerson("not-understood");
        }
        visit.ctx().redirect("/server#lost", HttpStatus.SEE_OTHER);
    }

    private void show(Visit visit) throws Failure {
        Health.Facts facts = health.now();
        List<Health.Lost> lost = health.lost();
        Map<String, String> workers = lost.isEmpty() ? Map.of() : workers(visit);
        Words words = visit.words();
        Moments moments = visit.moments();
        visit.show(
                "server",
                new View(
                        sentences(words, facts, visits.now()),
                        List.of(
                                new Fact(words.say("server.disk"), room(words, facts)),
                                new Fact(
                                        words.say("server.backup"),
                                        facts.lastBackup().map(moments::whole).orElse(words.say("server.backup.none"))),
                                new Fact(
                                        words.say("server.certificate"),
                                        facts.certificateEnds()
                                                .map(ends -> words.say("server.certificate.days", daysTo(ends)))
                                                .orElse("–")),
                                new Fact(words.say("server.version"), facts.version())),
                        facts.restoredAt().map(moments::whole).orElse(""),
                        lost(visit, lost, workers),
                        phones(lost, workers),
                        Math.max(0, lost.size() - MOST_ROWS),
                        health.eraseAgain()));
    }

    private Map<String, String> workers(Visit visit) throws Failure {
        return phones.list(visit.staff()).stream()
                .filter(phone -> !phone.device().isEmpty())
                .collect(Collectors.toMap(Phones.Phone::device, Phones.Phone::worker, (one, other) -> one));
    }

    private static List<LostOf> phones(List<Health.Lost> lost, Map<String, String> workers) {
        Map<String, List<Health.Lost>> byPhone =
                lost.stream().collect(Collectors.groupingBy(Health.Lost::device, TreeMap::new, Collectors.toList()));
        return byPhone.entrySet().stream()
                .map(of -> new LostOf(
                        of.getKey(),
                        workers.getOrDefault(of.getKey(), ""),
                        of.getValue().size(),
                        of.getValue().stream()
                                .mapToLong(one -> one.reportedAt().toEpochMilli())
                                .max()
                                .orElse(0)))
                .toList();
    }

    private static List<LostRow> lost(Visit visit, List<Health.Lost> lost, Map<String, String> workers) {
        Moments moments = visit.moments();
        return lost.stream()
                .limit(MOST_ROWS)
                .map(one -> new LostRow(
                        workers.getOrDefault(one.device(), ""),
                        workers.containsKey(one.device()) ? one.device() : "",
                        visit.words().say("server.lost.kilobytes", (long) Math.ceil(one.size() / KILO)),
                        instant(one.receivedAt()).map(moments::whole).orElse("–"),
                        moments.whole(one.reportedAt())))
                .toList();
    }

    private static String room(Words words, Health.Facts facts) {
        return words.say("server.disk.free", gigas(words, facts.free()), gigas(words, facts.total()));
    }

    private static String gigas(Words words, long bytes) {
        return String.format(words.locale(), "%.1f", bytes / GIGA);
    }

    /** What the strip above every staff page says. */
    static List<String> sentences(Words words, Health.Facts facts, Instant now) {
        return facts.troubles().stream()
                .map(trouble -> switch (trouble) {
                    case DATABASE -> words.say("server.trouble.database");
                    case DISK -> words.say("server.trouble.disk", gigas(words, facts.free()));
                    case CERTIFICATE ->
                        words.say(
                                "server.trouble.certificate",
                                facts.certificateEnds()
                                        .map(ends -> Math.max(
                                                0, Duration.between(now, ends).toDays()))
                                        .orElse(0L));
                    case LOST -> words.say("server.trouble.lost", facts.lost());
                    case NO_BACKUP -> words.say("server.trouble.no-backup");
                    case OLD_BACKUP ->
                        words.say(
                                "server.trouble.old-backup",
                                facts.lastBackup()
                                        .map(last -> Duration.between(last, now).toDays())
                                        .orElse(0L));
                })
                .toList();
    }

    private long daysTo(Instant ends) {
        return Duration.between(visits.now(), ends).toDays();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }
}

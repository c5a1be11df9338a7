package org.umbral.clinic;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.umbral.clinic.backup.Backups;
import org.umbral.clinic.store.Disk;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;

/**
 * What the jar does beside serving: {@code backup}, {@code restore}, {@code service}, {@code reach}. Exit codes: 0 done, 1 not done and
 * the line says why, 2 the command was not understood, 3 done but something in it is damaged or missing.
 */
final class Commands {
    static final int DONE = 0;
    static final int NOT_DONE = 1;
    static final int NOT_UNDERSTOOD = 2;
    static final int DAMAGED = 3;

    /** Where the clinic lies when nobody says it. */
    static final Path USUAL = Path.of("umbral-clinic");

    private static final long MEGABYTE = 1_000_000;

    private final ConsoleWords words;
    private final Consumer<String> out;
    private final Consumer<String> err;
    private final Clock clock;
    private final SecureRandom random;
    private final ServiceUnits units;
    private final Reach reach;

    Commands(
            ConsoleWords words,
            Consumer<String> out,
            Consumer<String> err,
            Clock clock,
            SecureRandom random,
            ServiceUnits units,
            Reach reach) {
        this.words = words;
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.random = random;
        this.units = units;
        this.reach = reach;
    }

    /** The exit code; empty where these words start the server. */
    OptionalInt run(String... args) {
        Typed typed = Typed.of(args);
        try {
            switch (typed.command()) {
                case "backup" -> {
                    return OptionalInt.of(backUp(typed));
                }
                case "restore" -> {
                    return OptionalInt.of(typed.has("--check") ? check(typed) : restore(typed));
                }
                case "service" -> {
                    return OptionalInt.of(units.write(typed, words, out));
                }
                case "reach" -> {
                    return OptionalInt.of(reach.run(typed));
                }
                case "help" -> {
                    words.say("usage").lines().forEach(out);
                    return OptionalInt.of(DONE);
                }
                default -> {
                    typed.requireOnly(1);
                    return OptionalInt.empty();
                }
            }
        } catch (AskThePerson e) {
            err.accept(words.why(e));
            return OptionalInt.of(e.reason().equals("command-unknown") ? NOT_UNDERSTOOD : NOT_DONE);
        } catch (Failure e) {
            err.accept(words.why(e));
            return OptionalInt.of(NOT_DONE);
        }
    }

    private int backUp(Typed typed) throws Failure {
        typed.requireOnly(2, "--same-disk");
        Path to = typed.path(0);
        Backups.Made made = backups().backUp(typed.pathOr(1, USUAL), to, typed.has("--same-disk"));
        out.accept(words.say("backup.done", made.place()));
        out.accept(words.say("backup.what", made.envelopes(), made.bytes() / MEGABYTE, made.copied(), made.expired()));
        if (made.missing() > 0) {
            out.accept(words.say("backup.missing", made.missing()));
            return DAMAGED;
        }
        return DONE;
    }

    private int restore(Typed typed) throws Failure {
        typed.requireOnly(2);
        Path folder = typed.pathOr(1, USUAL);
        Backups.Restored restored = backups().restore(typed.path(0), folder);
        out.accept(words.say(
                "restore.done", when(restored.at()), folder.toAbsolutePath().normalize()));
        out.accept(words.say("restore.what", restored.envelopes()));
        out.accept(words.say("restore.next"));
        if (restored.erasedSince() > 0) {
            out.accept(words.say("restore.erased", restored.erasedSince()));
        }
        if (restored.missing() > 0) {
            out.accept(words.say("restore.missing", restored.missing()));
            return DAMAGED;
        }
        return DONE;
    }

    private int check(Typed typed) throws Failure {
        typed.requireOnly(2, "--check");
        Backups.Checked checked = backups().check(typed.path(0), Optional.of(typed.pathOr(1, USUAL)));
        out.accept(words.say("check.of", when(checked.at()), checked.place()));
        if (!checked.databaseSound()) {
            err.accept(words.say("check.database"));
            return DAMAGED;
        }
        new TreeMap<>(checked.inBackup()).forEach((table, rows) -> {
            if (rows > 0) {
                out.accept(line(table, rows, checked.now()));
            }
        });
        if (checked.broken() > 0) {
            err.accept(words.say("check.broken", checked.broken()));
            return DAMAGED;
        }
        out.accept(words.say("check.good", checked.envelopes(), checked.bytes() / MEGABYTE));
        return DONE;
    }

    private String line(String table, long rows, Optional<Map<String, Long>> now) {
        return now.isEmpty()
                ? words.say("check.row", table, rows)
                : words.say("check.row.now", table, rows, now.get().getOrDefault(table, 0L));
    }

    private String when(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(words.locale())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }

    private Backups backups() {
        return new Backups(
                new Disk(),
                clock,
                random,
                (step, done, of) -> out.accept(
                        step == Backups.Step.ENVELOPES
                                ? words.say("step.envelopes", done, of)
                                : words.say(step == Backups.Step.DATABASE ? "step.database" : "step.finishing")));
    }

    /** What was typed: a command, the words after it, and switches that start with two dashes. */
    record Typed(String command, List<String> words, Map<String, String> switches) {
        private static final List<String> COMMANDS = List.of("backup", "restore", "service", "reach", "help");
        private static final List<String> WITH_VALUE = List.of("--backup", "--to");

        static Typed of(String... args) {
            List<String> words = new ArrayList<>();
            Map<String, String> switches = new TreeMap<>();
            for (int i = 0; i < args.length; i++) {
                if (args[i].equals("--help")) {
                    words.add(0, "help");
                } else if (WITH_VALUE.contains(args[i]) && i + 1 < args.length) {
                    switches.put(args[i], args[++i]);
                } else if (args[i].startsWith("--")) {
                    switches.put(args[i], "");
                } else {
                    words.add(args[i]);
                }
            }
            boolean command = !words.isEmpty() && COMMANDS.contains(words.get(0));
            return new Typed(command ? words.get(0) : "", command ? words.subList(1, words.size()) : words, switches);
        }

        boolean has(String name) {
            return switches.containsKey(name);
        }

        Optional<String> value(String name) {
            return Optional.ofNullable(switches.get(name)).filter(text -> !text.isEmpty());
        }

        Path path(int place) throws AskThePerson {
            if (words.size() <= place) {
                throw new AskThePerson("command-unknown");
            }
            return Path.of(words.get(place));
        }

        Path pathOr(int place, Path otherwise) {
            return words.size() <= place ? otherwise : Path.of(words.get(place));
        }

        /** {@code AskThePerson("command-unknown")} where there are more words, or other switches. */
        void requireOnly(int most, String... known) throws AskThePerson {
            if (words.size() > most || !List.of(known).containsAll(switches.keySet())) {
                throw new AskThePerson("command-unknown");
            }
        }
    }
}

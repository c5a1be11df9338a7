package org.umbral.clinic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.TryAgain;

/**
 * Asks how phones reach this machine, writes the answers into {@code clinic.properties}, and tries them. The lines of the
 * file that it does not ask for stay as they are.
 *
 * @param suggested addresses of this machine in its network
 * @param environment of this process, whose settings win
 */
record Reach(
        ConsoleWords words,
        Consumer<String> out,
        Typed typed,
        List<String> suggested,
        Map<String, String> environment,
        ReachTry trial) {
    /** The next line that the person types; null where there is no more. */
    @FunctionalInterface
    interface Typed {
        @Nullable
        String line();
    }

    /** {@code reach [FOLDER] [--try]}: 0 where phones get through, 3 where they do not. */
    int run(Commands.Typed command) throws AskThePerson, TryAgain {
        command.requireOnly(1, "--try");
        Path folder = command.pathOr(0, Commands.USUAL);
        if (command.has("--try") && !Files.exists(folder.resolve(ClinicSettings.FILE))) {
            throw new AskThePerson("no-clinic-here");
        }
        ClinicSettings settings = ClinicSettings.read(folder, environment);
        if (!command.has("--try")) {
            write(folder.resolve(ClinicSettings.FILE), asked(settings));
            settings = ClinicSettings.read(folder, environment);
            out.accept(words.say("reach.written", folder.resolve(ClinicSettings.FILE)));
            out.accept(words.say("reach.restart"));
        }
        return trial.run(folder, settings, words, out) ? Commands.DONE : Commands.DAMAGED;
    }

    private Map<String, String> asked(ClinicSettings now) throws AskThePerson {
        words.say("reach.how").lines().forEach(out);
        Map<String, String> set = new LinkedHashMap<>();
        switch (answer("")) {
            case "1" -> {
                out.accept(words.say("reach.address"));
                String address = answer(suggested.isEmpty() ? "" : suggested.get(0));
                set.put("api.tls", "own");
                set.put("api.name", "");
                set.put("api.addresses", "https://" + address + ":" + now.apiPort());
            }
            case "2" -> {
                String name = name(set, "certificate");
                set.put("api.addresses", "https://" + name + ":" + now.apiPort());
                out.accept(words.say("reach.certificate"));
                set.put("api.certificate", answer("/etc/letsencrypt/live/" + name + "/fullchain.pem"));
                out.accept(words.say("reach.key"));
                set.put("api.key", answer("/etc/letsencrypt/live/" + name + "/privkey.pem"));
            }
            case "3" -> {
                String name = name(set, "proxy");
                set.put("api.addresses", "https://" + name + ":443");
            }
            default -> throw new AskThePerson("answer-unknown");
        }
        return set;
    }

    private String name(Map<String, String> set, String tls) throws AskThePerson {
        out.accept(words.say("reach.name"));
        String name = answer("");
        set.put("api.tls", tls);
        set.put("api.name", name);
        return name;
    }

    private String answer(String otherwise) throws AskThePerson {
        if (!otherwise.isEmpty()) {
            out.accept(words.say("reach.otherwise", otherwise));
        }
        String line = typed.line();
        String answer = line == null || line.isBlank() ? otherwise : line.strip();
        if (!answer.matches("[A-Za-z0-9._:/-]+")) {
            throw new AskThePerson("answer-unknown");
        }
        return answer;
    }

    private static void write(Path file, Map<String, String> set) throws TryAgain {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
            set.forEach((name, value) -> {
                lines.removeIf(line -> line.startsWith(name + "="));
                lines.add(name + "=" + value);
            });
            Files.write(file, lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TryAgain("settings-unreadable", e);
        }
    }
}

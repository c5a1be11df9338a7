package org.umbral.clinic;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Bug;
import org.umbral.shared.TryAgain;

/**
 * Writes what systemd needs to run the clinic by itself, and to back it up each night.
 *
 * @param java the program that runs jars
 * @param jar the clinic's own; empty where it does not run from one
 * @param usualUnits where this machine keeps such files
 * @param user who runs this command
 */
record ServiceUnits(Path java, Optional<Path> jar, Path usualUnits, String user) {
    private static final String ROOT = "root";
    private static final String USUAL_USER = "umbral";

    /**
     * {@code service [FOLDER] [--backup DIR] [--to DIR] [--replace]}. {@code AskThePerson("unit-there")} where one would
     * be overwritten.
     */
    int write(Commands.Typed typed, ConsoleWords words, Consumer<String> out) throws AskThePerson, TryAgain {
        typed.requireOnly(1, "--backup", "--to", "--replace");
        Path folder = typed.pathOr(0, Commands.USUAL).toAbsolutePath().normalize();
        Path to = typed.value("--to").map(Path::of).orElse(usualUnits);
        Optional<Path> backups = typed.value("--backup")
                .map(text -> Path.of(text).toAbsolutePath().normalize());
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(to.resolve("umbral.service"), filled("umbral.service", folder, backups));
        if (backups.isPresent()) {
            files.put(to.resolve("umbral-backup.service"), filled("umbral-backup.service", folder, backups));
            files.put(to.resolve("umbral-backup.timer"), filled("umbral-backup.timer", folder, backups));
        }
        if (!typed.has("--replace") && files.keySet().stream().anyMatch(Files::exists)) {
            throw new AskThePerson("unit-there");
        }
        try {
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Files.writeString(file.getKey(), file.getValue());
                out.accept(words.say("service.written", file.getKey()));
            }
        } catch (IOException e) {
            throw new TryAgain("unit-not-written", e);
        }
        out.accept(words.say("service.user", owner(folder)));
        out.accept(words.say("service.next"));
        out.accept("  sudo systemctl daemon-reload");
        out.accept("  sudo systemctl enable --now umbral.service");
        if (backups.isPresent()) {
            out.accept("  sudo systemctl enable --now umbral-backup.timer");
        }
        return Commands.DONE;
    }

    private String filled(String name, Path folder, Optional<Path> backups) throws AskThePerson {
        if (jar.isEmpty()) {
            throw new AskThePerson("no-jar");
        }
        String text = template(name);
        Map<String, String> places = Map.of(
                "@java@", quoted(java),
                "@jar@", quoted(jar.get()),
                "@folder@", quoted(folder),
                "@parent@", quoted(folder.getParent() == null ? folder : folder.getParent()),
                "@backups@", backups.map(ServiceUnits::quoted).orElse(""),
                "@user@", owner(folder));
        for (Map.Entry<String, String> place : places.entrySet()) {
            text = text.replace(place.getKey(), place.getValue());
        }
        return text;
    }

    /** A clinic does not run as root: the folder's owner runs it, or the user that the guide makes. */
    private String owner(Path folder) {
        try {
            String owner = Files.exists(folder) ? Files.getOwner(folder).getName() : user;
            return owner.equals(ROOT) ? USUAL_USER : owner;
        } catch (IOException e) {
            return USUAL_USER;
        }
    }

    private static String quoted(Path path) {
        String text = path.toString().replace("%", "%%");
        return text.matches("[A-Za-z0-9/._%-]+")
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String template(String name) {
        try (InputStream in = ServiceUnits.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new Bug("the units are in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Bug("the jar can be read", e);
        }
    }

    /** The jar that this class came from. */
    static Optional<Path> ownJar() {
        var source = ServiceUnits.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        Path place = Path.of(URI.create(source.getLocation().toString()));
        return List.of(place).stream()
                .filter(Files::isRegularFile)
                .map(path -> path.toAbsolutePath().normalize())
                .findFirst();
    }
}

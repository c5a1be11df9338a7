package org.umbral.clinic.duplicates;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.umbral.shared.Bug;

/** One name in many spellings: each line of the table is one name, its first spelling stands for all. Thread-safe. */
final class Aliases {
    static final Aliases TABLE = load();

    private final Map<String, String> first;

    private Aliases(Map<String, String> first) {
        this.first = Map.copyOf(first);
    }

    /** @param word of capital letters, without marks */
    String fold(String word) {
        return Objects.requireNonNullElse(first.get(word), word);
    }

    boolean knows(String word) {
        return first.containsKey(word);
    }

    private static Aliases load() {
        try (InputStream in = Aliases.class.getResourceAsStream("/org/umbral/clinic/duplicates/aliases.txt")) {
            if (in == null) {
                throw new Bug("the table of names is in the jar");
            }
            Map<String, String> first = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s+")))
                    .forEach(names -> names.forEach(name -> {
                        if (first.put(Folded.plain(name), Folded.plain(names.get(0))) != null) {
                            throw new Bug("a spelling stands for one name: " + name);
                        }
                    }));
            return new Aliases(first);
        } catch (IOException e) {
            throw new Bug("the table of names can be read", e);
        }
    }
}

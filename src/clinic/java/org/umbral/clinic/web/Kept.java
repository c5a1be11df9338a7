package org.umbral.clinic.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.umbral.shared.casefile.CaseId;

/**
 * A form with words in it that could not be saved when it was sent: it travels in the page that says so, through the login
 * in that page, to a page that shows it and asks whether to save it. Nothing of it stays at the server, and nothing is saved
 * that the person who is logged in was not shown.
 *
 * @param path that the form was sent to
 */
record Kept(String path, List<Kept.Field> fields) {
    /** What every field is called on its way through the login. */
    static final String PREFIX = "kept.";

    static final String PATH = "kept-path";
    private static final String CASE = "/case/";
    /** Where people type more than a name; nothing there asks for a passphrase. */
    private static final List<String> TYPED_AT = List.of(CASE, "/duplicates/", "/tables");

    /** An attorney's word on a line of the list: nobody signs it from a page that does not show the line. */
    private static final String SIGNED = "/rules/";

    private static final Set<String> NOT_TYPED =
            Set.of("item", "field", "write", "version", "asked", "do", "word", "result", "about", "seen");

    record Field(String name, String value) {}

    /** @param label empty where the field has no name of its own */
    record Line(String label, String value) {}

    /**
     * @param why it was not saved
     * @param who would save it; empty where nobody is logged in
     * @param name that was typed at the login
     * @param error of the login; empty where there was none
     */
    record View(Kept kept, List<Line> lines, String why, String who, String name, String error) {
        boolean isLogin() {
            return who.isEmpty();
        }
    }

    Kept {
        fields = List.copyOf(fields);
    }

    /** What this request would have saved. */
    static Optional<Kept> posted(Context ctx) {
        return ctx.method() == HandlerType.POST ? of(ctx.path(), fields(ctx, "")) : Optional.empty();
    }

    /** What came along with a login. */
    static Optional<Kept> carried(Context ctx) {
        return of(Objects.requireNonNullElse(ctx.formParam(PATH), ""), fields(ctx, PREFIX));
    }

    private static Optional<Kept> of(String path, List<Field> fields) {
        Kept kept = new Kept(path, fields);
        boolean ours = path.matches("/[A-Za-z0-9/_.~%-]+")
                && !path.contains(SIGNED)
                && TYPED_AT.stream().anyMatch(path::startsWith);
        return ours && fields.stream().anyMatch(Kept::isTyped) ? Optional.of(kept) : Optional.empty();
    }

    private static List<Field> fields(Context ctx, String prefix) {
        List<Field> fields = new ArrayList<>();
        ctx.formParamMap().forEach((name, values) -> {
            if (name.startsWith(prefix) && !name.equals("token")) {
                values.forEach(value -> fields.add(new Field(name.substring(prefix.length()), value)));
            }
        });
        return fields;
    }

    private static boolean isTyped(Field field) {
        return !field.value().isBlank()
                && !NOT_TYPED.contains(field.name())
                && !field.name().endsWith(".seen");
    }

    /** The case that it is of. */
    Optional<CaseId> caseId() {
        if (!path.startsWith(CASE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CaseId(path.substring(CASE.length()).replaceFirst("/.*", "")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Fields of the catalogue that it fills. */
    Set<String> fieldIds() {
        return fields.stream()
                .filter(Kept::isTyped)
                .map(field -> id(field.name()))
                .collect(Collectors.toSet());
    }

    /** Where it leads to leave it. */
    String back() {
        return caseId().map(id -> CASE + id.text()).orElse("/");
    }

    /** What was typed or chosen, as its form calls it. */
    List<Line> lines(Words words) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Field field : fields) {
            if (isTyped(field)) {
                String said = said(words, field);
                lines.merge(label(words, field.name()), said, (one, other) -> one + "\n" + other);
            }
        }
        return lines.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
    }

    private static String id(String name) {
        return name.replaceFirst("\\..*", "");
    }

    private static String label(Words words, String name) {
        return words.ofCatalogue("field." + id(name))
                .or(() -> words.ownIfAny("kept.field." + name))
                .orElseGet(() -> words.say("kept.typed"));
    }

    private static String said(Words words, Field field) {
        String value = field.value();
        return words.ofCatalogue("choice." + id(field.name()) + "." + value)
                .or(() -> words.ofCatalogue("choice." + value))
                .or(() -> words.ofCatalogue("choice.CAP-08." + value))
                .or(() -> words.ownIfAny("known." + value))
                .orElse(value.strip());
    }
}

package org.umbral.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What was transcribed of the scenarios, and which test methods play it. */
public final class Script {
    private static final String RESOURCE = "/org/umbral/domain/scenarios.txt";

    private Script() {}

    /** One line: its id, where it is tested, what happens, and why it is left out where it is. */
    public record Line(String id, String where, String what, String reason) {}

    public static List<Line> lines() {
        try (InputStream in = Script.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new AssertionError("the scenarios are missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Script::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        String[] parts = text.split(" \\| ", -1);
        return new Line(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "");
    }

    public static List<String> ids(String where) {
        return lines().stream()
                .filter(line -> line.where().equals(where))
                .map(Line::id)
                .toList();
    }

    /** Each id that a method of these packages claims, with the methods, among the classes that were built with this one. */
    public static Map<String, List<String>> claims(boolean onScreens, String... packages) {
        Map<String, List<String>> claims = new LinkedHashMap<>();
        for (String one : packages) {
            methods(one)
                    .filter(method -> method.isAnnotationPresent(Step.class))
                    .filter(method -> method.getAnnotation(Step.class).onScreens() == onScreens)
                    .forEach(method -> Arrays.stream(
                                    method.getAnnotation(Step.class).value())
                            .forEach(id -> claims.computeIfAbsent(id, none -> new ArrayList<>())
                                    .add(method.getDeclaringClass().getSimpleName() + "." + method.getName())));
        }
        return claims;
    }

    private static Stream<Method> methods(String inPackage) {
        try {
            Path root = Path.of(Script.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path folder = root.resolve(inPackage.replace('.', '/'));
            try (Stream<Path> files = Files.list(folder)) {
                return files
                        .map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.class"))
                        .sorted()
                        .map(name -> inPackage + "." + name.substring(0, name.length() - ".class".length()))
                        .flatMap(name -> Arrays.stream(load(name).getDeclaredMethods()))
                        .toList()
                        .stream();
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError("the tests' classes cannot be listed", e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Script.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}

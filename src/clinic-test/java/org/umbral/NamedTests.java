package org.umbral;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tests that a document names, and which of them never run. */
final class NamedTests {
    private static final List<String> ROOTS =
            List.of("src/test/java", "src/clinic-test/java", "src/clinic-browser-test/java", "src/fuzz/java");
    private static final Pattern NAMED = Pattern.compile("\\b([A-Z]\\w*Test)(?:\\.([a-z]\\w*))?\\b");
    private static final Pattern TEST = Pattern.compile("@(Test|ParameterizedTest|RepeatedTest|FuzzTest)\\b");
    private static final Pattern CLASS_OFF = Pattern.compile("^@Disabled", Pattern.MULTILINE);
    private static final String OFF = "@Disabled";

    private final Map<String, String> sources = new HashMap<>();

    NamedTests() throws IOException {
        for (String root : ROOTS) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(one -> one.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = String.valueOf(file.getFileName());
                    sources.merge(name.substring(0, name.indexOf('.')), Files.readString(file), String::concat);
                }
            }
        }
    }

    /** As they are written: a class, or a class and its method. */
    static List<String> in(String text) {
        return NAMED.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Those of the text that are not there, are no tests, or are switched off. */
    List<String> neverRunIn(String text) {
        return NAMED.matcher(text)
                .results()
                .filter(one -> !runs(one.group(1), one.group(2)))
                .map(MatchResult::group)
                .toList();
    }

    private boolean runs(String name, @Nullable String method) {
        String source = sources.getOrDefault(name, OFF);
        if (CLASS_OFF.matcher(source).find()) {
            return false;
        }
        if (method == null) {
            return TEST.matcher(source).find();
        }
        int at = source.indexOf(" void " + method + "(");
        String before = at < 0 ? "" : source.substring(source.lastIndexOf("\n\n", at), at);
        return TEST.matcher(before).find() && !before.contains(OFF);
    }
}

package org.umbral.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.umbral.testing.ClassPath;

/**
 * Seeks inputs that break what {@code org.umbral.fuzz} promises, one target after the other, each in a process of 1 GB:
 * {@code -Dumbral.minutes=2} for each. What was found along the way is kept in {@code target/fuzz} and goes on from there.
 */
final class Fuzzing {
    private static final Map<String, String> TARGETS = Map.of(
            "sealed", "org.umbral.fuzz.SealedFuzz",
            "entry", "org.umbral.fuzz.EntryFuzz",
            "picture", "org.umbral.fuzz.PictureFuzz",
            "upload", "org.umbral.fuzz.UploadFuzz");
    private static final Path KEPT = Path.of("src/fuzz/resources/org/umbral/fuzz/KeptInputsTestInputs");
    private static final int SECONDS = 60;

    boolean run() throws IOException, InterruptedException {
        int seconds = (int) (Double.parseDouble(System.getProperty("umbral.minutes", "2")) * SECONDS);
        String only = System.getProperty("umbral.target", "");
        List<String> lines = new ArrayList<>();
        boolean met = true;
        for (String target : TARGETS.keySet().stream().sorted().toList()) {
            if (only.isEmpty() || only.equals(target)) {
                met &= fuzz(target, seconds, lines);
            }
        }
        System.out.printf(
                "%-10s %12s %9s %10s %9s %8s %6s%n",
                "target", "executions", "seconds", "edges", "features", "inputs", "finds");
        lines.forEach(System.out::println);
        return met;
    }

    private static boolean fuzz(String target, int seconds, List<String> lines)
            throws IOException, InterruptedException {
        Path folder = Path.of("target", "fuzz", target).toAbsolutePath();
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path finds = Files.createDirectories(folder.resolve("finds"));
        Path log = folder.resolve("log");
        long before = count(finds);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-Dprism.order=sw",
                "-cp",
                ClassPath.own(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + TARGETS.get(target),
                "--instrumentation_includes=org.umbral.**",
                // Changing every class of Jetty takes longer than the fuzzing.
                "--custom_hook_includes=org.umbral.**",
                // Uploads go to a server of our own.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
                "--reproducer_path=" + finds,
                "-artifact_prefix=" + finds + "/",
                "-max_total_time=" + seconds,
                "-rss_limit_mb=3000",
                corpus.toString()));
        if (Files.isDirectory(KEPT.resolve(target))) {
            command.add(KEPT.resolve(target).toString());
        }
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log);
        long found = count(finds) - before;
        lines.add(String.format(
                Locale.ROOT,
                "%-10s %12s %9s %10s %9s %8d %6d",
                target,
                last(said, "#([0-9]+)\\s+[A-Z]"),
                last(said, "in ([0-9]+) second"),
                last(said, "cov: ([0-9]+)"),
                last(said, "ft: ([0-9]+)"),
                count(corpus),
                found));
        if (exit != 0) {
            System.out.println(target + " ended with " + exit + "; see " + log);
        }
        return exit == 0;
    }

    private static long count(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            // A slow unit is one that waited for the machine; what uses more than a second of the processor is a find.
            return files.filter(file -> !file.getFileName().toString().startsWith("slow-unit"))
                    .count();
        }
    }

    private static String last(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .reduce((one, other) -> other)
                .map((MatchResult result) -> result.group(1))
                .orElse("?");
    }
}

package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.umbral.shared.Sha256;

/** Holds the tree to its boundaries, and breaks each boundary once to see that it is noticed. */
class ArchitectureTest {
    /** Per rule: one or more classes, name and text in turn, that break it. */
    private static final Map<Architecture, List<String>> BREACHES = new EnumMap<>(Architecture.class);

    private static JavaClasses tree;

    @TempDir
    Path directory;

    @BeforeAll
    static void readTheTree() throws Exception {
        Path classes = Path.of(
                Sha256.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        tree = new ClassFileImporter().importPath(classes);
        assertThat(tree.contain(Sha256.class)).isTrue();
    }

    static {
        breach(
                Architecture.PHONE_NEVER_SEES_CLINIC,
                "phone.Planted",
                "org.umbral.clinic.Seen seen;",
                "clinic.Seen",
                "");
        breach(Architecture.CLINIC_NEVER_SEES_PHONE, "clinic.Planted", "org.umbral.phone.Seen seen;", "phone.Seen", "");
        breach(Architecture.SHARED_SEES_NEITHER, "shared.Planted", "org.umbral.phone.Seen seen;", "phone.Seen", "");
        breach(Architecture.SHARED_IS_VALUES_AND_RULES, "shared.Planted", "java.nio.file.Path seen;");
        breach(
                Architecture.CARRIERS_ARE_BLIND,
                "phone.sync.Planted",
                "org.umbral.shared.casefile.Seen seen;",
                "shared.casefile.Seen",
                "");
        breach(
                Architecture.THE_QUEUE_DRAINS_WITHOUT_A_KEY,
                "phone.sync.Planted",
                "org.umbral.phone.unlock.Seen seen;",
                "phone.unlock.Seen",
                "");
        breach(
                Architecture.SCREENS_USE_ONE_DOOR,
                "phone.screen.list.Planted",
                "org.umbral.phone.store.Seen seen;",
                "phone.store.Seen",
                "");
        breach(Architecture.FX_STAYS_ON_SCREENS, "phone.capture.Planted", "javafx.scene.Node seen;");
        breach(Architecture.SQL_STAYS_IN_THE_STORES, "clinic.web.Planted", "java.sql.Connection seen;");
        breach(Architecture.CIPHERS_ARE_FENCED, "phone.store.Planted", "javax.crypto.Cipher seen;");
        breach(
                Architecture.HASHING_GOES_THROUGH_ONE_TYPE,
                "clinic.store.Planted",
                "Object seen() throws Exception { return java.security.MessageDigest.getInstance(\"MD5\"); }");
        breach(
                Architecture.JSON_GOES_THROUGH_ONE_TYPE,
                "clinic.web.Planted",
                "Object seen = new com.fasterxml.jackson.databind.ObjectMapper();");
        breach(Architecture.TIME_IS_PASSED_IN, "phone.sync.Planted", "Object seen = java.time.Instant.now();");
        breach(
                Architecture.RANDOMNESS_IS_PASSED_IN,
                "phone.unlock.Planted",
                "Object seen = new java.security.SecureRandom();");
        breach(Architecture.THREADS_ARE_PASSED_IN, "phone.sync.Planted", "Thread seen = new Thread(() -> {});");
        breach(Architecture.ONLY_COMMANDS_PRINT, "clinic.web.Planted", "void seen() { System.out.println(); }");
        breach(Architecture.ERRORS_SAY_WHAT_TO_DO, "shared.Planted", "void seen() { throw new RuntimeException(); }");
        breach(Architecture.AWT_STAYS_IN_PRACTICE, "clinic.web.Planted", "java.awt.image.BufferedImage seen;");
        breach(
                Architecture.NO_CYCLES,
                "clinic.one.Planted",
                "org.umbral.clinic.two.Seen seen;",
                "clinic.two.Seen",
                "org.umbral.clinic.one.Planted back;");
        breach(Architecture.NULL_IS_MARKED, "clinic.web.Planted", "");
    }

    @ParameterizedTest
    @EnumSource
    void theTreeKeepsTheRule(Architecture boundary) {
        boundary.rule().check(tree);
    }

    @ParameterizedTest
    @EnumSource
    void aPlantedBreachIsNoticed(Architecture boundary) throws Exception {
        assertThat(BREACHES).as("a rule that was never seen to fail is no rule").containsKey(boundary);
        String[] sources = BREACHES.getOrDefault(boundary, List.of()).toArray(new String[0]);
        Planted planted =
                Planted.compile(directory, List.of("-classpath", System.getProperty("java.class.path")), sources);
        assertThat(planted.errors()).isEmpty();

        JavaClasses breach = new ClassFileImporter().importPath(planted.classes());

        assertThat(boundary.rule().evaluate(breach).hasViolation()).isTrue();
        assertThat(boundary.rule().getDescription()).contains("because");
    }

    @Test
    void theClocksAndErrorsThatAreAllowedAreNotTakenForBreaches() throws Exception {
        Planted planted = Planted.compile(
                directory,
                List.of("-classpath", System.getProperty("java.class.path")),
                "org.umbral.phone.sync.Allowed",
                "package org.umbral.phone.sync; final class Allowed extends RuntimeException {"
                        + " Allowed(java.time.Clock clock, java.security.SecureRandom random) {"
                        + " super(\"\" + java.time.Instant.now(clock) + random.nextLong()); } }");
        JavaClasses allowed = new ClassFileImporter().importPath(planted.classes());

        for (Architecture boundary : List.of(
                Architecture.TIME_IS_PASSED_IN,
                Architecture.RANDOMNESS_IS_PASSED_IN,
                Architecture.ERRORS_SAY_WHAT_TO_DO)) {
            assertThat(boundary.rule().evaluate(allowed).hasViolation()).isFalse();
        }
    }

    @Test
    void everyPackageSaysWhatItIs() throws Exception {
        for (String root : List.of("src/main/java", "src/clinic/java")) {
            try (var files = Files.walk(Path.of(root))) {
                for (Path directory : files.filter(Files::isDirectory).toList()) {
                    try (var inside = Files.list(directory)) {
                        List<String> names =
                                inside.map(f -> f.getFileName().toString()).toList();
                        if (names.stream().anyMatch(n -> n.endsWith(".java"))) {
                            assertThat(names).as(directory.toString()).contains("package-info.java");
                        }
                    }
                }
            }
        }
    }

    private static void breach(Architecture boundary, String... namesAndBodies) {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < namesAndBodies.length; i += 2) {
            String name = "org.umbral." + namesAndBodies[i];
            int dot = name.lastIndexOf('.');
            sources.add(name);
            sources.add("package " + name.substring(0, dot) + "; public class " + name.substring(dot + 1) + " { public "
                    + (namesAndBodies[i + 1].isEmpty() ? "int nothing;" : namesAndBodies[i + 1]) + " }");
        }
        BREACHES.put(boundary, sources);
    }
}

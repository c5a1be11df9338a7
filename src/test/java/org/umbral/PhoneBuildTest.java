package org.umbral;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a phone gets. Runs in the phone build only ({@code -Dphone=…}): in the full build there is nothing to look at. */
class PhoneBuildTest {
    /** {@code group:artifact:type[:classifier]:version:scope}, as maven-dependency-plugin lists it. */
    private static final Pattern LISTED =
            Pattern.compile("^\\s+([^:\\s]+):([^:\\s]+):[^:\\s]+(?::([^:\\s]+))?:([^:\\s]+):(?:compile|runtime)\\b.*");

    private static final Pattern PLATFORM = Pattern.compile("(linux|mac|win)(-.+)?");

    private static final Path BUILD = Path.of(System.getProperty("umbral.build.directory", "target"));
    private static final Path CLASSES = BUILD.resolve("classes");

    @BeforeEach
    void onlyInAPhoneBuild() {
        assumeTrue(
                Set.of("host", "android", "ios").contains(System.getProperty("umbral.phone", "")),
                "not a phone build: mvn -Dphone=host verify");
    }

    @Test
    void theLibrariesAreTheAgreedOnes() throws IOException {
        List<String> agreed = Files.readAllLines(Path.of("src/test/resources/phone-classpath.txt"));

        assertThat(agreed).isSorted().doesNotHaveDuplicates();
        assertThat(libraries())
                .as("a library on the phone is a decision: change phone-classpath.txt with a reason")
                .containsExactlyElementsOf(agreed);
    }

    @Test
    void nothingOfTheClinicIsThere() throws IOException {
        assertThat(files())
                .isNotEmpty()
                .noneMatch(f -> f.startsWith("org/umbral/clinic/") || f.startsWith("org/umbral/practice/"));
    }

    @Test
    void noServiceFileNamesTheClinic() throws IOException {
        for (String file : files()) {
            if (file.startsWith("META-INF/")) {
                assertThat(Files.readString(CLASSES.resolve(file)))
                        .as(file)
                        .doesNotContain("org.umbral.clinic", "org.umbral.practice");
            }
        }
    }

    @Test
    void nothingNeedsWhatAPhoneLacks() {
        noClasses()
                .that()
                .resideInAPackage("org.umbral..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.awt..", "javax.swing..", "javax.imageio..", "javafx.embed..", "java.net.http..")
                .because("Gluon's native images have neither AWT nor Swing, and the phone has one HTTP client already")
                .check(new ClassFileImporter().importPath(CLASSES));
    }

    private static Set<String> libraries() throws IOException {
        Set<String> found = new TreeSet<>();
        for (String line : Files.readAllLines(BUILD.resolve("phone-classpath.txt"))) {
            Matcher listed = LISTED.matcher(line);
            if (listed.matches()) {
                String classifier = listed.group(3);
                boolean everywhere =
                        classifier == null || PLATFORM.matcher(classifier).matches();
                found.add(listed.group(1) + ":" + listed.group(2) + ":" + listed.group(4)
                        + (everywhere ? "" : ":" + classifier));
            }
        }
        return found;
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(CLASSES)) {
            return walk.filter(Files::isRegularFile)
                    .map(f -> CLASSES.relativize(f).toString().replace('\\', '/'))
                    .toList();
        }
    }
}

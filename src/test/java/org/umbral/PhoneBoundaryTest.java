package org.umbral;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone build compiles src/main/java and nothing else of ours: what the phone must not see does not exist there. */
class PhoneBoundaryTest {
    @TempDir
    Path directory;

    @Test
    void aPhoneClassThatNamesTheClinicDoesNotCompile() throws Exception {
        Planted planted = plant("org.umbral.clinic.ClinicApp");

        assertThat(planted.errors())
                .anySatisfy(e -> assertThat(e).contains("org.umbral.clinic").contains("does not exist"));
    }

    @Test
    void aPhoneClassThatNamesThePracticeDoesNotCompile() throws Exception {
        assertThat(plant("org.umbral.practice.Practice").errors()).isNotEmpty();
    }

    /** Without this the tests above would pass for any reason at all. */
    @Test
    void aPhoneClassThatNamesTheSharedWordsCompiles() throws Exception {
        assertThat(plant("org.umbral.shared.Sha256").errors()).isEmpty();
    }

    private Planted plant(String name) throws Exception {
        String source = "package org.umbral.phone; class Planted { " + name + " seen; }";
        return Planted.compile(directory, asThePhoneBuildDoes(), "org.umbral.phone.Planted", source);
    }

    /** The libraries, but none of our classes: those come from the phone's source root. */
    private static List<String> asThePhoneBuildDoes() {
        String jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-implicit:none", "-sourcepath", "src/main/java", "-classpath", jars);
    }
}

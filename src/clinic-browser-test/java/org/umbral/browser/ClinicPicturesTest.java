package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Makes the pictures of the clinic's pages anew. */
@Tag("pictures")
class ClinicPicturesTest {
    /** Pages of many screens: what the state is about is in view. */
    private static final Pattern LONG = Pattern.compile("case-|rules");

    private static final Path FOLDER = Path.of("src", "docs", "pictures");

    @Test
    void everyPageAtADeskAndOnAPhone() throws IOException {
        Files.createDirectories(FOLDER);
        try (Chromium chromium = Chromium.launch();
                ClinicVisitor desk = chromium.desktop();
                ClinicVisitor phone = chromium.phone()) {
            PageStates.walk(desk, (name, there) -> there.picture(file(name), false));
            PageStates.walk(
                    phone,
                    (name, there) -> there.picture(
                            file(name + "-phone"), !LONG.matcher(name).lookingAt()));
        }
        assertThat(file("queue")).isNotEmptyFile();
    }

    private static Path file(String name) {
        return FOLDER.resolve("clinic-" + name + ".png");
    }
}

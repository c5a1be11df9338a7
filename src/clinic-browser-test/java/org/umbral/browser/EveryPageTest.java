package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EveryPageTest {
    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"1280,800,en-US", "390,844,es-MX"})
    void isFreeOfAxeViolationsAndOfCutOffWords(int width, int height, String language) {
        List<String> found = new ArrayList<>();
        try (ClinicVisitor visitor = chromium.visitor(width, height, language)) {
            PageStates.walk(visitor, (name, there) -> {
                there.violations().forEach(one -> found.add(name + " " + one));
                there.cutOff().forEach(one -> found.add(name + " cut off: " + one));
            });
        }
        assertThat(found).isEmpty();
    }

    @Test
    void whatAxeFindsIsSeen() {
        try (ClinicVisitor visitor = chromium.desktop()) {
            visitor.page()
                    .setContent("<html lang=en><title>Ficticio</title><main><h1>Words</h1><img src=paper></main>");
            assertThat(visitor.violations()).singleElement().asString().startsWith("image-alt: <img src=\"paper\">");
        }
    }
}

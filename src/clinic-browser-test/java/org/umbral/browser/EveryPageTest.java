package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void isFreeOfAxeViolationsAndOfCutOffWords() {
        assertClean(1280, 800, "en-US", ClinicVisitor::violations);
    }

    /** The style sheet moves things on a small window and gives them no other colours. */
    @Test
    void isFreeOfThemOnTheSmallestPhoneToo() {
        assertClean(360, 740, "es-MX", ClinicVisitor::violationsButColours);
    }

    private static void assertClean(
            int width, int height, String language, Function<ClinicVisitor, List<String>> violations) {
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (ClinicVisitor visitor = chromium.visitor(width, height, language)) {
            PageStates.walk(visitor, (name, there) -> {
                seen.add(name);
                violations.apply(there).forEach(one -> found.add(name + " " + one));
                there.cutOff().forEach(one -> found.add(name + " cut off: " + one));
            });
        }
        assertThat(found).isEmpty();
        assertThat(seen).as("states").hasSizeGreaterThan(130);
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

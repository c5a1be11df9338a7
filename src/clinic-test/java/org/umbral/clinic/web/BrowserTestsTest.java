package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrowserTestsTest {
    /** They stand in a root of their own, which the profile {@code browser} compiles; without it this test says so. */
    @Test
    void areThereWhereAChromiumIsInstalled() {
        assumeTrue(
                Files.exists(Path.of("/usr/bin/chromium")),
                "SKIPPED ALOUD: no /usr/bin/chromium, so the clinic's pages were not opened in a browser");
        assertThat(Path.of("src", "clinic-browser-test", "java", "org", "umbral", "browser", "PagesInBrowserTest.java"))
                .isRegularFile();
    }
}

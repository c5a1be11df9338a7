package org.umbral.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Chromium that is installed, without a window. Slow to start: one for a test class. */
public final class Chromium implements AutoCloseable {
    /** Where Debian puts it; the profile is active by the same path. */
    public static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static Chromium launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--force-color-profile=srgb")));
        return new Chromium(playwright, browser);
    }

    /** A fresh visitor, without cookies. */
    public ClinicVisitor visitor(int width, int height, String language) {
        return new ClinicVisitor(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setReducedMotion(ReducedMotion.REDUCE)));
    }

    public ClinicVisitor desktop() {
        return visitor(1280, 800, "en-US");
    }

    public ClinicVisitor phone() {
        return visitor(390, 844, "en-US");
    }

    /** As if scripts were switched off. */
    public ClinicVisitor withoutScript() {
        return new ClinicVisitor(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1280, 800)
                .setLocale("en-US")
                .setJavaScriptEnabled(false)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

package org.umbral.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Chromium that is installed, without a window. Slow to start: one for all classes of a process, which ends with it. */
public final class Chromium implements AutoCloseable {
    /** Where Debian puts it; the profile is active by the same path. */
    private static final Path WHOLE = Path.of("/usr/bin/chromium");
    /** The same browser without what draws windows: a fifth of the time less (src/docs/measurements.md). */
    private static final Path WITHOUT_WINDOWS = Path.of("/usr/bin/chromium-headless-shell");

    private static @Nullable Browser running;

    private final Browser browser;

    private Chromium(Browser browser) {
        this.browser = browser;
    }

    public static synchronized Chromium launch() {
        Browser browser = running;
        if (browser == null || !browser.isConnected()) {
            browser = start();
            running = browser;
        }
        return new Chromium(browser);
    }

    private static Browser start() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Files.exists(WITHOUT_WINDOWS) ? WITHOUT_WINDOWS : WHOLE)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--force-color-profile=srgb")));
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

    /** Whoever is still visiting leaves. */
    @Override
    public void close() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }
}

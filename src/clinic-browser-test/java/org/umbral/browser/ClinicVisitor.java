package org.umbral.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A member of staff in front of the pages: says what a person does, and reads what a person sees. */
public final class ClinicVisitor implements AutoCloseable {
    private static final String BROKEN_WORDS = "() => [...document.querySelectorAll('body *')]"
            + ".filter(e => e.checkVisibility() && !e.closest('svg, .only-heard, .skip, .source, .stage')"
            + " && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible'"
            + " && getComputedStyle(e).clipPath === 'none')"
            + ".map(e => e.tagName + '.' + e.className)";

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    ClinicVisitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    public Page page() {
        return page;
    }

    public ClinicVisitor open(String url) {
        page.navigate(url);
        return this;
    }

    /** From the login page to the queue. */
    public ClinicVisitor logIn(String loginUrl, String name, String passphrase) {
        page.navigate(loginUrl);
        page.locator("#name").fill(name);
        page.locator("#passphrase").fill(passphrase);
        page.locator("main button").click();
        page.waitForURL("**/queue");
        return this;
    }

    /** The names in the queue, from the top. */
    public List<String> queue() {
        return page.locator(".queue li:visible .row-name").allInnerTexts();
    }

    /** Waits until the case is in the queue, without reload, and opens it. */
    public ClinicVisitor openCase(String name) {
        row(name).waitFor();
        row(name).click();
        page.waitForURL("**/case/*");
        page.locator(".case-head").waitFor();
        return this;
    }

    public Locator row(String name) {
        return page.locator(".queue .row", new Page.LocatorOptions().setHasText(name));
    }

    /** How many photos of the open case are shown on its wall. */
    public int photos() {
        return page.locator(".wall img").count();
    }

    /** Opens the viewer of the photo, from 1 in the order of the wall. */
    public ClinicVisitor openPhoto(int position) {
        page.locator("#photo-" + position + " a").click();
        page.waitForURL("**/view");
        page.waitForFunction("() => document.getElementById('photo').naturalWidth > 0");
        return this;
    }

    /** The JPEG of the photo in the viewer, as the browser is given it with the session's cookie. */
    public byte[] photoBytes() {
        String address = page.locator("#photo").getAttribute("src");
        String origin = page.url().replaceFirst("^(https?://[^/]+).*", "$1");
        return context.request().get(origin + address).body();
    }

    /** Width and height that the browser made of the photo in the viewer. */
    public List<Integer> photoSize() {
        return List.of((Integer) page.evaluate("() => document.getElementById('photo').naturalWidth"), (Integer)
                page.evaluate("() => document.getElementById('photo').naturalHeight"));
    }

    public String text() {
        return page.locator("body").innerText();
    }

    public ClinicVisitor press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** What axe-core finds wrong with the page as it stands, each in a line. */
    public List<String> violations() {
        return Axe.violations(page);
    }

    /** The same but for the contrast of colours, where they were looked at on a wider window. */
    public List<String> violationsButColours() {
        return Axe.violationsButColours(page);
    }

    /** Errors in the console: a refused script, a missing file, an exception. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What a test broke on purpose is no complaint. */
    public void forgiveComplaints() {
        complaints.clear();
    }

    /** Elements whose words are cut off, and whether the page can be moved sideways. */
    public List<String> cutOff() {
        @SuppressWarnings("unchecked")
        List<String> cut = (List<String>) page.evaluate(BROKEN_WORDS);
        boolean sideways = (Boolean)
                page.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        return sideways ? List.of("the page moves sideways", cut.toString()) : cut;
    }

    /** As the page comes out of the printer, until {@link #onScreen}. */
    public ClinicVisitor onPaper() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return this;
    }

    public ClinicVisitor onScreen() {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        return this;
    }

    public void picture(Path file, boolean whole) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
    }

    @Override
    public void close() {
        context.close();
    }
}

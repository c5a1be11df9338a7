package org.umbral.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Every rule of axe-core over a page as it stands. The library's own builder sends the script anew for each look, and back
 * what every rule found in order, which takes three times as long as the rules themselves.
 */
final class Axe {
    private static final String SCRIPT = AxeBuilder.getAxeScript();
    /** A page that was only scrolled since the last look is not looked at again. */
    private static final String VIOLATIONS = "colours => {"
            + " const now = [document.documentElement, document.activeElement].map(e => e.outerHTML).join()"
            + " + matchMedia('print').matches;"
            + " if (now === window.seen) { return []; }"
            + " window.seen = now;"
            + " return axe.run({resultTypes: ['violations'], rules: {'color-contrast': {enabled: colours}}}).then(found =>"
            + " found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html + ' | ' + rule.nodes[0].failureSummary)); }";

    private Axe() {}

    /** Each rule that is broken in a line, with the first place where it is. */
    static List<String> violations(Page page) {
        return violations(page, true);
    }

    /** The same but for the contrast of colours, which takes two thirds of the time. */
    static List<String> violationsButColours(Page page) {
        return violations(page, false);
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page, boolean colours) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(VIOLATIONS, colours);
    }
}

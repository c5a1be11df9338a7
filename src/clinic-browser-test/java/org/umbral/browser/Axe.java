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
    private static final String VIOLATIONS = "() => axe.run({resultTypes: ['violations']}).then(found =>"
            + " found.violations.map(rule => rule.id + ': ' + rule.nodes[0].html + ' | ' + rule.nodes[0].failureSummary))";

    private Axe() {}

    /** Each rule that is broken in a line, with the first place where it is. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page) {
        if (!(Boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(VIOLATIONS);
    }
}

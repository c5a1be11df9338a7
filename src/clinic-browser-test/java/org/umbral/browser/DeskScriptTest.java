package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.umbral.scenario.Script;

/** The lines of the scenarios that staff play at their pages are played here. */
class DeskScriptTest {
    @Test
    void everyLineOfTheDeskIsPlayedInABrowser() {
        var claims = Script.claims(false, "org.umbral.browser").keySet();

        assertThat(claims).containsAll(Script.ids("desk"));
        assertThat(Script.lines().stream().map(Script.Line::id).toList()).containsAll(claims);
    }
}

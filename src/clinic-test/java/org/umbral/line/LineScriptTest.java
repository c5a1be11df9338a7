package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.umbral.scenario.Script;

/** The lines of the scenarios that need the clinic are played here, each once. */
class LineScriptTest {
    @Test
    void everyLineThatNeedsTheClinicIsPlayedByExactlyOneTest() {
        Map<String, List<String>> claims = Script.claims(false, "org.umbral.line", "org.umbral.clinic.duplicates");

        assertThat(claims.keySet()).containsExactlyInAnyOrderElementsOf(Script.ids("line"));
        assertThat(claims)
                .allSatisfy((id, methods) -> assertThat(methods).as(id).hasSize(1));
    }
}

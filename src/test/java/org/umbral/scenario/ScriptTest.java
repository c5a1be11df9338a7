package org.umbral.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing of the scenarios is forgotten: each line is played, or says why it is not. */
class ScriptTest {
    private static final String[] PHONE = {
        "org.umbral.scenario", "org.umbral.phone.screen", "org.umbral.phone.screen.intake"
    };

    @Test
    void everyLineOfThePhoneIsPlayedByExactlyOneTest() {
        Map<String, List<String>> claims = Script.claims(false, PHONE);

        assertThat(claims.keySet()).containsAll(Script.ids("phone"));
        assertThat(claims)
                .allSatisfy((id, methods) -> assertThat(methods).as(id).hasSize(1));
    }

    @Test
    void whatIsPlayedIsInTheScript() {
        List<String> known = Script.lines().stream().map(Script.Line::id).toList();

        assertThat(known).doesNotHaveDuplicates();
        assertThat(known).containsAll(Script.claims(false, PHONE).keySet());
        assertThat(known).containsAll(Script.claims(true, PHONE).keySet());
    }

    @Test
    void fourScenariosArePlayedOnceMoreWithAFingerOnTheScreens() {
        Map<String, List<String>> byHand = Script.claims(true, PHONE);

        assertThat(byHand.keySet()).contains("SC-01.1", "SC-02.1", "SC-03.1", "SC-03.2", "SC-05.1", "SC-05.2");
        assertThat(byHand.values().stream().flatMap(List::stream).distinct()).hasSize(4);
    }

    @Test
    void aLineThatIsLeftOutSaysWhy() {
        assertThat(Script.lines()).allSatisfy(line -> {
            assertThat(line.where()).as(line.id()).isIn("phone", "line", "desk", "out");
            assertThat(line.what()).as(line.id()).isNotBlank();
            assertThat(line.reason().isBlank())
                    .as(line.id())
                    .isNotEqualTo(line.where().equals("out"));
        });
    }
}

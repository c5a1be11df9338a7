package org.umbral.shared.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.shared.casefile.Value;

class TelephoneTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/org/umbral/domain/telephones.csv", delimiter = ';')
    void isHeardAsTheNotesSay(String typed, String region, String e164, String doubt) {
        Telephone.Heard heard = Telephone.hear(typed, region);
        assertThat(heard.e164()).isEqualTo(Optional.ofNullable(e164));
        assertThat(heard.doubt().map(Doubt::code)).isEqualTo(Optional.ofNullable(doubt));
    }

    @Test
    void whatWasTypedStaysTheValueThatIsRead() {
        Value value = Telephone.hear(" (202) 555-0100 ", "US")
                .value(" (202) 555-0100 ")
                .orElseThrow();
        assertThat(value.asText()).contains("(202) 555-0100");
        assertThat(value.part(Telephone.E164)).contains("+12025550100");
        assertThat(Telephone.hear("3-555", "US").value("3-555")).contains(Value.text("3-555"));
    }

    @Test
    void theOldOneOfMexicoIsTakenOutOnlyByATap() {
        Telephone.Heard heard = Telephone.hear("+52 1 664 555 0100", "MX");
        assertThat(heard.value("+52 1 664 555 0100")).contains(Value.text("+52 1 664 555 0100"));
        Value meant = heard.doubt().flatMap(Doubt::offer).orElseThrow();
        assertThat(meant.asText()).contains("+52 1 664 555 0100");
        assertThat(meant.part(Telephone.E164)).contains("+526645550100");
    }

    @Test
    void aNumberForEmergenciesIsNoWayToFindAPerson() {
        assertThat(Telephone.hear("9-1-1", "US").value("9-1-1")).isEmpty();
    }

    @Test
    void tenDigitsThatMayBeOfTwoCountriesAreAsked() {
        String both = "612 555 0100";
        Telephone.Heard heard = Telephone.hear(both, "MX");
        assertThat(heard.doubt().map(Doubt::code)).contains("TELEPHONE_WHICH");
        assertThat(heard.doubt().flatMap(Doubt::offer).flatMap(value -> value.part(Telephone.E164)))
                .contains("+16125550100");
        assertThat(Telephone.hear("+52 " + both, "MX").doubt()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void nothingThatIsTypedIsLostOrThrows(long seed) {
        Random random = new Random(seed);
        StringBuilder typed = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            typed.append("0123456789+-() #xA٣ext.".charAt(random.nextInt(23)));
        }
        Telephone.Heard heard = Telephone.hear(typed.toString(), random.nextBoolean() ? "US" : "MX");
        heard.value(typed.toString())
                .ifPresentOrElse(
                        value -> assertThat(value.asText())
                                .contains(typed.toString().strip()),
                        () -> assertThat(heard.doubt())
                                .hasValueSatisfying(
                                        doubt -> assertThat(doubt.refused()).isTrue()));
    }
}

package org.umbral.shared.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class ANumberTest {
    @ParameterizedTest
    @CsvFileSource(resources = "/org/umbral/domain/a-numbers.csv", delimiter = ';')
    void isReadAsTheNotesSayAndNeverBlocks(String typed, String nine, String doubt) {
        assertThat(ANumber.read(typed)).isEqualTo(Optional.ofNullable(nine));
        assertThat(ANumber.doubt(typed).map(Doubt::code)).isEqualTo(Optional.ofNullable(doubt));
        assertThat(ANumber.doubt(typed).filter(Doubt::refused)).isEmpty();
    }

    @Test
    void isShownInGroups() {
        assertThat(ANumber.shown("000000012")).isEqualTo("A000-000-012");
        assertThat(ANumber.shown("A 12-345")).isEqualTo("A 12-345");
    }

    @Test
    void twoReadingsThatDifferAreSaidWithBothNumbers() {
        assertThat(ANumber.mismatch("A000-000-021", "000000012"))
                .hasValueSatisfying(doubt -> assertThat(doubt.about()).containsExactly("A000-000-021", "A000-000-012"));
        assertThat(ANumber.mismatch("A000-000-012", "12")).isPresent();
        assertThat(ANumber.mismatch("A000-000-012", "0000012")).isEmpty();
        assertThat(ANumber.mismatch("A000-000-012", " ")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void whateverGroupsItIsTypedInItIsTheSame(long seed) {
        Random random = new Random(seed);
        String nine = String.format(java.util.Locale.ROOT, "0000%05d", 1 + random.nextInt(99_999));
        StringBuilder typed = new StringBuilder(random.nextBoolean() ? "A" : "");
        for (char digit : nine.toCharArray()) {
            typed.append(" -.#".charAt(random.nextInt(4)));
            typed.append(random.nextBoolean() ? digit : (char) (digit - '0' + '۰'));
        }
        assertThat(ANumber.read(typed.toString())).contains(nine);
        assertThat(ANumber.read(ANumber.shown(nine))).contains(nine);
    }
}

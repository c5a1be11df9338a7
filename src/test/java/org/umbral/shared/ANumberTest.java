package org.umbral.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.umbral.shared.doubt.ANumber;

class ANumberTest {
    @ParameterizedTest
    @CsvSource({"A 12-345-67, 001234567", "a#012 345 678, 012345678", "٠٠٠٠٠٠٠١٢, 000000012", "A000-000-012, 000000012"
    })
    void isReadInAnyGroupingAndScript(String typed, String stored) {
        assertThat(ANumber.read(typed)).contains(stored);
    }

    @ParameterizedTest
    @CsvSource({"A1234567890", "A000000000", "A 12-345", "none"})
    void whatIsNoneIsDoubtedAndNeverBlocked(String typed) {
        assertThat(ANumber.read(typed)).isEmpty();
        assertThat(ANumber.doubt(typed)).isPresent();
    }

    @Test
    void isShownInGroups() {
        assertThat(ANumber.shown("000000012")).isEqualTo("A000-000-012");
        assertThat(ANumber.shown("A 12-345")).isEqualTo("A 12-345");
    }
}

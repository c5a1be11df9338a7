package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.shared.doubt.Telephone;
import org.umbral.testing.Catalogues;
import org.umbral.testing.ScreenBench;

/** What staff read of a value that a phone wrote, of every form that it may have. */
class ValueWordsTest {
    private static final ZoneId ZONE = ZoneId.of("America/Phoenix");

    private static String said(String language, FieldType type, Value value) {
        Words words = Words.of(language);
        Field field = Catalogues.field(type, null, null);
        return new ValueWords(
                        new CatalogueWords(ScreenBench.catalogue(), words),
                        new Moments(Clock.fixed(ScreenBench.NOW, ZONE), ZONE, words))
                .of(field, value);
    }

    @Test
    void aDateOfAnotherCalendarIsSaidWithItsMonthsNameAndOurDays() {
        Value jadi = new PartialDate(Calendar.SOLAR_HIJRI, 1369, 10, 11, false, "").toValue();
        assertThat(said("en", FieldType.PARTIAL_DATE, jadi))
                .isEqualTo("11 Jadi 1369, Solar Hijri calendar (1 Jan 1991)");
        Value year = new PartialDate(Calendar.SOLAR_HIJRI, 1369, null, null, false, "1369").toValue();
        assertThat(said("en", FieldType.PARTIAL_DATE, year))
                .isEqualTo("1369, Solar Hijri calendar (21 Mar 1990 to 20 Mar 1991) “1369”");
    }

    @Test
    void anAgeIsSaidWithTheDaysThatFollow() {
        Value age = PartialDate.ofAge(16, 18, LocalDate.of(2026, 11, 20), false, "16 or 18")
                .toValue();
        assertThat(said("en", FieldType.PARTIAL_DATE, age))
                .isEqualTo("16–18 years old on 20 Nov 2026 (21 Nov 2007 to 20 Nov 2010) “16 or 18”");
        assertThat(said("es", FieldType.PARTIAL_DATE, age)).startsWith("16–18 años");
    }

    @Test
    void aTelephoneStandsAsItWasTypedWithWhatWasUnderstood() {
        assertThat(said("en", FieldType.TELEPHONE, Value.text("(202) 555-0100").with(Telephone.E164, "+12025550100")))
                .isEqualTo("(202) 555-0100 (+1 202-555-0100)");
        assertThat(said("en", FieldType.TEXT, Value.text("3-555"))).isEqualTo("3-555");
    }

    @Test
    void anAddressEndsWithItsCountryAndMoneyHasItsCurrency() {
        var address = Json.object().put("street", "Calle Ficticia 1").put("country", "MEX");
        assertThat(said("es", FieldType.ADDRESS, new Value(address))).isEqualTo("Calle Ficticia 1, México");
        assertThat(said("en", FieldType.MONEY, Value.number(12_000))).isEqualTo("US$ 12,000");
        assertThat(said("en", FieldType.LANGUAGE, Value.text("fa-AF"))).isEqualTo("Dari");
        assertThat(said("en", FieldType.TEXT, Value.text("زلمی"))).isEqualTo("\u2068زلمی\u2069");
    }
}

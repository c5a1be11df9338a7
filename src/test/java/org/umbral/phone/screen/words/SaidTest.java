package org.umbral.phone.screen.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.umbral.phone.screen.words.Places.Place;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.PartialDate.Calendar;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.shared.doubt.Telephone;
import org.umbral.testing.Catalogues;
import org.umbral.testing.ScreenBench;

/** Values as a person reads them, in the languages of the screens. */
class SaidTest {
    private static final PartialDate JADI = new PartialDate(Calendar.SOLAR_HIJRI, 1369, 10, 11, false, "");

    private static Words words(String language) {
        return Words.of(Locale.forLanguageTag(language), Clock.fixed(ScreenBench.NOW, ZoneId.of("America/Phoenix")));
    }

    private static String said(String language, FieldType type, Value value) {
        Field field = Catalogues.field(type, null, null);
        return Said.value(words(language), field, value);
    }

    @Test
    void aSolarHijriDateHasAfghanMonthsAndOursBesideIt() {
        assertThat(said("en", FieldType.PARTIAL_DATE, JADI.toValue()))
                .isEqualTo("11 Jadi 1369, Afghan calendar (1 Jan 1991)");
        assertThat(said("es", FieldType.PARTIAL_DATE, JADI.toValue())).startsWith("11 Yadi 1369, calendario afgano");
        assertThat(said("fa-AF", FieldType.PARTIAL_DATE, JADI.toValue())).contains("جدی");
        assertThat(said(
                        "en",
                        FieldType.PARTIAL_DATE,
                        new PartialDate(Calendar.SOLAR_HIJRI, 1375, null, null, false, "").toValue()))
                .isEqualTo("1375, Afghan calendar (20 Mar 1996 to 20 Mar 1997)");
    }

    @Test
    void agesAndWordsAreSaidAsTheyWere() {
        LocalDate on = LocalDate.of(2026, 11, 20);
        assertThat(said(
                        "en",
                        FieldType.PARTIAL_DATE,
                        PartialDate.ofAge(16, 18, on, false, "16 or 18").toValue()))
                .isEqualTo("16 to 18 years old on 20 Nov 2026");
        assertThat(said(
                        "en",
                        FieldType.PARTIAL_DATE,
                        PartialDate.ofAge(30, 30, on, true, "30").toValue()))
                .isEqualTo("about 30 years old on 20 Nov 2026");
        assertThat(said(
                        "en",
                        FieldType.PARTIAL_DATE,
                        PartialDate.spoken("rainy season").toValue()))
                .isEqualTo("rainy season");
    }

    @Test
    void moneyAddressesTelephonesAndNumbersAreSaidWhole() {
        assertThat(said("en", FieldType.MONEY, Value.number(12_000))).isEqualTo("US$ 12,000");
        assertThat(said("en", FieldType.MONEY, Value.text("5000 pesos"))).isEqualTo("5000 pesos");
        assertThat(said("en", FieldType.A_NUMBER, Value.text("000000012"))).isEqualTo("A000-000-012");
        assertThat(said("en", FieldType.TELEPHONE, Value.text("(202) 555-0100").with(Telephone.E164, "+12025550100")))
                .isEqualTo("(202) 555-0100");
        var address = Json.object()
                .put("street", "100 Example St")
                .put("city", "Springfield")
                .put("region", "ZZ")
                .put("code", "00000")
                .put("country", "USA");
        assertThat(said("en", FieldType.ADDRESS, new Value(address)))
                .isEqualTo("100 Example St, Springfield, ZZ 00000, United States");
    }

    @Test
    void nativeScriptKeepsItsOrderToItself() {
        assertThat(said("en", FieldType.TEXT, Value.text("زلمی"))).isEqualTo("\u200Eزلمی\u200E");
        assertThat(said("en", FieldType.TEXT, Value.text("Ana"))).isEqualTo("Ana");
        assertThat(said("fa-AF", FieldType.TEXT, Value.text("Ana"))).isEqualTo("\u200EAna\u200E");
    }

    @Test
    void everyPlaceHasANameAndDariIsNeverItsOldCode() {
        for (String language : List.of("en", "es")) {
            assertThat(Places.languages(words(language), List.of()))
                    .extracting(Place::code)
                    .contains(
                            "mam", "quc", "kek", "nah", "mix", "zap", "kjb", "tzh", "tzo", "ixl", "acr", "poh", "fa-AF")
                    .doesNotContain("prs", "fa")
                    .doesNotHaveDuplicates();
            assertThat(Places.languages(words(language), List.of()))
                    .allSatisfy(place -> assertThat(place.name()).isNotBlank().isNotEqualTo(place.code()));
            assertThat(Places.countries(words(language), List.of()))
                    .hasSize(254)
                    .extracting(Place::code)
                    .contains("XXA", "XXB", "XXC", "XXX", "XKX", "PSE")
                    .doesNotContain("UTO");
        }
    }
}

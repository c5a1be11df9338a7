package org.umbral.shared.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.Json;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.catalogue.Check;
import org.umbral.shared.catalogue.Field;
import org.umbral.shared.catalogue.FieldType;
import org.umbral.testing.Catalogues;

class DoubtsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Field checked(FieldType type, Check.Kind kind) {
        return Catalogues.field(type, null, null, new Check(kind, null));
    }

    private static List<String> codes(Field field, Value value) {
        return Doubts.on(TODAY).of(field, value).stream().map(Doubt::code).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FNU", "lnu", "X.X.X", "Unknown", "n/a", "None", ".", "FNU ZALMAI"})
    void whatStandsForAMissingNameIsNoPartOfOne(String typed) {
        assertThat(Doubts.on(TODAY).of(checked(FieldType.TEXT, Check.Kind.NAME_PART), Value.text(typed)))
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.code()).isEqualTo("NAME_PART");
                    assertThat(doubt.refused()).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"FICTICIO PRUEBA", "de la Ficticia", "O’Ficticio", "زلمی", "Nonette", "Li", "X"})
    void namesAreLeftAlone(String typed) {
        assertThat(codes(checked(FieldType.TEXT, Check.Kind.NAME_PART), Value.text(typed)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIPT_NUMBER, IOE0000000001,",
        "RECEIPT_NUMBER, ioe-000-000-0001,",
        "RECEIPT_NUMBER, IOE12, RECEIPT_NUMBER",
        "I94_NUMBER, 000000000A0,",
        "I94_NUMBER, 00000000000,",
        "I94_NUMBER, 12345, I94_NUMBER",
        "DOCUMENT_NUMBER, X0000001,",
        "DOCUMENT_NUMBER, lost, DOCUMENT_NUMBER",
        "STREET, 100 Example St,",
        "STREET, P.O. Box 12, STREET",
        "STREET, PO BOX 12, STREET",
        "STREET, Apartado Postal 4, STREET",
        "STREET, Calle Cajas 3,",
    })
    void formatsAreLookedAtAndKept(Check.Kind kind, String typed, String doubt) {
        assertThat(codes(checked(FieldType.TEXT, kind), Value.text(typed)))
                .isEqualTo(doubt == null ? List.of() : List.of(doubt));
    }

    @Test
    void aDateMayBeAheadOrPastOrOutOfOrder() {
        Field birth = checked(FieldType.PARTIAL_DATE, Check.Kind.NOT_FUTURE);
        Value tomorrow = PartialDate.of(TODAY.plusDays(1)).toValue();
        assertThat(codes(birth, tomorrow)).containsExactly("NOT_FUTURE");
        assertThat(codes(birth, PartialDate.ofYear(2026).toValue())).isEmpty();
        assertThat(codes(
                        checked(FieldType.PARTIAL_DATE, Check.Kind.PAST),
                        PartialDate.ofYear(2025).toValue()))
                .containsExactly("PAST");
        assertThat(codes(checked(FieldType.MOMENT, Check.Kind.PAST), Value.text("2026-11-20T09:00-07:00")))
                .containsExactly("PAST");
        Field until = Catalogues.field(FieldType.PARTIAL_DATE, null, null, new Check(Check.Kind.NOT_BEFORE, "PER-98"));
        Doubts beside = new Doubts(
                TODAY, "US", other -> Optional.of(PartialDate.ofYear(2026).toValue()));
        assertThat(beside.of(until, PartialDate.ofYear(2025).toValue())).hasSize(1);
        assertThat(beside.of(until, PartialDate.ofYear(2026).toValue())).isEmpty();
    }

    @Test
    void theFirstOfJanuaryIsAQuietDoubt() {
        Value value = PartialDate.of(LocalDate.of(1990, 1, 1)).toValue();
        assertThat(codes(Catalogues.field(FieldType.PARTIAL_DATE, null, null), value))
                .containsExactly("JAN1");
    }

    @Test
    void numbersAndMoneyHaveLimitsThatOnlyInform() {
        Field household = Catalogues.field(FieldType.NUMBER, 1, 30);
        assertThat(codes(household, Value.number(31))).containsExactly("TOO_BIG");
        assertThat(codes(household, Value.number(0))).containsExactly("TOO_SMALL");
        assertThat(codes(household, Value.number(4))).isEmpty();
        Field income = Catalogues.field(FieldType.MONEY, null, null);
        assertThat(codes(income, Value.number(0))).isEmpty();
        assertThat(codes(income, Value.number(10_000_001))).containsExactly("TOO_BIG");
        assertThat(codes(income, Value.text("5000 pesos"))).containsExactly("MONEY");
        assertThat(Typed.dollars("US$ 12,000")).contains(12_000);
        assertThat(Typed.dollars("$ 1.200")).contains(1_200);
        assertThat(Typed.dollars("12.50")).isEmpty();
        assertThat(Typed.dollars("۱۲۰۰")).contains(1_200);
    }

    @Test
    void mailAndAddressesAreReadLoosely() {
        assertThat(codes(Catalogues.field(FieldType.EMAIL, null, null), Value.text("ana@example.org")))
                .isEmpty();
        assertThat(codes(Catalogues.field(FieldType.EMAIL, null, null), Value.text("ana at example")))
                .containsExactly("EMAIL");
        Field address = checked(FieldType.ADDRESS, Check.Kind.STREET);
        var json = Json.object().put("street", "P.O. Box 1").put("code", "123").put("country", "USA");
        assertThat(codes(address, new Value(json))).containsExactly("ZIP", "STREET");
        assertThat(codes(address, new Value(json.deepCopy().put("country", "MEX"))))
                .containsExactly("STREET");
    }

    @Test
    void aNumberIsLookedAtByItsKind() {
        Doubts doubts = Doubts.on(TODAY);
        assertThat(doubts.ofNumber("I94_NUMBER", Value.text("000000000A0"))).isEmpty();
        assertThat(doubts.ofNumber("I94_NUMBER", Value.text("IOE0000000001"))).hasSize(1);
        assertThat(doubts.ofNumber("USCIS_RECEIPT", Value.text("IOE0000000001")))
                .isEmpty();
        assertThat(doubts.ofNumber("SUBJECT_ID", Value.text("anything"))).isEmpty();
    }

    @Test
    void whyThereIsNoAnswerIsNeverDoubted() {
        assertThat(codes(Catalogues.field(FieldType.A_NUMBER, null, null), Value.unanswered(Value.Unanswered.DECLINED)))
                .isEmpty();
        assertThat(codes(Catalogues.field(FieldType.A_NUMBER, null, null), Value.text("")))
                .isEmpty();
    }
}

package org.umbral.shared.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.umbral.shared.Json;
import org.umbral.shared.Sha256;
import org.umbral.testing.Seeds;

class ValuesTest {
    @ParameterizedTest
    @MethodSource("org.umbral.testing.Seeds#fifty")
    void aCaseCodeIsReadBackAndOneWrongCharacterIsNoticed(long seed) {
        CaseCode code = CaseCode.random(Seeds.repeatable(seed));
        assertThat(code.text()).matches("[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]");
        assertThat(CaseCode.parse(code.text().toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .contains(code);
        String plain = code.text().replace("-", "");
        for (int at = 0; at < plain.length(); at++) {
            char wrong = plain.charAt(at) == '7' ? '8' : '7';
            assertThat(CaseCode.parse(plain.substring(0, at) + wrong + plain.substring(at + 1)))
                    .as("wrong at %d of %s", at, code)
                    .isEmpty();
        }
    }

    @Test
    void aYearAloneStaysAYear() {
        PartialDate year = PartialDate.ofYear(1985);
        assertThat(PartialDate.from(year.toValue())).contains(year);
        assertThat(year.toValue().json().toString()).isEqualTo("{\"year\":1985}");
        assertThat(year.earliest()).contains(LocalDate.of(1985, 1, 1));
        assertThat(year.latest()).contains(LocalDate.of(1985, 12, 31));
    }

    @Test
    void aDateThatIsNoneIsNotMadeUp() {
        assertThatThrownBy(() -> new PartialDate(PartialDate.Calendar.GREG, 2023, 2, 30, false, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PartialDate.from(Value.text("yesterday"))).isEmpty();
        assertThat(PartialDate.from(new Value(
                        org.umbral.shared.Json.object().put("year", 2023).put("month", 13))))
                .isEmpty();
    }

    @Test
    void aReasonForHavingNoAnswerIsNotAnAnswer() {
        Value declined = Value.unanswered(Value.Unanswered.DECLINED);
        assertThat(declined.isAnswer()).isFalse();
        assertThat(declined.whyUnanswered()).contains(Value.Unanswered.DECLINED);
        assertThat(Value.text(" ").isAnswer()).isFalse();
        assertThat(Value.choices(List.of()).isAnswer()).isFalse();
        assertThat(Value.text("Ana").isAnswer()).isTrue();
    }

    @Test
    void aPageIsTheSameValueOnceItWasWrittenAndRead() throws Exception {
        Sha256 any = Sha256.ofText("ficticio");
        for (long bytes : new long[] {1, Integer.MAX_VALUE, Integer.MAX_VALUE + 1L}) {
            Value page = new PageImage(any, bytes, any, any, 1600, 1200).toValue();
            assertThat(new Value(Json.tree(Json.write(page.json())))).isEqualTo(page);
            assertThat(PageImage.from(page)).map(PageImage::envelopeBytes).contains(bytes);
        }
    }

    @Test
    void aValueIsNeverPrinted() {
        assertThat(Value.text("Ana Ficticio").toString()).doesNotContain("Ana");
    }

    @Test
    void anItemKnowsWhatStandsBelowIt() {
        ItemId person = ItemId.random(Seeds.repeatable(1));
        ItemId contact = person.child(Seeds.repeatable(2));
        assertThat(contact.parent()).contains(person);
        assertThat(person.parent()).contains(ItemId.CASE);
        assertThat(ItemId.CASE.parent()).isEmpty();
        assertThat(person.holds(contact)).isTrue();
        assertThat(contact.holds(person)).isFalse();
        assertThat(ItemId.CASE.holds(contact)).isTrue();
    }
}

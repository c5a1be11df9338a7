package org.umbral.phone.screen.protocol;

import java.time.LocalDate;
import java.util.List;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;

/** Who is, or may be, under 18 (domain notes §4.3): nobody is taken for grown up while any birth date held says otherwise. */
record Minors(CaseFile file, LocalDate today) {
    private static final int OF_AGE = 18;

    boolean mayBe(ItemId person) {
        return births(person).stream()
                        .flatMap(birth -> birth.latest().stream())
                        .anyMatch(latest -> latest.plusYears(OF_AGE).isAfter(today))
                || new CaseFacts(file)
                        .held(person, "PER-12")
                        .flatMap(value -> value.asNumber().stream())
                        .anyMatch(age -> age < OF_AGE)
                || new CaseFacts(file).says(person, "CAS-08", "CHILD")
                        && births(person).isEmpty();
    }

    /** Only where a birth date says so; an unknown age is no proof. */
    boolean isGrownUp(ItemId person) {
        List<PartialDate> births = births(person);
        return !births.isEmpty() && !mayBe(person);
    }

    private List<PartialDate> births(ItemId person) {
        return file.answer(person, new FieldId("PER-11")).stream()
                .flatMap(answer -> answer.held().stream())
                .map(held -> held.value())
                .filter(Value::isAnswer)
                .flatMap(value -> PartialDate.from(value).stream())
                .toList();
    }
}

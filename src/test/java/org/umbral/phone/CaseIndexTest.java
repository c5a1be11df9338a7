package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.umbral.phone.capture.Folded;
import org.umbral.shared.casefile.CaseId;
import org.umbral.testing.Seeds;

class CaseIndexTest {
    private final SecureRandom random = Seeds.repeatable(61);

    private CaseRow row(String code, String... terms) {
        StringBuilder folded = new StringBuilder();
        for (String term : terms) {
            Folded.words(term).forEach(word -> folded.append(' ').append(word));
        }
        Delivery delivery = new Delivery(
                Delivery.State.DRAFT, 0, 1, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return new CaseRow(
                CaseId.random(random),
                code,
                terms.length == 0 ? "" : terms[0],
                "",
                "",
                delivery,
                Optional.empty(),
                folded.toString(),
                terms.length == 0 ? CaseRow.Kept.STUB : CaseRow.Kept.WHOLE,
                false,
                false);
    }

    private final CaseRow ana = row("7KQ-4XM-R", "Ana María Núñez Ficticio", "Berta O'Connor", "204000012");
    private final CaseRow zalmai = row("9TV-W3B-0", "زلمی کريم", "أحمد ګلاب");
    private final CaseRow olena = row("0AA-1LB-2", "Олена Ґанна Йова");
    private final CaseRow stub = row("5XX-YYZ-1");
    private final CaseIndex index = CaseIndex.of(List.of(ana, zalmai, olena, stub));

    private void finds(String typed, CaseRow... rows) {
        assertThat(index.find(typed))
                .as(typed)
                .containsExactly(java.util.Arrays.stream(rows).map(CaseRow::id).toArray(CaseId[]::new));
    }

    @Test
    void accentsAndCaseDoNotMatterAndEveryWordIsNeeded() {
        finds("nunez", ana);
        finds("MARÍA ana", ana);
        finds("maria berta", ana);
        finds("ana zalmai");
        finds("tici", ana);
        finds("oconnor", ana);
    }

    @Test
    void arabicPersianAndCyrillicLettersThatKeyboardsMixUpAreOne() {
        finds("زلمي", zalmai);
        finds("كريم", zalmai);
        finds("احمد", zalmai);
        finds("گلاب", zalmai);
        finds("كلاب", zalmai);
        finds("олена", olena);
        finds("ганна", olena);
        finds("иова", olena);
    }

    @Test
    void numbersAreFoundByTheirDigitsHoweverTheyAreGrouped() {
        finds("204000", ana);
        finds("A204-000-012", ana);
        finds("a204", ana);
        finds("٢٠٤", ana);
    }

    @Test
    void aStubIsFoundByItsCodeAlsoWithLettersThatLookLikeDigits() {
        finds("5xx", stub);
        finds("5XX-YYZ", stub);
        finds("oaa-ilb", olena);
    }

    @Test
    void nothingTypedIsEverythingInItsOrder() {
        finds("", ana, zalmai, olena, stub);
        finds("  ", ana, zalmai, olena, stub);
        finds("nobody");
    }
}

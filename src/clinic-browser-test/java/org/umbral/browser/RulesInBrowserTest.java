package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.Delivery;
import org.umbral.shared.casefile.CaseId;

/** An attorney stands for a line of the list: then it counts. A real clinic, a real phone, a real browser. */
class RulesInBrowserTest {
    private static final String RULE = "CBP-14";
    private static Chromium chromium;

    @TempDir
    Path folder;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @Test
    void aGapCountsOnceAnAttorneyStandsForItsLineAndIsWaivedAndBack() throws Exception {
        try (ClinicAndPhone both = new ClinicAndPhone(folder);
                ClinicVisitor attorney = chromium.visitor(1280, 800, "en-US");
                ClinicVisitor paralegal = chromium.visitor(1280, 800, "en-US")) {
            // The rules are in force since the day after this clinic's first.
            both.line.clock.move(Duration.ofDays(1));
            CaseId id = both.line.words();
            both.line.awaitState(id, Delivery.State.DELIVERED);
            both.attorney(attorney).openCase("Ana María");
            both.paralegal(paralegal);
            String page = both.url("/case/" + id.text());
            attorney.open(page);
            paralegal.open(page);
            assertThat(counts(attorney)).isFalse();
            assertThat(paralegal
                            .open(both.url("/rules"))
                            .page()
                            .locator("main button")
                            .count())
                    .isZero();

            attorney.open(both.url("/rules"));
            PageStates.go(attorney, "#rule-" + RULE + " button");
            assertThat(attorney.page().locator("#rule-" + RULE).innerText()).contains("Confirmed by");
            attorney.open(page);
            assertThat(counts(attorney)).as(attorney.text()).isTrue();
            assertThat(counts(paralegal.open(page))).isTrue();

            attorney.page().locator("#line-" + RULE + " summary").click();
            attorney.page().locator("#reason-" + RULE).fill("Somebody of the clinic waits there");
            PageStates.go(attorney, "#line-" + RULE + " button.quiet");
            assertThat(waived(attorney)).contains("Somebody of the clinic waits there", "Waived");
            assertThat(waived(paralegal.open(page))).contains("Somebody of the clinic waits there");
            assertThat(paralegal.page().locator("#missing button").count()).isZero();

            PageStates.go(attorney, "#line-" + RULE + " button");
            assertThat(counts(attorney)).isTrue();
            attorney.open(both.url("/rules"));
            PageStates.go(attorney, "#rule-" + RULE + " button");
            assertThat(counts(attorney.open(page))).isFalse();
            assertThat(attorney.complaints()).isEmpty();
        }
    }

    private static boolean counts(ClinicVisitor visitor) {
        return visitor.page()
                        .locator("#missing > ul.missing:not(.information):not(.waived) #line-" + RULE)
                        .count()
                == 1;
    }

    private static String waived(ClinicVisitor visitor) {
        return visitor.page().locator("ul.waived #line-" + RULE).innerText();
    }
}

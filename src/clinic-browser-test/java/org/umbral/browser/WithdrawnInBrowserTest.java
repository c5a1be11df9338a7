package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.line.LineFixture;
import org.umbral.phone.Delivery;
import org.umbral.scenario.Step;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** SC-08.1–2: consent is withdrawn by telephone; the case vanishes at the clinic and from the phone. */
class WithdrawnInBrowserTest {
    private static final String NAME = "Ana María";
    private static Chromium chromium;

    @TempDir
    Path folder;

    private ClinicAndPhone both;
    private ClinicVisitor paralegal;
    private ClinicVisitor colleague;
    private ClinicVisitor attorney;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @BeforeEach
    void open() throws Exception {
        both = new ClinicAndPhone(folder);
        paralegal = chromium.desktop();
        colleague = chromium.desktop();
        attorney = chromium.desktop();
    }

    @AfterEach
    void close() {
        List.of(paralegal, colleague, attorney).forEach(ClinicVisitor::close);
        both.close();
    }

    @Test
    @Step({"SC-08.1", "SC-08.assert.1"})
    void theCaseVanishesForAllButAttorneyAndStewardAndFromThePhone() throws Exception {
        CaseId id = both.line.words();
        both.line.awaitState(id, Delivery.State.DELIVERED);
        Hired hired = new Hired(both);
        hired.at(paralegal, "Pablo Ficticio", Role.PARALEGAL, true).openCase(NAME);
        hired.at(colleague, "Paula Ficticia", Role.PARALEGAL, false);
        colleague.row(NAME).waitFor();
        both.line.phone.courier().networkAllowed(false);
        both.line.phone.intake().write(id, ItemId.CASE, new FieldId("GRD-03"), Value.text("FICTICIO: a later word"));
        both.line.phone.intake().leave(id);

        withdraw();
        assertThat(paralegal.text()).contains("The case is hidden.");
        accessible(paralegal);
        colleague.row(NAME).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        for (String forged : List.of(
                "",
                "/edit/person/case",
                "/add/person",
                "/withdraw",
                "/photo/" + "a".repeat(64),
                "/photo/" + "a".repeat(64) + "/view")) {
            colleague.open(both.url("/case/" + id.text() + forged));
            assertThat(colleague.page().content())
                    .contains("There is no such case here.")
                    .doesNotContain(NAME);
        }

        attorneySees(id);
        stewardSeesThatItIsThere(hired);
        phoneForgets(id);

        attorney.open(both.url("/case/" + id.text()));
        attorney.page().locator(".consent-links a").first().click();
        accessible(attorney);
        attorney.page().locator("input[name=why][value=MISUNDERSTOOD]").check();
        attorney.page().locator("main .buttons button").click();
        attorney.page().waitForURL("**/case/" + id.text());
        assertThat(attorney.text()).doesNotContain("Only attorneys and data stewards see this case.");
        colleague.open(both.url("/queue"));
        colleague.row(NAME).waitFor();
        assertThat(both.line.phone.intake().cases()).isEmpty();
    }

    private void withdraw() {
        paralegal.page().locator(".consent-links a").first().click();
        accessible(paralegal);
        paralegal.page().locator("input[name=person]").first().check();
        paralegal.page().locator("input[name=via][value=PHONE_CALL]").check();
        paralegal
                .page()
                .locator("input[name=scope][value=DELETE_WHERE_POSSIBLE]")
                .check();
        paralegal
                .page()
                .locator("input[name=scope][value=WITHDRAW_REQUEST_TOO]")
                .check();
        paralegal.page().locator("input[name=violence]").check();
        paralegal.page().locator("main .buttons button").click();
        paralegal.page().waitForURL("**/withdrawn");
    }

    private void attorneySees(CaseId id) {
        both.attorney(attorney).openCase(NAME);
        assertThat(attorney.text())
                .contains("Only attorneys and data stewards see this case.")
                .contains("Erase what can be erased", "Take the request to the government back too");
        accessible(attorney);
        assertThat(attorney.page().url()).endsWith(id.text());
    }

    private void stewardSeesThatItIsThere(Hired hired) throws Exception {
        try (ClinicVisitor steward = chromium.desktop()) {
            hired.at(steward, "Sara Ficticia", Role.STEWARD, false);
            assertThat(steward.queue()).containsExactly("Name not for your role");
            assertThat(steward.text()).contains("Consent withdrawn");
            steward.page().locator(".queue .row").first().click();
            steward.page().locator(".case-head").waitFor();
            assertThat(steward.page().content())
                    .contains("Consent was withdrawn.")
                    .doesNotContain(NAME, "hospital", "Hospital");
            accessible(steward);
        }
    }

    /** What was sealed before the phone heard of it still arrives. */
    private void phoneForgets(CaseId id) throws Exception {
        both.line.phone.courier().networkAllowed(true);
        await().atMost(LineFixture.PATIENCE).until(() -> {
            both.line.phone.courier().wake();
            both.line.phone.intake().tidy();
            return both.line.phone.intake().cases().isEmpty() && both.line.phone.waitingCount() == 0;
        });
        assertThat(both.line.phone.intake().removedCount()).isEqualTo(1);
        try (StaffSession staff = both.line.clinic.login()) {
            var desk = both.line.clinic.clinic().desk();
            desk.queue(staff);
            // An attorney reads the story after the conflict check.
            desk.write(
                    staff,
                    id,
                    new Desk.Changes(
                            HowKnown.STAFF,
                            Optional.empty(),
                            List.of(new Desk.Change(
                                    ItemId.CASE, new FieldId("CAS-11"), Value.text("CLEAR"), Set.of()))));
            assertThat(desk.open(staff, id)
                            .caseFile()
                            .item(ItemId.CASE)
                            .orElseThrow()
                            .text("GRD-03"))
                    .contains("FICTICIO: a later word");
        }
    }

    private static void accessible(ClinicVisitor visitor) {
        assertThat(visitor.violations()).isEmpty();
        assertThat(visitor.cutOff()).isEmpty();
    }
}

package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.umbral.browser.Typed.accessible;
import static org.umbral.browser.Typed.choose;
import static org.umbral.browser.Typed.date;
import static org.umbral.browser.Typed.fill;
import static org.umbral.browser.Typed.save;
import static org.umbral.browser.Typed.text;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.scenario.Step;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** What an attorney files, what comes of it, and how a request is taken back; the phone is played by the real phone. */
class FilingInBrowserTest {
    private static final String EXPLAINED = "FICTICIO: only for the attorney";
    private static final String NAME = "Jean Ficticio";
    private static Chromium chromium;

    @TempDir
    Path folder;

    private ClinicAtWork clinic;
    private ClinicVisitor paralegal;
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
        clinic = new ClinicAtWork(folder);
        paralegal = chromium.desktop();
        attorney = chromium.desktop();
    }

    @AfterEach
    void close() {
        paralegal.close();
        attorney.close();
        clinic.close();
    }

    @Test
    @Step({"SC-02.6"})
    void safetyIsTheAttorneysAndAFormLettersDenialStandsInTheLogForStaff() throws Exception {
        CaseId id = jean();
        attorneyWithStory();
        attorney.open(clinic.url("/case/" + id.text() + "/edit/safety/case"));
        fill(attorney, "SAF-05", EXPLAINED);
        accessible(attorney);
        save(attorney);
        attorney.open(clinic.url("/case/" + id.text() + "/edit/inadmissibility/case"));
        fill(attorney, "INA-03", "FICTICIO: no known ground");
        save(attorney);
        assertThat(attorney.text()).contains(EXPLAINED, "FICTICIO: no known ground");
        sent("2026-11-24T09:30");
        attorney.page().locator("#request a", text("Add what happened")).click();
        choose(attorney, "OUT-01", "DECISION");
        fill(attorney, "OUT-01A", "2026-12-30T10:00");
        attorney.page().locator("main form details summary").click();
        choose(attorney, "OUT-02", "DENIED_BOILERPLATE");
        date(attorney, "OUT-03", 30, 12, 2026);
        choose(attorney, "OUT-04", "CHECKBOX_OR_TEMPLATE");
        choose(attorney, "OUT-04A", "FLIGHT_RISK");
        accessible(attorney);
        save(attorney);

        clinic.logIn(paralegal, ClinicAtWork.PARALEGAL).openCase(NAME);
        assertThat(paralegal.page().locator("#request").innerText())
                .contains("24 Nov 2026", "By e-mail", "El Paso FICTICIO")
                .contains("Denied, on a form letter", "30 Dec 2026", "Flight risk", ClinicAtWork.ATTORNEY);
        assertThat(paralegal.page().content())
                .doesNotContain(EXPLAINED, "no known ground", "SAF-05", "INA-03", "Inadmissibility");
        accessible(paralegal);
        onThePhoneNothingOfIt(id);
        assertThat(paralegal.complaints()).isEmpty();
    }

    @Test
    @Step({"SC-08.3"})
    void aRequestIsTakenBackByTheAttorneyWhileTheCaseIsHiddenFromEverybodyElse() throws Exception {
        CaseId id = jean();
        attorneyWithStory();
        sent("2026-11-18T09:30");
        clinic.logIn(paralegal, ClinicAtWork.PARALEGAL).openCase(NAME);
        withdrawn();

        attorney.open(clinic.url("/case/" + id.text()));
        assertThat(attorney.text()).contains("Take the request to the government back too");
        attorney.page().locator("#request a", text("Add what happened")).click();
        choose(attorney, "OUT-01", "WITHDRAWN");
        fill(attorney, "OUT-01A", "2026-11-20T15:00");
        fill(attorney, "OUT-01C", "By e-mail to the port");
        save(attorney);
        assertThat(attorney.page().locator(".log").innerText()).contains("Withdrawn", "By e-mail to the port");
        accessible(attorney);
        attorney.page().locator(".section-head a", text("Add a task")).click();
        fill(attorney, "TSK-01", "Tell Lidia what cannot be called back");
        date(attorney, "TSK-01A", 21, 11, 2026);
        save(attorney);
        assertThat(attorney.open(clinic.url("/tasks")).text()).contains("Tell Lidia what cannot be called back");

        paralegal.open(clinic.url("/tasks"));
        assertThat(paralegal.text()).doesNotContain("Lidia", NAME);
        paralegal.open(clinic.url("/case/" + id.text()));
        assertThat(paralegal.text()).contains("There is no such case here.");
    }

    private void withdrawn() {
        paralegal.page().locator(".consent-links a").first().click();
        paralegal.page().locator("input[name=person]").first().check();
        paralegal.page().locator("input[name=via][value=PHONE_CALL]").check();
        paralegal
                .page()
                .locator("input[name=scope][value=WITHDRAW_REQUEST_TOO]")
                .check();
        paralegal.page().locator("main .buttons button").click();
        paralegal.page().waitForURL("**/withdrawn");
    }

    private void attorneyWithStory() {
        clinic.logIn(attorney, ClinicAtWork.ATTORNEY).openCase(NAME);
        attorney.page().locator(".shut a").click();
        choose(attorney, "CAS-11", "CLEAR");
        save(attorney);
    }

    private void sent(String when) {
        attorney.page()
                .locator("#request a", text("Add a request that was sent"))
                .click();
        fill(attorney, "REQ-01", "1");
        choose(attorney, "REQ-02", "ICE");
        fill(attorney, "REQ-02A", "El Paso FICTICIO");
        attorney.page().locator("input[name='REQ-03']").first().check();
        fill(attorney, "REQ-06", when);
        choose(attorney, "REQ-06A", "EMAIL");
        save(attorney);
    }

    private void onThePhoneNothingOfIt(CaseId id) throws Exception {
        clinic.line.phone.courier().wake();
        clinic.intake().tidy();
        assertThat(clinic.intake().read(id).items().values())
                .noneMatch(
                        item -> item.has("SAF-05") || item.has("INA-03") || item.has("REQ-01") || item.has("OUT-01"));
    }

    private CaseId jean() throws Exception {
        CaseId id = clinic.intake().begin(HowKnown.RECALLED);
        ItemId jean = clinic.person(id, clinic.firstPerson(id), NAME);
        clinic.tell(id, jean, "CAS-08", Value.text("PRINCIPAL"));
        clinic.tell(id, ItemId.CASE, "CAS-03", "DETAINED_ICE");
        clinic.deliver(id);
        return id;
    }
}

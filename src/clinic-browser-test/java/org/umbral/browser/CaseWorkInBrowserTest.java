package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.umbral.browser.Typed.accessible;
import static org.umbral.browser.Typed.choose;
import static org.umbral.browser.Typed.date;
import static org.umbral.browser.Typed.fill;
import static org.umbral.browser.Typed.option;
import static org.umbral.browser.Typed.save;
import static org.umbral.browser.Typed.text;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

/** What staff do with a case, each with an account of their own; the phone is played by the real phone. */
class CaseWorkInBrowserTest {
    private static final String STORY = "FICTICIO: what happened in the night";
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
        assertThat(paralegal.complaints()).isEmpty();
        assertThat(attorney.complaints()).isEmpty();
        paralegal.close();
        attorney.close();
        clinic.close();
    }

    /** The clinic's part of SC-12.assert.2, but for the rule ICE-16 and the job that deletes. */
    @Test
    @Step({"SC-12.2", "SC-12.assert.2"})
    void aDeclinedCaseSaysWhenItIsDeletedLeavesTheQueueAndCanBeOpenedAgain() throws Exception {
        CaseId id = carlos();
        clinic.logIn(paralegal, ClinicAtWork.PARALEGAL).openCase("Carlos Ficticio");
        paralegal.page().locator(".section-head a", text("Add a task")).click();
        fill(paralegal, "TSK-01", "Brief advice by telephone");
        date(paralegal, "TSK-01A", 20, 11, 2026);
        paralegal.page().locator("#TSK-01B").selectOption(option(paralegal, "TSK-01B", ClinicAtWork.ATTORNEY));
        save(paralegal);
        paralegal.page().locator("#work a", text("Close this case")).click();
        choose(paralegal, "CAS-14", "OUT_OF_SCOPE");
        date(paralegal, "CAS-14A", 20, 11, 2026);
        paralegal.page().locator("#ATY-06").check();
        date(paralegal, "ATY-06A", 20, 11, 2026);
        paralegal.page().locator("#ATY-06B").selectOption("es");
        accessible(paralegal);
        save(paralegal);

        assertThat(paralegal.page().locator(".closed-case").innerText())
                .contains("Out of scope", "20 Nov 2026", "does not take the case", "Language: Spanish.")
                .contains("To be deleted after 18 Feb 2027.");
        accessible(paralegal);
        paralegal.open(clinic.url("/queue"));
        assertThat(paralegal.queue()).isEmpty();
        paralegal.page().locator(".closed-link a").click();
        assertThat(paralegal.queue()).containsExactly("Carlos Ficticio");
        accessible(paralegal);

        clinic.logIn(attorney, ClinicAtWork.ATTORNEY).open(clinic.url("/tasks"));
        assertThat(attorney.page().locator(".tasks").first().innerText())
                .contains("Brief advice by telephone", "Due today", "Carlos Ficticio", ClinicAtWork.ATTORNEY);
        accessible(attorney);
        attorney.page().locator(".tasks a").first().click();
        assertThat(attorney.page().locator(".flags").innerText())
                .contains("Somebody was paid for help", "Berta Ficticia");
        assertThat(attorney.text()).contains("To be deleted after 18 Feb 2027.");
        accessible(attorney);

        attorney.page().locator(".closed-case a").click();
        choose(attorney, "CAS-14", "");
        save(attorney);
        assertThat(attorney.page().locator(".closed-case").count()).isZero();
        assertThat(attorney.text()).doesNotContain("To be deleted after");
        attorney.page().locator("#closing .history summary").click();
        assertThat(attorney.page().locator("#closing .history").innerText())
                .contains("Out of scope", "replaced later", ClinicAtWork.PARALEGAL, ClinicAtWork.ATTORNEY);
        attorney.open(clinic.url("/queue"));
        assertThat(attorney.queue()).containsExactly("Carlos Ficticio");

        clinic.line.phone.courier().wake();
        clinic.line.phone.intake().tidy();
        assertThat(clinic.intake().read(id).items().values())
                .as("none of it is for phones")
                .noneMatch(item -> item.has("CAS-14") || item.has("ATY-06A") || item.has("TSK-01"));
    }

    @Test
    @Step({"SC-05.3", "SC-05.assert.2"})
    void theAttorneyDecidesTheRouteAndSignsTheProtocolAndEachPersonHasAListOfTheirOwn() throws Exception {
        CaseId id = ninaAndRosa();
        clinic.line.clock.move(Duration.ofDays(2));
        clinic.logIn(attorney, ClinicAtWork.ATTORNEY).openCase("Nina Ficticia");
        assertThat(attorney.page().locator(".flags").innerText())
                .contains("A child without a parent", "No attorney has signed the child protocol");
        assertThat(attorney.page().locator("#consent h3").allInnerTexts())
                .containsExactlyInAnyOrder("Nina Ficticia", "Rosa Ficticia");
        assertThat(attorney.page().locator("#missing h4").allInnerTexts())
                .containsExactly("Nina Ficticia", "Rosa Ficticia");
        List<String> lists = attorney.page().locator("#missing ul.information").allInnerTexts();
        assertThat(lists.get(lists.size() - 2)).as("Nina's").contains("Nina").doesNotContain("Rosa");
        assertThat(lists.get(lists.size() - 1)).as("Rosa's").contains("Rosa").doesNotContain("Nina");
        accessible(attorney);

        attorney.open(clinic.url("/case/" + id.text() + "/edit/case/case"));
        choose(attorney, "CAS-04", "CBP");
        save(attorney);
        assertThat(attorney.page().locator("#case").innerText()).contains("CBP, at a port");
        attorney.page().locator(".flags a").click();
        fill(attorney, "CAS-15", "Alba Ficticia");
        date(attorney, "CAS-15A", 20, 11, 2026);
        save(attorney);
        assertThat(attorney.page().locator(".flags").innerText())
                .contains("Child protocol signed by Alba Ficticia, 20 Nov 2026");

        clinic.logIn(paralegal, ClinicAtWork.PARALEGAL).openCase("Nina Ficticia");
        assertThat(paralegal.page().locator(".flags").innerText()).contains("signed by Alba Ficticia");
        assertThat(paralegal.page().locator(".flags a").count()).isZero();
        assertThat(paralegal.page().content()).doesNotContain("CAS-04", "CBP, at a port");
        paralegal.open(clinic.url("/case/" + id.text() + "/edit/protocol/case"));
        assertThat(paralegal.text()).contains("Your role does not do this.");
        paralegal.forgiveComplaints();
    }

    @Test
    void theStoryOpensToAnAttorneyOnceTheConflictCheckIsClear() throws Exception {
        CaseId id = carlos();
        clinic.logIn(attorney, ClinicAtWork.ATTORNEY).openCase("Carlos Ficticio");
        String shut = "The story, medical notes and photos stay shut for attorneys until the conflict check is clear.";
        assertThat(attorney.page().locator(".shut").innerText())
                .contains(shut, "A paralegal or an attorney enters it.", "Enter the conflict check");
        assertThat(attorney.page().content()).doesNotContain(STORY);
        accessible(attorney);
        attorney.open(clinic.url("/case/" + id.text() + "/edit/reason/case"));
        assertThat(attorney.page().content()).doesNotContain(STORY).doesNotContain("GRD-03");

        clinic.logIn(paralegal, ClinicAtWork.PARALEGAL).openCase("Carlos Ficticio");
        assertThat(paralegal.page().content()).contains(STORY);
        assertThat(paralegal.page().locator(".shut").count()).isZero();
        paralegal.open(clinic.url("/case/" + id.text() + "/edit/conflict/case"));
        choose(paralegal, "CAS-11", "CLEAR");
        fill(paralegal, "CAS-11A", "No namesake among the clients");
        save(paralegal);

        attorney.open(clinic.url("/case/" + id.text()));
        assertThat(attorney.page().content()).contains(STORY, "No namesake among the clients");
        assertThat(attorney.page().locator(".shut").count()).isZero();
    }

    @Test
    void whatWasSentAndEveryAnswerIsALogToWhichLinesAreOnlyAdded() throws Exception {
        CaseId id = carlos();
        clinic.logIn(attorney, ClinicAtWork.ATTORNEY).openCase("Carlos Ficticio");
        attorney.page()
                .locator("#request a", text("Add a request that was sent"))
                .click();
        fill(attorney, "REQ-01", "1");
        choose(attorney, "REQ-02", "ICE");
        fill(attorney, "REQ-02A", "El Paso FICTICIO");
        attorney.page().locator("input[name='REQ-03']").first().check();
        fill(attorney, "REQ-06", "2026-11-20T09:30");
        choose(attorney, "REQ-06A", "EMAIL");
        fill(attorney, "REQ-07A", "Message in the sent folder");
        accessible(attorney);
        save(attorney);

        clinic.logIn(paralegal, ClinicAtWork.PARALEGAL).open(clinic.url("/case/" + id.text()));
        happened("ACK_HUMAN", "2026-11-20T12:00");
        happened("ACK_AUTO", "2026-11-20T09:31");
        List<String> log = paralegal.page().locator(".log li").allInnerTexts();
        assertThat(log).hasSize(2);
        assertThat(log.get(0)).contains("Automatic reply", "20 Nov 2026, 09:31", "Entered by Paula Ficticia");
        assertThat(log.get(1)).contains("Reply by a person");
        paralegal.page().locator(".log li").nth(1).locator("button").click();
        paralegal.page().waitForLoadState();
        assertThat(paralegal.page().locator(".log .mistaken").innerText())
                .contains("Reply by a person", "entered by mistake");
        assertThat(paralegal.page().locator(".log").innerText()).contains("Entered by mistake: Reply by a person");
        assertThat(paralegal.page().locator("#request").innerText())
                .contains("Request, attempt 1", "El Paso FICTICIO", "By e-mail", "Message in the sent folder");
        accessible(paralegal);
    }

    @Test
    void callsAreWrittenWithoutScriptsAndWhereAMessageIsNotSafeThePageSaysSoFirst() throws Exception {
        CaseId id = carlos();
        try (ClinicVisitor plain = chromium.withoutScript()) {
            clinic.logIn(plain, ClinicAtWork.PARALEGAL).open(clinic.url("/case/" + id.text()));
            Locator telephone = plain.page().locator("#work .work-list li", text("555 0199"));
            assertThat(telephone.innerText()).contains("Leaving a message is not safe");
            assertThat(telephone.locator("button[value=LEFT_MESSAGE]").count()).isZero();
            telephone.locator("button[value=AGAIN]").click();
            assertThat(plain.page().locator("#call").innerText()).contains("Carlos Ficticio", "Not reached");
            assertThat(plain.page().locator("#work").innerText())
                    .contains("Call again: Carlos Ficticio", "21 Nov 2026 (tomorrow)", ClinicAtWork.PARALEGAL);
            plain.open(clinic.url("/tasks"));
            assertThat(plain.page().locator(".tasks").first().innerText()).contains("Call again: Carlos Ficticio");
            plain.page().locator(".tasks a").first().click();
            plain.page().locator("#work button", text("Done")).first().focus();
            plain.press("Enter").page().waitForURL("**/case/*#work");
            plain.page().locator("#work .quiet-text").waitFor();
            assertThat(plain.page().locator("#work").innerText()).contains("No task is open.");
            plain.open(clinic.url("/tasks"));
            assertThat(plain.text()).contains("Nothing is to be done.");
        }
    }

    private CaseId carlos() throws Exception {
        CaseId id = clinic.intake().begin(HowKnown.RECALLED);
        ItemId carlos = clinic.person(id, clinic.firstPerson(id), "Carlos Ficticio");
        clinic.tell(id, ItemId.CASE, "CAS-03", "DETAINED_ICE");
        clinic.tell(id, ItemId.CASE, "CAS-06", "ROUTINE");
        clinic.tell(id, ItemId.CASE, "CAS-12", Value.choices(List.of("PAID_NOTARIO")));
        clinic.tell(id, ItemId.CASE, "ATY-01", "NOTARIO_ONLY");
        clinic.tell(id, ItemId.CASE, "SAF-01", "YES");
        clinic.tell(id, ItemId.CASE, "GRD-03", STORY);
        clinic.tell(id, carlos, "PER-21", "000000033");
        ItemId contact = clinic.intake().newItem(id, "contact", carlos);
        clinic.tell(id, contact, "PER-28A", "PHONE");
        clinic.tell(id, contact, "PER-28", "+1 202 555 0199");
        clinic.tell(id, contact, "PER-28B", "NO");
        clinic.deliver(id);
        return id;
    }

    private CaseId ninaAndRosa() throws Exception {
        CaseId id = clinic.intake().begin(HowKnown.FACE_TO_FACE);
        ItemId nina = clinic.person(id, clinic.firstPerson(id), "Nina Ficticia");
        clinic.tell(id, nina, "CAS-08", "PRINCIPAL");
        clinic.tell(id, nina, "FAM-06", "RELATIVE_NOT_GUARDIAN");
        clinic.tell(id, ItemId.CASE, "CAS-13", Value.choices(List.of("MINOR_NO_PARENT")));
        clinic.tell(id, ItemId.CASE, "CAS-03", "AT_PORT_OR_BORDER_OUTSIDE_US");
        ItemId rosa = clinic.person(id, clinic.intake().newItem(id, "person", ItemId.CASE), "Rosa Ficticia");
        clinic.tell(id, rosa, "CAS-08", "CAREGIVER_NOT_PARENT");
        clinic.deliver(id);
        return id;
    }

    private void happened(String code, String when) {
        paralegal.page().locator("#request a", text("Add what happened")).click();
        choose(paralegal, "OUT-01", code);
        fill(paralegal, "OUT-01A", when);
        save(paralegal);
    }
}

package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.scenario.Step;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.Answer;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.Held;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** What staff write at the pages, with the phone played by the real phone. */
class StaffWriteInBrowserTest {
    private static final FieldId A_NUMBER = new FieldId("PER-21");
    private static final FieldId SPONSORS_PHONE = new FieldId("SPO-05");
    private static final String SECRET = "FICTICIO: what only the attorney explains";

    private static Chromium chromium;

    @TempDir
    Path folder;

    private ClinicAndPhone both;
    private ClinicVisitor staff;

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
        staff = chromium.desktop();
    }

    @AfterEach
    void close() {
        // A form that comes back because something is missing says so in its status, too.
        assertThat(staff.complaints()).allMatch(one -> one.contains("422"));
        staff.close();
        both.close();
    }

    /** SC-02.2: the locator knows the second number; its name for the person is kept whole. */
    @Test
    @Step({"SC-02.2"})
    void theLocatorsNumberAndNameAreWrittenAsAGovernmentRecordAndReachThePhone() throws Exception {
        CaseId id = detained();
        ItemId jean = both.first(id, "person");
        both.paralegal(staff).openCase("Jean Ficticio");
        staff.page().locator("#person .card-head a.act").click();
        accessible();
        field("PER-21").fill("A000-000-012");
        save("");
        assertThat(staff.text()).contains("Please say how you know it.");
        assertThat(field("PER-21").inputValue()).isEqualTo("A000-000-012");
        accessible();
        save("GOVERNMENT_RECORD");
        assertThat(staff.page().url()).endsWith("#person");

        link("#person .card", "Other name");
        field("PER-09").fill("FICTICIO, JEAN FNU");
        staff.page().locator("input[name='PER-09A'][value='NAME_ICE_USES']").check();
        save("GOVERNMENT_RECORD");
        link("#add", "Detainee locator");
        field("DET-07").fill("2026-11-20T20:30");
        staff.page().locator("input[name='DET-07A'][value='FOUND_SAME']").check();
        save("GOVERNMENT_RECORD");

        staff.page().locator("#person .history summary").click();
        assertThat(staff.page().locator("#person .history").innerText())
                .contains(
                        "A000-000-012",
                        "A000-000-021",
                        "replaced later",
                        ClinicAndPhone.PARALEGAL,
                        "Government record");
        accessible();
        CaseFile onPhone = both.awaitOnPhone(id, 3);
        Held number =
                onPhone.answer(jean, A_NUMBER).map(Answer::held).orElseThrow().get(0);
        assertThat(number.value()).isEqualTo(Value.text("000000012"));
        assertThat(number.entry().known()).isEqualTo(HowKnown.GOVERNMENT_RECORD);
        assertThat(onPhone.items().values())
                .anyMatch(item ->
                        item.text("PER-09A").filter("NAME_ICE_USES"::equals).isPresent());
        assertThat(onPhone.items().values()).as("for staff only").noneMatch(item -> item.has("DET-07"));
    }

    /** SC-06.2 and its conflict row: both authors, both times, both sources; one click settles it on both ends. */
    @Test
    void whatTwoPeopleWroteApartStandsSideBySideAndOneClickSettlesIt() throws Exception {
        CaseId id = both.line.words();
        both.line.awaitState(id, Delivery.State.DELIVERED);
        ItemId sponsor = both.first(id, "sponsor");
        both.line.phone.courier().networkAllowed(false);
        both.line.phone.intake().write(id, sponsor, SPONSORS_PHONE, Value.text("+1 202 555 0111"));
        both.line.phone.intake().leave(id);
        both.paralegal(staff).openCase("Ana María");
        staff.page().locator("#sponsor .card-head a.act").first().click();
        field("SPO-05").fill("+1 202 555 0122");
        save("PHONE_CALL");
        both.line.phone.courier().networkAllowed(true);
        both.awaitOnPhone(id, 3);

        staff.open(both.url("/case/" + id.text()));
        String row = staff.page().locator("#sponsor .fact-row.conflict").innerText();
        assertThat(row)
                .contains("2 different answers", "0111", "0122", "Berta Ficticia", ClinicAndPhone.PARALEGAL)
                .contains("Told to me in person", "Telephone call", "20 Nov 2026, ");
        accessible();
        staff.page()
                .locator(".conflict .value", new Page.LocatorOptions().setHasText("0111"))
                .locator("button")
                .click();
        staff.page().waitForURL("**/case/*#sponsor");

        assertThat(staff.page().locator(".conflict").count()).isZero();
        assertThat(staff.page().locator("#sponsor").innerText()).contains("0111");
        Answer settled =
                both.awaitOnPhone(id, 4).answer(sponsor, SPONSORS_PHONE).orElseThrow();
        assertThat(settled.settled().flatMap(Value::asText)).contains("+1 202 555 0111");
        staff.page().locator("#sponsor .history summary").first().click();
        assertThat(staff.page().locator("#sponsor .history").first().innerText())
                .contains("0111", "0122");
    }

    /** SC-05.3 and SC-02.6 as far as fields reach. */
    @Test
    void whatAnAttorneyWritesIsOnNoPageOfAParalegalAndOnNoPhone() throws Exception {
        CaseId id = both.line.words();
        both.line.awaitState(id, Delivery.State.DELIVERED);
        both.attorney(staff).openCase("Ana María");
        assertThat(staff.page().locator(".shut").innerText()).contains("until the conflict check is clear");
        accessible();
        staff.page().locator(".shut a").click();
        staff.page().locator("input[name='CAS-11'][value='CLEAR']").check();
        save("STAFF");
        assertThat(staff.page().locator(".shut").count()).isZero();
        link("#add", "Inadmissibility");
        field("INA-03").fill(SECRET);
        save("STAFF");
        assertThat(staff.text()).contains(SECRET, "Explanation of inadmissibility");
        staff.open(both.url("/case/" + id.text() + "/edit/case/case"));
        staff.page().locator("input[name='CAS-04'][value='CBP']").check();
        save("STAFF");
        assertThat(staff.text()).contains("CBP, at a port");
        accessible();

        try (ClinicVisitor paralegal = chromium.desktop()) {
            both.paralegal(paralegal).openCase("Ana María");
            String page = paralegal.page().content();
            assertThat(page)
                    .doesNotContain(SECRET, "INA-03", "CAS-04", "Inadmissibility", "inadmissibility", "CBP, at a port");
            paralegal.open(both.url("/case/" + id.text() + "/edit/case/case"));
            assertThat(paralegal.page().content()).doesNotContain("CAS-04", "CAS-11");
            paralegal.open(both.url("/case/" + id.text() + "/edit/inadmissibility/case"));
            assertThat(paralegal.text()).contains("Your role does not do this.").doesNotContain(SECRET);
        }
        both.line.phone.courier().wake();
        both.line.phone.intake().tidy();
        assertThat(both.line.phone.intake().read(id).entries()).hasSize(1);
    }

    @Test
    void theFormWorksWithoutScriptsSaysWhatIsWrongBesideTheFieldAndKeepsWhatWasTyped() throws Exception {
        CaseId id = both.line.words();
        both.line.awaitState(id, Delivery.State.DELIVERED);
        try (ClinicVisitor plain = chromium.withoutScript()) {
            both.paralegal(plain).openCase("Ana María");
            plain.page().locator("#person .card-head a.act").first().click();
            plain.page().locator("[id='PER-11.day']").fill("31");
            plain.page().locator("[id='PER-11.month']").fill("2");
            plain.page().locator("[id='PER-11.year']").fill("1985");
            plain.page().locator("#known").selectOption("PHONE_CALL");
            plain.page().locator("main .buttons button").click();
            assertThat(plain.page().locator("#error-PER-11").innerText()).contains("There is no such day.");
            assertThat(plain.page().locator("[id='PER-11.day']").inputValue()).isEqualTo("31");
            plain.page().locator("[id='PER-11.calendar']").selectOption("SOLAR_HIJRI");
            plain.page().locator("[id='PER-11.year']").fill("1364");
            plain.page().locator("main .buttons button").click();
            assertThat(plain.page().locator("#person").innerText()).contains("1364", "Solar Hijri calendar");
        }
    }

    @Test
    void theFormIsFilledByTheKeyboardAlone() throws Exception {
        CaseId id = both.line.words();
        both.line.awaitState(id, Delivery.State.DELIVERED);
        both.paralegal(staff).openCase("Ana María");
        staff.page().locator("#reason .card-head a.act").focus();
        staff.press("Enter");
        staff.page().waitForURL("**/edit/reason/case");
        staff.page().locator("#GRD-03").focus();
        staff.press("Control+End").page().keyboard().type(" FICTICIO.");
        staff.page().locator("#known").focus();
        staff.page().keyboard().type("Telephone");
        staff.press("Tab").page().locator("main .buttons button").focus();
        staff.press("Enter");
        staff.page().waitForURL("**/case/*#reason");
        assertThat(staff.page().locator("#reason").innerText()).contains(" FICTICIO.");
    }

    private CaseId detained() throws Failure {
        Intake intake = both.line.phone.intake();
        CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
        ItemId jean = both.first(id, "person");
        for (String purpose : new String[] {"COLLECT_AND_STORE", "SHARE_WITH_CLINIC"}) {
            ItemId consent = intake.newItem(id, "consent", jean);
            intake.write(id, consent, new FieldId("CON-02"), Value.text(purpose));
            intake.write(id, consent, new FieldId("CON-03"), Value.text("GIVEN"));
        }
        intake.write(id, ItemId.CASE, new FieldId("CAS-03"), Value.text("DETAINED_ICE"));
        intake.write(id, jean, new FieldId("PER-02"), Value.text("Jean Ficticio"));
        intake.write(id, jean, A_NUMBER, Value.text("000000021"));
        intake.write(id, jean, new FieldId("PER-21A"), Value.text("000000012"));
        intake.leave(id);
        both.line.awaitState(id, Delivery.State.DELIVERED);
        return id;
    }

    private com.microsoft.playwright.Locator field(String id) {
        return staff.page().locator("[id='" + id + "']");
    }

    private void save(String known) {
        staff.page().locator("#known").selectOption(new SelectOption().setValue(known));
        staff.page().locator("main .buttons button").click();
        staff.page().waitForLoadState();
    }

    private void link(String within, String label) {
        var closed = staff.page().locator(within + " details:not(.history):not([open]) summary");
        if (closed.count() > 0) {
            closed.first().click();
        }
        staff.page()
                .locator(within + " .adds a", new Page.LocatorOptions().setHasText(label))
                .first()
                .click();
        staff.page().waitForURL("**/edit/**");
    }

    private void accessible() {
        assertThat(staff.violations()).isEmpty();
        assertThat(staff.cutOff()).isEmpty();
    }
}

package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.scenario.Step;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;

/** SC-02.4: the sponsor tells the clinic her status; it stays apart, and the visitor's phone never has it. */
class SponsorApartInBrowserTest {
    private static final String STREET = "100 Ejemplo Street";
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
        staff.close();
        both.close();
    }

    @Test
    @Step({"SC-02.4", "SC-02.assert.1c"})
    void theStatusIsWrittenBehindAReasonAndNoPhoneGetsIt() throws Exception {
        CaseId id = captured();
        new Hired(both).at(staff, "Pablo Ficticio", Role.PARALEGAL, true).openCase("Jean Ficticio");
        assertThat(sponsor()).contains("Berta Ficticia", "555").doesNotContain(STREET);
        accessible();
        staff.page().locator("details.apart summary").click();
        accessible();
        staff.page().locator("input[name=reason][value=OTHER]").check();
        staff.page().locator("details.apart button").click();
        staff.page().waitForURL("**?sponsors=reason-missing#sponsor");
        assertThat(staff.page().locator("#error-apart").innerText()).contains("Please say why.");
        accessible();
        open("RECORD_WHAT_WAS_TOLD");
        assertThat(sponsor()).contains(STREET, "open for you until you log out");
        accessible();

        staff.page().locator("#sponsor .card-head a.act").first().click();
        staff.page().locator("details.more summary").click();
        staff.page().locator("[id='SPO-07']").selectOption("LPR");
        save();
        assertThat(sponsor()).contains("Permanent resident");
        staff.page()
                .locator("#add .adds a", new Page.LocatorOptions().setHasText("Evidence"))
                .first()
                .click();
        staff.page().waitForURL("**/edit/**");
        staff.page().locator("[id='EVD-02']").selectOption("SPONSOR_STATUS_PROOF");
        staff.page().locator("input[name='EVD-03'][value='SPONSOR_STATUS']").check();
        save();
        assertThat(staff.page().locator("#evidence").innerText()).contains("status");

        CaseFile onPhone = both.awaitOnPhone(id, 2);
        assertThat(onPhone.items().values()).noneMatch(item -> item.has("SPO-07"));
        assertThat(onPhone.entries().values())
                .flatExtracting(entry -> entry.writes())
                .extracting(write -> write.field().text())
                .contains("EVD-03")
                .doesNotContain("SPO-07");
    }

    @Test
    void withoutThePermissionThereIsNameAndTelephoneAndNoWayIn() throws Exception {
        CaseId id = captured();
        new Hired(both).at(staff, "Paula Ficticia", Role.PARALEGAL, false).openCase("Jean Ficticio");
        assertThat(staff.page().content()).contains("Berta Ficticia").doesNotContain(STREET, "SPO-07", "SPO-06");
        assertThat(staff.page().locator("details.apart").count()).isZero();
        staff.page().locator("#sponsor .card-head a.act").first().click();
        assertThat(staff.page().content()).contains("SPO-05").doesNotContain("SPO-06", "SPO-07", STREET);
        accessible();
        assertThat(both.line.phone.intake().read(id).entries()).hasSize(1);
    }

    @Test
    void anotherLoginHasToSayWhyAgain() throws Exception {
        captured();
        Hired hired = new Hired(both);
        hired.at(staff, "Pablo Ficticio", Role.PARALEGAL, true).openCase("Jean Ficticio");
        staff.page().locator("details.apart summary").click();
        open("CALL_SPONSOR");
        assertThat(sponsor()).contains(STREET);
        staff.page().locator(".who form[action='/logout'] button").click();
        hired.again(staff, "Pablo Ficticio").openCase("Jean Ficticio");
        assertThat(sponsor()).doesNotContain(STREET);
    }

    private void open(String reason) {
        staff.page().locator("input[name=reason][value=" + reason + "]").check();
        staff.page().locator("details.apart button").click();
        staff.page().locator(".apart-open").waitFor();
    }

    private void save() {
        staff.page().locator("#known").selectOption("PHONE_CALL");
        staff.page().locator("main .buttons button").click();
        staff.page().waitForURL("**/case/*#*");
    }

    private String sponsor() {
        return staff.page().locator("#sponsor").innerText()
                + staff.page().locator("article.case .apart-open").allInnerTexts();
    }

    private CaseId captured() throws Failure {
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
        ItemId berta = intake.newItem(id, "sponsor", ItemId.CASE);
        intake.write(id, berta, new FieldId("SPO-03"), Value.text("Berta Ficticia"));
        intake.write(id, berta, new FieldId("SPO-05"), Value.text("+1 202 555 0123"));
        intake.write(id, berta, new FieldId("SPO-08"), Value.text("GIVEN"));
        var street = org.umbral.shared.Json.object().put("street", STREET);
        intake.write(id, berta, new FieldId("SPO-06"), new Value(street));
        intake.leave(id);
        both.line.awaitState(id, Delivery.State.DELIVERED);
        return id;
    }

    private void accessible() {
        assertThat(staff.violations()).isEmpty();
        assertThat(staff.cutOff()).isEmpty();
    }
}

package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.Clinic;
import org.umbral.clinic.FreePort;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.web.Pages;
import org.umbral.clinic.web.PagesSettings;
import org.umbral.line.LineClinic;
import org.umbral.line.LinePhone;
import org.umbral.phone.Intake;
import org.umbral.scenario.Step;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.PartialDate;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.MovableClock;

/** SC-07: two phones of two organisations capture one woman; two of the staff, each at a screen of their own, join her. */
class JoinInBrowserTest {
    private static final String PARALEGAL = "Pablo Ficticio";
    private static final String IN_A = "Fatima HOSSEINI";
    private static final String IN_B = "Fatemeh HUSSAINI";
    private static final String SHELTER_A = "Albergue Ficticio A";
    private static final String SHELTER_B = "Albergue Ficticio B";
    private static final String FOLLOW = "/duplicates/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-11-20T17:00:00Z");
    private LineClinic clinic;
    private LinePhone phoneA;
    private LinePhone phoneB;
    private Pages pages;
    private Chromium chromium;
    private ClinicVisitor paralegal;
    private ClinicVisitor attorney;
    private String address = "";

    @BeforeEach
    void open() throws Exception {
        clinic = LineClinic.setUp(folder.resolve("clinic"), clock, FreePort.take(), List.of());
        Clinic parts = clinic.clinic();
        pages = new Pages(parts.doors(), clock, new SecureRandom(), PagesSettings.loopback(ZoneOffset.UTC));
        address = "http://127.0.0.1:" + pages.start(0);
        hire();
        phoneA = phone("phone-a");
        phoneB = phone("phone-b");
        chromium = Chromium.launch();
        paralegal = chromium.desktop();
        paralegal.logIn(address + "/login", PARALEGAL, LineClinic.WORDS);
        attorney = chromium.desktop();
        attorney.logIn(address + "/login", LineClinic.STAFF, LineClinic.WORDS);
    }

    @AfterEach
    void close() {
        paralegal.close();
        attorney.close();
        chromium.close();
        phoneA.close();
        phoneB.close();
        pages.stop();
        clinic.close();
    }

    @Test
    @Step({"SC-07.1", "SC-07.2", "SC-07.3", "SC-07.assert.1", "SC-07.assert.2", "SC-07.assert.3", "SC-07.assert.4"})
    void oneProposesAnotherApprovesBothAreOnePageAndItIsTakenApartAgain() throws Exception {
        CaseId caseA = capture(phoneA, IN_A, PartialDate.of(java.time.LocalDate.of(1994, 1, 1)), SHELTER_A, true);
        CaseId caseB = capture(
                phoneB,
                IN_B,
                new PartialDate(PartialDate.Calendar.SOLAR_HIJRI, 1372, null, null, false, "1372"),
                SHELTER_B,
                false);
        propose();
        awaitPerhapsKnown(true);
        approve();
        awaitPerhapsKnown(false);
        onePage(caseA, caseB);
        neitherPhoneLearnsOfTheOther(caseA, caseB);
        takeApart();
        assertThat(attorney.open(address + "/case/" + caseA.text())
                        .page()
                        .locator("article.case")
                        .innerText())
                .contains(IN_A, SHELTER_A)
                .doesNotContain(IN_B, SHELTER_B, "found these cases to be one");
        assertThat(clinic.clinic().audit().verify()).isZero();
        assertThat(paralegal.complaints()).isEmpty();
        assertThat(attorney.complaints()).isEmpty();
    }

    /** Listed, and not blocked: the numbers are not the same. */
    private void propose() {
        assertThat(paralegal.open(address + "/queue").queue()).hasSize(2);
        paralegal.open(address + "/duplicates");
        assertThat(paralegal.text()).contains("Much in common", "name, birth, telephone");
        clean(paralegal);
        paralegal.open(address + "/queue").openCase(IN_A);
        assertThat(paralegal.text()).contains("May be the same as " + IN_B).doesNotContain("before anything is filed");
        clean(paralegal);
        paralegal.page().locator(".strip a").click();
        assertThat(paralegal.text()).contains(IN_A, IN_B, "If it is one person, propose it.");
        clean(paralegal);
        paralegal.page().locator("#propose").click();
        paralegal.page().waitForURL("**" + FOLLOW + "**");
        assertThat(paralegal.text()).contains(PARALEGAL + " proposed that they are one");
        assertThat(paralegal.page().locator("#approve").count())
                .as("somebody else approves")
                .isZero();
        clean(paralegal);
    }

    /** Each of the two workers, of their own case; who proposes and that somebody did is said to neither. */
    private void awaitPerhapsKnown(boolean known) {
        for (LinePhone phone : List.of(phoneA, phoneB)) {
            await().atMost(PATIENCE).until(() -> {
                phone.courier().wake();
                phone.intake().tidy();
                return phone.intake().cases().stream().allMatch(row -> row.mayBeKnown() == known);
            });
        }
    }

    private void approve() {
        attorney.open(address + "/duplicates");
        assertThat(attorney.text()).contains("Waiting for a second person", PARALEGAL);
        clean(attorney);
        attorney.page().locator("td.act a").first().click();
        attorney.page().locator("#approve").click();
        attorney.page().waitForURL("**/case/**");
    }

    private void onePage(CaseId caseA, CaseId caseB) {
        for (CaseId either : List.of(caseA, caseB)) {
            attorney.open(address + "/case/" + either.text());
            assertThat(attorney.text())
                    .contains("Staff found these cases to be one", IN_A, IN_B, SHELTER_A, SHELTER_B)
                    .contains("Confirmed by " + LineClinic.STAFF + ", proposed by " + PARALEGAL);
            clean(attorney);
        }
        String consents = attorney.page().locator("#consent").innerText();
        assertThat(consents).contains("2 different answers", "Not asked");
        assertThat(attorney.open(address + "/queue").queue()).hasSize(1);
        assertThat(attorney.text()).contains("1 case").doesNotContain("2 cases");
        assertThat(paralegal.open(address + "/duplicates").text())
                .contains("Nobody waits to be compared.", "Found to be one");
        clean(paralegal);
    }

    /** Not even when staff settle what the two said, or ask one of the workers. */
    private void neitherPhoneLearnsOfTheOther(CaseId caseA, CaseId caseB) throws Failure {
        attorney.open(address + "/case/" + caseA.text());
        Locator keep = attorney.page()
                .locator("#person .conflict .value")
                .filter(new Locator.FilterOptions().setHasText(IN_A))
                .locator("button");
        keep.first().click();
        attorney.page().waitForURL("**#person");
        attorney.page().locator("#questions summary").click();
        attorney.page().locator("#question-text").fill("Is the telephone hers?");
        attorney.page().locator("#question-about").selectOption("case:" + caseB.text());
        attorney.page().locator(".ask button").click();
        attorney.page().waitForURL("**#questions");
        await().atMost(PATIENCE).until(() -> {
            phoneB.courier().wake();
            phoneB.intake().tidy();
            return !phoneB.intake().questions(caseB).isEmpty();
        });
        phoneA.courier().wake();
        phoneA.intake().tidy();
        assertThat(phoneA.intake().questions(caseA)).isEmpty();
        assertThat(words(phoneA, caseA)).contains(IN_A, SHELTER_A).doesNotContain(IN_B, SHELTER_B);
        assertThat(words(phoneB, caseB)).contains(IN_B, SHELTER_B).doesNotContain(IN_A, SHELTER_A);
        assertThat(phoneA.intake().cases()).hasSize(1);
        assertThat(phoneB.intake().cases()).hasSize(1);
    }

    private void takeApart() {
        paralegal.open(address + "/queue").openCase(IN_A);
        paralegal.page().locator(".strip.joined a").click();
        clean(paralegal);
        paralegal.page().locator("#why").fill("Two cousins.");
        paralegal.page().locator(".decide form button").click();
        paralegal.page().waitForURL("**" + FOLLOW + "**");
        assertThat(paralegal.text()).contains("took them apart", "Two cousins.");
        clean(paralegal);
        assertThat(paralegal.open(address + "/queue").queue()).hasSize(2);
    }

    private static List<String> words(LinePhone phone, CaseId id) throws Failure {
        CaseFile file = phone.intake().read(id);
        assertThat(file.entries().values()).allMatch(entry -> entry.caseId().equals(id));
        List<String> all = new ArrayList<>();
        file.entries()
                .values()
                .forEach(entry -> entry.writes()
                        .forEach(write -> all.add(write.value().asText().orElse(""))));
        return all;
    }

    private CaseId capture(LinePhone phone, String name, PartialDate born, String place, boolean statistics)
            throws Failure {
        Intake intake = phone.intake();
        CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = intake.catalogue()
                .items(intake.read(id), "person", ItemId.CASE)
                .get(0)
                .id();
        consent(intake, id, person, "COLLECT_AND_STORE");
        consent(intake, id, person, "SHARE_WITH_CLINIC");
        if (statistics) {
            consent(intake, id, person, "ANONYMOUS_STATISTICS");
        }
        intake.write(id, person, new FieldId("PER-02"), Value.text(name));
        intake.write(id, person, new FieldId("PER-11"), born.toValue());
        intake.write(id, ItemId.CASE, new FieldId("CAP-10"), Value.text(place));
        ItemId contact = intake.newItem(id, "contact", person);
        intake.write(id, contact, new FieldId("PER-28A"), Value.text("WHATSAPP"));
        intake.write(id, contact, new FieldId("PER-28"), Value.text("+1 202 555 0143"));
        intake.leave(id);
        await().atMost(PATIENCE).until(() -> {
            phone.courier().wake();
            return phone.waitingCount() == 0;
        });
        return id;
    }

    private static void consent(Intake intake, CaseId id, ItemId person, String purpose) throws Failure {
        ItemId consent = intake.newItem(id, "consent", person);
        intake.write(id, consent, new FieldId("CON-02"), Value.text(purpose));
        intake.write(id, consent, new FieldId("CON-03"), Value.text("GIVEN"));
    }

    private LinePhone phone(String name) throws Failure {
        LinePhone phone = new LinePhone(folder.resolve(name), clock);
        phone.start();
        phone.unlock();
        phone.join(clinic.invitation());
        return phone;
    }

    private void hire() throws Failure {
        try (StaffSession founder = clinic.login();
                Passphrase words = Passphrase.of(LineClinic.WORDS.toCharArray())) {
            var people = clinic.clinic().people();
            String code = people.invite(founder, PARALEGAL, StaffSession.Role.PARALEGAL, false);
            people.join(code, PARALEGAL, words, "192.0.2.2");
        }
    }

    private static void clean(ClinicVisitor visitor) {
        assertThat(visitor.violations()).as(visitor.page().url()).isEmpty();
    }
}

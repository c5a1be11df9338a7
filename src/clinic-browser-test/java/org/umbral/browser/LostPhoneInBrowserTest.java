package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.Clinic;
import org.umbral.clinic.FaultyDisk;
import org.umbral.clinic.FreePort;
import org.umbral.clinic.web.Pages;
import org.umbral.clinic.web.PagesSettings;
import org.umbral.line.LineClinic;
import org.umbral.line.LinePhone;
import org.umbral.phone.sync.LinkState;
import org.umbral.practice.Scenario;
import org.umbral.scenario.Step;
import org.umbral.shared.Failure;
import org.umbral.testing.MovableClock;

/** SC-09: a phone is taken at the port with three cases on it; the real phone, the real clinic, its real pages. */
class LostPhoneInBrowserTest {
    private static final String WORKER = "Olga Ficticia";
    private static final String TELEPHONE = "+1 202 555 0143";
    private static final String NAME = "Ana María Ficticio Prueba";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-11-20T17:00:00Z");
    private LineClinic clinic;
    private LinePhone phone;
    private Pages pages;
    private Chromium chromium;
    private ClinicVisitor staff;
    private String address = "";

    @BeforeEach
    void open() throws Exception {
        clinic = LineClinic.setUp(folder.resolve("clinic"), clock, FreePort.take(), List.of());
        Clinic parts = clinic.clinic();
        pages = new Pages(parts.doors(), clock, new SecureRandom(), PagesSettings.loopback(ZoneOffset.UTC));
        address = "http://127.0.0.1:" + pages.start(0);
        phone = new LinePhone(folder.resolve("phone"), clock);
        phone.start();
        phone.unlock();
        chromium = Chromium.launch();
        staff = chromium.desktop();
        staff.logIn(address + "/login", LineClinic.STAFF, LineClinic.WORDS);
    }

    @AfterEach
    void close() {
        staff.close();
        chromium.close();
        phone.close();
        pages.stop();
        clinic.close();
    }

    @Test
    @Step({"SC-09.1", "SC-09.2b", "SC-09.assert.2"})
    void thePhoneIsShutOutItsCasesAreListedAndWhatItKeptCountsOnceItCameBackAndWasConfirmed() throws Exception {
        phone.join(invite());
        capture();
        everythingIsSent();
        clinic.disk().fail(FaultyDisk.Fault.WRITE);
        capture();
        capture();
        awaitPhones("2 cases, no photo");
        phone.courier().networkAllowed(false);
        capture();
        clock.move(Duration.ofMinutes(12));

        shutOut();
        seen("Lost", "An officer took it", TELEPHONE, "2 cases, no photo", "What to do now", "Some may be newer");
        clinic.disk().fail(FaultyDisk.Fault.NONE);
        theTokenIsRefused();

        phone.cross();
        phone.unlock();
        phone.join(invite());
        everythingIsSent();
        staff.open(address + "/queue");
        assertThat(staff.queue()).hasSize(1);
        confirm();
        seen("What it signed counts now.", "Nothing is set aside.");
        staff.open(address + "/queue");
        assertThat(staff.queue()).hasSize(4).containsOnly(NAME);
        assertThat(clinic.clinic().audit().verify()).isZero();
        assertThat(staff.complaints()).isEmpty();
    }

    /** The coordinator makes the card; the worker types its text. */
    private String invite() {
        staff.open(address + "/phones");
        staff.page().locator("#worker").fill(WORKER);
        staff.page().locator("#worker-telephone").fill(TELEPHONE);
        staff.page().locator(".invite button").click();
        staff.page().locator("#invitation-text").waitFor();
        noViolation();
        return staff.page().locator("#invitation-text").innerText();
    }

    private void capture() throws Failure {
        phone.intake().leave(Scenario.borderMedical().type(phone.intake()).caseId());
    }

    private void everythingIsSent() {
        await().atMost(PATIENCE).until(() -> {
            phone.courier().wake();
            return phone.waitingCount() == 0;
        });
    }

    private void awaitPhones(String words) {
        await().atMost(PATIENCE).until(() -> {
            phone.courier().wake();
            return staff.open(address + "/phones").text().contains(words);
        });
        noViolation();
    }

    private void shutOut() {
        staff.open(address + "/queue").open(address + "/phones");
        staff.page().locator("tbody th a").first().click();
        staff.page().locator("h1").waitFor();
        assertThat(staff.text()).contains(NAME, "Last receipt");
        noViolation();
        staff.page().locator("a[href$='/revoke']").click();
        noViolation();
        staff.page().locator("input[value=TAKEN]").check();
        staff.page().locator("button.danger").click();
        noViolation();
    }

    private void theTokenIsRefused() throws Failure {
        phone.courier().networkAllowed(true);
        await().atMost(PATIENCE).until(() -> phone.courier().progress().state() == LinkState.REVOKED);
        assertThat(phone.waitingCount()).isEqualTo(3);
    }

    /** The worker noted the code when the phone joined; the list of phones still says it. */
    private void confirm() {
        String code = staff.open(address + "/phones")
                .page()
                .locator("tbody tr:has(.phone-state.lost) .code")
                .innerText();
        staff.open(address + "/set-aside");
        noViolation();
        staff.page().locator(".doubted a").click();
        noViolation();
        assertThat(staff.text())
                .contains(WORKER, TELEPHONE, "3 pieces set aside")
                .doesNotContain(code);
        staff.page().locator("#code").fill("00000-00000");
        staff.page().locator("main button").click();
        assertThat(staff.text()).contains("This is not the code of that key.");
        noViolation();
        staff.forgiveComplaints();
        staff.page().locator("#code").fill(code.toLowerCase(Locale.ROOT));
        staff.page().locator("main button").click();
        staff.page().waitForURL("**/set-aside?confirmed=yes");
        noViolation();
    }

    private void seen(String... words) {
        assertThat(staff.text()).contains(words);
    }

    private void noViolation() {
        assertThat(staff.violations()).as(staff.page().url()).isEmpty();
    }
}

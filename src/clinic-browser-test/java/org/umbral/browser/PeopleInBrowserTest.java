package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.practice.PracticeClinic;

/** Staff join, work and leave, each at a screen of their own, at a real clinic. */
class PeopleInBrowserTest {
    private static final String WORDS = "cuatro palabras muy ficticias";
    private static Chromium chromium;

    @TempDir
    Path folder;

    private PracticeClinic clinic;
    private ClinicVisitor attorney;
    private final List<ClinicVisitor> others = new ArrayList<>();

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
        clinic = PracticeClinic.open(folder, ZoneOffset.UTC);
        attorney = chromium.desktop();
        attorney.logIn(url("login"), PracticeClinic.STAFF, PracticeClinic.PASSPHRASE);
    }

    @AfterEach
    void close() {
        others.forEach(ClinicVisitor::close);
        attorney.close();
        clinic.close();
    }

    @Test
    void aParalegalAnAttorneyAndACoordinatorJoinByCodeAndSeeWhatTheirRoleDoes() {
        ClinicVisitor paralegal = hired("Pablo Ficticio", "PARALEGAL");
        assertThat(paralegal.page().url()).endsWith("/queue");
        assertThat(navigation(paralegal)).containsExactly("Cases", "Duplicates", "Tasks", "Set aside", "Phones");
        assertThat(paralegal.open(url("people")).text()).contains("Your role does not do this.");

        ClinicVisitor second = hired("Alba Ficticia", "ATTORNEY");
        assertThat(navigation(second)).containsExactly("Cases", "Duplicates", "Tasks", "Set aside", "Phones", "People");
        second.open(url("people"));
        assertThat(second.page().locator(".roles input[type=radio]").count()).isEqualTo(4);

        ClinicVisitor coordinator = hired("Carmen Ficticia", "COORDINATOR");
        assertThat(coordinator.page().url()).endsWith("/people");
        assertThat(navigation(coordinator)).containsExactly("Phones", "People");
        assertThat(coordinator.page().locator(".roles input[type=radio]").count())
                .isEqualTo(1);
        for (String closed : List.of("case/AAAAAAAAAAAAAAAAAAAAAA", "set-aside", "duplicates")) {
            assertThat(coordinator.open(url(closed)).text()).contains("Your role does not do this.");
        }
        coordinator.forgiveComplaints();
        coordinator.open(url("phones"));
        coordinator.page().locator("#worker").fill("Olga Ficticia");
        coordinator.page().locator(".invite button").click();
        coordinator.page().locator(".qr svg").waitFor();
        clean(coordinator);
    }

    @Test
    void whoLeavesIsOutAtOnceAndAnAttorneyMakesNewKeys() {
        ClinicVisitor paralegal = hired("Pablo Ficticio", "PARALEGAL");
        ClinicVisitor coordinator = hired("Carmen Ficticia", "COORDINATOR");
        coordinator
                .page()
                .locator("tr", new Page.LocatorOptions().setHasText("Pablo Ficticio"))
                .locator("a")
                .click();
        clean(coordinator);
        coordinator.page().locator("main button").click();
        coordinator.page().waitForURL("**/people");
        assertThat(coordinator.text()).contains("New keys have to be made. Please ask an attorney to do it.");

        paralegal.open(url("queue"));
        assertThat(paralegal.page().url()).endsWith("/login");

        attorney.open(url("queue"));
        assertThat(attorney.text()).contains("Somebody who read cases has left.");
        clean(attorney);
        attorney.page().locator(".strip a").click();
        attorney.page().locator("main button").click();
        List<String> words = attorney.page().locator(".check-words li").allInnerTexts();
        assertThat(attorney.text()).contains("Sheet 2", "AGE-SECRET-KEY-1", "Keep the earlier sheets too.");
        attorney.page().locator(".after-sheet a").click();
        for (Locator word : attorney.page().locator("input[name=word]").all()) {
            int number = Integer.parseInt(word.getAttribute("id").substring("word-".length()));
            word.fill(words.get(number - 1));
        }
        attorney.page().locator("main button").click();
        attorney.page().waitForURL("**/people?renewed=yes");
        assertThat(attorney.text()).contains("The new keys are in use.").doesNotContain("New keys have to be made.");
        clean(attorney);
        coordinator.open(url("people"));
        assertThat(coordinator.text())
                .contains("Carmen Ficticia", "Pablo Ficticio")
                .doesNotContain("have to be made");
    }

    @Test
    void aWithdrawnCodeAndAWrongOneAreRefusedAndNothingTypedIsLost() {
        String code = invite("Nadia Ficticia", "STEWARD");
        attorney.open(url("people"));
        attorney.page().locator("form[action$=withdraw] button").click();
        attorney.page().waitForURL("**/people");
        ClinicVisitor newcomer = newcomer();
        join(newcomer, code, "Nadia Ficticia");
        assertThat(newcomer.text()).contains("This code does not work.");
        assertThat(newcomer.page().locator("#name").inputValue()).isEqualTo("Nadia Ficticia");
        newcomer.forgiveComplaints();
        clean(newcomer);
    }

    @Test
    void loggingOutEverywhereEndsTheOtherScreenToo() {
        ClinicVisitor other = newcomer();
        other.logIn(url("login"), PracticeClinic.STAFF, PracticeClinic.PASSPHRASE);
        attorney.page().locator(".who .name").click();
        attorney.page().waitForURL("**/me");
        assertThat(attorney.page().locator(".list tbody tr").count()).isEqualTo(2);
        clean(attorney);
        attorney.page().locator("main button").click();
        attorney.page().waitForURL("**/login");
        other.open(url("queue"));
        assertThat(other.page().url()).endsWith("/login");
    }

    /** Invited by the attorney, joined and logged in at a screen of their own. */
    private ClinicVisitor hired(String name, String role) {
        String code = invite(name, role);
        ClinicVisitor newcomer = newcomer();
        join(newcomer, code.toLowerCase(Locale.ROOT), name);
        newcomer.page().waitForURL("**/login?joined=yes");
        clean(newcomer);
        newcomer.page().locator("#name").fill(name);
        newcomer.page().locator("#passphrase").fill(WORDS);
        newcomer.page().locator("main button").click();
        newcomer.page().waitForURL(address -> address.endsWith("/queue") || address.endsWith("/people"));
        clean(newcomer);
        return newcomer;
    }

    private String invite(String name, String role) {
        attorney.open(url("people"));
        attorney.page().locator("#name").fill(name);
        attorney.page().locator("#role-" + role).check();
        attorney.page().locator(".invite form button").click();
        attorney.page().locator("#staff-code").waitFor();
        clean(attorney);
        return String.join("-", attorney.page().locator("#staff-code span").allInnerTexts());
    }

    private ClinicVisitor newcomer() {
        ClinicVisitor visitor = chromium.desktop();
        others.add(visitor);
        return visitor;
    }

    private void join(ClinicVisitor newcomer, String code, String name) {
        newcomer.open(url("join"));
        clean(newcomer);
        newcomer.page().locator("#code").fill(code);
        newcomer.page().locator("#name").fill(name);
        newcomer.page().locator("#passphrase").fill(WORDS);
        newcomer.page().locator("#again").fill(WORDS);
        newcomer.page().locator("main button").click();
        newcomer.page().waitForLoadState();
    }

    private static List<String> navigation(ClinicVisitor visitor) {
        return visitor.page().locator(".top nav a").allInnerTexts();
    }

    private static void clean(ClinicVisitor visitor) {
        assertThat(visitor.violations()).isEmpty();
        assertThat(visitor.complaints()).isEmpty();
    }

    private String url(String path) {
        return clinic.pages() + path;
    }
}

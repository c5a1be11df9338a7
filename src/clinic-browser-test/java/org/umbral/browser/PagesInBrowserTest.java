package org.umbral.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Standing;
import org.umbral.clinic.casework.Standing.Why;
import org.umbral.shared.casefile.CaseId;
import org.umbral.testing.LoginFake;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.SetUpFake;

class PagesInBrowserTest {
    private static Chromium chromium;

    private final SampleClinic clinic = SampleClinic.atWork();
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
    void enter() {
        staff = chromium.desktop();
    }

    @AfterEach
    void stop() {
        assertThat(staff.complaints()).isEmpty();
        staff.close();
        clinic.close();
    }

    @Test
    void aCaseAppearsByItselfOnTopAndTheFocusStays() {
        logIn();
        staff.press("j").press("j");
        String focused = focusedId();
        clinic.emergencyArrives();
        staff.row("Eva Ficticia Ejemplo").waitFor();
        assertThat(staff.queue().get(0)).isEqualTo("Eva Ficticia Ejemplo");
        assertThat(focusedId()).isEqualTo(focused).startsWith("row-");
        assertThat(staff.page().locator("#announce").innerText()).contains("1 emergency waits");
    }

    /** Browsers let nothing sound before somebody has clicked; the sound is the clinic's own file. */
    @Test
    void anEmergencyIsHeardOnceSomebodyHasClickedAndNotBefore() {
        List<String> asked = new CopyOnWriteArrayList<>();
        staff.page().onRequest(request -> asked.add(request.url()));
        staff.page()
                .addInitScript("window.heard = []; const play = HTMLMediaElement.prototype.play;"
                        + "HTMLMediaElement.prototype.play = function () { heard.push(this.src);"
                        + " return play.call(this); };");
        logIn();
        clinic.emergencyArrives();
        staff.page().waitForFunction("() => document.title.startsWith('(1)')");
        assertThat(heard()).isEmpty();
        staff.page().locator("h1, h2").first().click();
        staff.page().waitForFunction("() => document.querySelectorAll('.queue li').length === 5");
        assertThat(heard()).as("what was there before").isEmpty();
        clinic.emergencyArrives();
        staff.page().waitForFunction("() => document.title.startsWith('(2)')");
        assertThat(heard()).singleElement().asString().contains("alert.wav");
        APIResponse sound = staff.page().context().request().get(heard().get(0));
        assertThat(sound.headers().get("content-type")).startsWith("audio/");
        assertThat(sound.body()).startsWith('R', 'I', 'F', 'F');
        clinic.manyArrive(1);
        staff.page().waitForFunction("() => document.querySelectorAll('.queue li').length === 7");
        assertThat(heard()).as("for emergencies only").hasSize(1);
        assertThat(asked).allMatch(address -> address.startsWith(clinic.url("/")));
    }

    @Test
    void eachFilterListsItsCasesAndStaysOnWhenTheQueueRenewsItself() {
        CaseId mine = clinic.others.get(1).id();
        clinic.desk.stands(
                mine, new Standing(Why.OPENED, Optional.empty(), Set.of("staff-1"), LoginFake.NAME, List.of(mine)));
        logIn();
        staff.page()
                .locator(".only a", new Page.LocatorOptions().setHasText("Mine"))
                .click();
        staff.page().waitForURL("**/queue?only=mine");
        assertThat(staff.queue()).containsExactly("Оксана Фіктивна");
        assertThat(staff.text()).contains("With " + LoginFake.NAME);
        clinic.emergencyArrives();
        staff.page().waitForFunction("() => document.title.startsWith('(1)')");
        assertThat(staff.queue())
                .as("an emergency is counted, and not put among mine")
                .hasSize(1);
        assertThat(staff.page().locator("[data-summary]").innerText()).contains("1 case", "1 emergency waits");
        staff.page()
                .locator(".only a", new Page.LocatorOptions().setHasText("Emergencies"))
                .click();
        staff.page().waitForURL("**/queue?only=emergencies");
        assertThat(staff.queue()).containsExactly("Eva Ficticia Ejemplo");
        staff.page()
                .locator(".only a", new Page.LocatorOptions().setHasText("Answers"))
                .click();
        staff.page().waitForURL("**/queue?only=answers");
        assertThat(staff.text()).contains("No new answer has arrived.");
    }

    @Test
    void sixtyAreListedAndMoreWhenAskedForAlsoAfterTheQueueRenewsItself() {
        clinic.manyArrive(70);
        logIn();
        assertThat(staff.queue()).hasSize(60);
        staff.page().locator(".more a").click();
        staff.page().waitForURL("**/queue?most=120");
        assertThat(staff.queue()).hasSize(74);
        assertThat(staff.page().locator(".more").count()).isZero();
        clinic.emergencyArrives();
        staff.page().waitForFunction("() => document.querySelectorAll('.queue li').length === 75");
    }

    @Test
    void theKeysLeadThroughTheQueueToTheEvidence() {
        logIn();
        staff.press("j").press("Enter");
        staff.page().waitForURL("**/case/*");
        staff.press("e");
        assertThat((String) staff.page().evaluate("() => document.activeElement.className"))
                .isEqualTo("thumb");
        staff.press("?");
        assertThat(staff.page().locator("dialog[open]").count()).isOne();
        assertThat(staff.violations()).isEmpty();
        staff.press("Escape");
        assertThat(staff.page().locator("dialog[open]").count()).isZero();
    }

    @Test
    void searchingShowsOnlyWhatFitsAlsoWithoutAccentsAndAfterAnUpdate() {
        logIn();
        staff.press("/");
        staff.page().keyboard().type("ana maria");
        assertThat(staff.queue()).containsExactly("Ana María Ficticio Prueba");
        clinic.emergencyArrives();
        staff.page().waitForFunction("() => document.querySelectorAll('.queue li').length === 5");
        assertThat(staff.queue()).containsExactly("Ana María Ficticio Prueba");
        staff.press("Escape");
        assertThat(staff.queue()).hasSize(5);
    }

    @Test
    void aPhotoOpensWholeZoomsTurnsAndClosesByKey() {
        logIn();
        staff.openCase("Ana María").openPhoto(1);
        assertThat(staff.photoSize()).containsExactly(1600, 1150);
        assertThat(staff.photoBytes()).startsWith(0xFF, 0xD8);
        String fitted = scale();
        staff.press("+");
        assertThat(scale()).isNotEqualTo(fitted);
        staff.press("0").press("r");
        assertThat(staff.page().locator("#photo").getAttribute("style")).contains("rotate(90deg)");
        staff.press("ArrowRight");
        staff.page().waitForFunction("() => document.getElementById('photo').naturalWidth === 1200");
        staff.press("Escape");
        staff.page().waitForURL("**/case/*");
    }

    @Test
    void aFactSaysWhoSaidItOnFocus() {
        logIn();
        staff.openCase("Ana María");
        var fact = staff.page().locator(".said").first();
        fact.focus();
        assertThat(fact.locator(".source").boundingBox().x).isPositive();
        assertThat(fact.locator(".source").innerText()).contains("Olga Ficticia", "Typed");
    }

    @Test
    void everythingButLiveWorksWithoutScripts() {
        try (ClinicVisitor plain = chromium.withoutScript()) {
            plain.logIn(clinic.url("/login"), LoginFake.NAME, SampleClinic.PASSPHRASE);
            plain.openCase("Ana María");
            assertThat(plain.photos()).isEqualTo(2);
            plain.page().locator("#photo-1 a").click();
            assertThat(plain.page().locator("#photo").boundingBox().height).isLessThan(800);
            plain.page().locator("#after").click();
            plain.page().locator("#close").click();
            plain.open(clinic.url("/phones"));
            plain.page().locator("#worker").fill("Irene Ficticia");
            plain.page().locator(".invite button").click();
            assertThat(plain.text()).contains("UMBRAL1");
        }
    }

    @Test
    void theFirstSetUpLeadsFromNothingToTheLogin() {
        try (SampleClinic fresh = SampleClinic.notSetUp()) {
            staff.open(fresh.url("/"));
            staff.page().locator("#clinic").fill("Clínica Ficticia");
            staff.page().locator("#telephone").fill("+1 202 555 0142");
            staff.page().locator("#staff").fill(LoginFake.NAME);
            staff.page().locator("#passphrase").fill(SampleClinic.PASSPHRASE);
            staff.page().locator("#again").fill(SampleClinic.PASSPHRASE);
            staff.page().locator("main button").click();
            assertThat(staff.text()).contains("Umbral never shows it again", "AGE-SECRET-KEY-1", "lantern");
            staff.page().locator(".after-sheet a").click();
            List<Integer> asked = SetUpFake.ASKED;
            asked.forEach(n -> staff.page().locator("#word-" + n).fill(SetUpFake.WORDS.get(n - 1)));
            staff.page().locator("main button").click();
            staff.page().waitForURL("**/login?ready=yes");
            assertThat(staff.text()).contains("The clinic is set up.");
        }
    }

    @Test
    void aServerThatStopsIsSaidInTheQueue() {
        logIn();
        staff.page().route("**/queue/list**", route -> route.abort());
        staff.page().locator("#lost:visible").waitFor();
        staff.page().unroute("**/queue/list**");
        clinic.emergencyArrives();
        staff.row("Eva Ficticia Ejemplo").waitFor();
        assertThat(staff.page().locator("#lost:visible").count()).isZero();
        staff.forgiveComplaints();
    }

    @Test
    void loggingOutShutsThePages() {
        logIn();
        staff.page().locator("form[action='/logout'] button").click();
        staff.page().waitForURL("**/login");
        staff.open(clinic.url("/queue"));
        assertThat(staff.page().url()).endsWith("/login");
    }

    private void logIn() {
        staff.logIn(clinic.url("/login"), LoginFake.NAME, SampleClinic.PASSPHRASE);
    }

    @SuppressWarnings("unchecked")
    private List<String> heard() {
        return (List<String>) staff.page().evaluate("() => window.heard");
    }

    private String scale() {
        return staff.page().locator("#scale").innerText();
    }

    private String focusedId() {
        return (String) staff.page().evaluate("() => document.activeElement.id");
    }
}

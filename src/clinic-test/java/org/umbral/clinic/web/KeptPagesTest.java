package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.LoginFake;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

/** What somebody typed is not gone because the login, its token or the server's patience had ended meanwhile. */
class KeptPagesTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final String NOTE = "FICTICIO: <b>la carta</b> \"llega\"\nmañana";

    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();
    private String there = "";
    private String question = "";

    @BeforeEach
    void logIn() {
        visitor.loggedIn(clinic);
        there = "/case/" + clinic.main.id().text();
        question = there + "/question";
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void aNoteThatIsSentAfterTheSessionEndedIsSavedAfterALoginThatShowsIt() {
        Map<String, String> form = ask();
        clinic.login.endAll();
        var ended = visitor.post(clinic.url(question), form);
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.text()).contains("nothing was saved yet", "name=\"passphrase\"");
        assertThat(hidden(ended.text())).doesNotContainValue(form.get("token"));

        var wrong = visitor.post(clinic.url("/login"), login(ended.text(), "short"));
        assertThat(wrong.status()).isEqualTo(422);
        var again = visitor.post(clinic.url("/login"), login(wrong.text(), SampleClinic.PASSPHRASE));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text())
                .contains("&lt;b>la carta&lt;/b>", "action=\"" + question + "\"", LoginFake.NAME)
                .doesNotContain(SampleClinic.PASSPHRASE);
        assertThat(text(there)).as("not before somebody saw it").doesNotContain("la carta");

        Map<String, String> shown = hidden(again.text());
        assertThat(shown).containsEntry("text", NOTE);
        assertThat(visitor.post(clinic.url(question), shown).status()).isEqualTo(303);
        assertThat(text(there)).contains("la carta");
    }

    @Test
    void aFormOfAnEarlierLoginIsShownAndNotSaved() {
        Map<String, String> form = ask();
        clinic.login.endAll();
        visitor.loggedIn(clinic);
        var old = visitor.post(clinic.url(question), form);
        assertThat(old.status()).isEqualTo(403);
        assertThat(old.text()).contains("opened under an earlier login", "la carta");
        assertThat(text(there)).doesNotContain("la carta");
        assertThat(visitor.post(clinic.url(question), hidden(old.text())).status())
                .isEqualTo(303);
        assertThat(text(there)).contains("la carta");
    }

    @Test
    void whatABusyServerDidNotTakeIsShownToBeSentAgain() {
        Map<String, String> form = ask();
        clinic.desk.busy(true);
        var busy = visitor.post(clinic.url(question), form);
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.text()).contains("The server is busy.", "la carta");
        clinic.desk.busy(false);
        assertThat(visitor.post(clinic.url(question), hidden(busy.text())).status())
                .isEqualTo(303);
    }

    @Test
    void aBusyServerShowsTheFormOfAnItemAgainAsItWasFilled() {
        String path = there + "/edit/reason/case";
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", visitor.token(clinic.url(path)));
        form.put("GRD-03", NOTE);
        form.put("known", "STAFF");
        clinic.desk.busy(true);
        var busy = visitor.post(clinic.url(path), form);
        assertThat(busy.text()).contains("The server is busy.", "la carta", "id=\"known\"");
    }

    @Test
    void aFormOfAnotherSiteBringsNothingIntoALogin() {
        clinic.login.endAll();
        var answer = visitor.post(clinic.url(question), ask("0".repeat(64)), "Sec-Fetch-Site", "cross-site");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).doesNotContain("la carta");
        Map<String, String> elsewhere = login(visitor.get(clinic.url("/login")).text(), SampleClinic.PASSPHRASE);
        elsewhere.put(Kept.PATH, "//evil.example.org/case/x");
        elsewhere.put(Kept.PREFIX + "text", NOTE);
        assertThat(visitor.post(clinic.url("/login"), elsewhere).status()).isEqualTo(303);
    }

    @Test
    void anAttorneysWordOnALineIsNotSignedFromAPageThatDoesNotShowTheLine() {
        clinic.login.endAll();
        var answer = visitor.post(
                clinic.url(there + "/rules/ALL-01"), Map.of("item", "case", "word", "WAIVED", "reason", NOTE));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.text()).doesNotContain("la carta");
    }

    @Test
    void whoDoesNotReadAFieldIsNotShownWhatAColleagueTypedInIt() {
        Map<String, String> form = Map.of("INA-06", NOTE, "known", "STAFF");
        clinic.login.endAll();
        var ended = visitor.post(clinic.url(there + "/edit/bars/case"), form);
        assertThat(ended.status()).isEqualTo(401);
        clinic.login.role(Role.PARALEGAL);
        var answer = visitor.post(clinic.url("/login"), login(ended.text(), SampleClinic.PASSPHRASE));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.text()).doesNotContain("la carta");
    }

    @Test
    void aClickWithoutWordsLeadsToTheLoginAsBefore() {
        clinic.login.endAll();
        var answer = visitor.post(clinic.url(there + "/called"), Map.of("item", "x", "result", "AGAIN"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/login");
    }

    private Map<String, String> ask() {
        return ask(visitor.token(clinic.url(there)));
    }

    private static Map<String, String> ask(String token) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", token);
        form.put("text", NOTE);
        form.put("about", "");
        return form;
    }

    private static Map<String, String> login(String page, String passphrase) {
        Map<String, String> form = hidden(page);
        form.put("name", LoginFake.NAME);
        form.put("passphrase", passphrase);
        return form;
    }

    /** Of the form in the page's own part, as a browser would send them. */
    private static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        String own = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        for (MatchResult one : HIDDEN.matcher(own).results().toList()) {
            String value = one.group(2)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&#34;", "\"")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&");
            fields.put(one.group(1), value);
        }
        return fields;
    }

    private String text(String path) {
        return visitor.get(clinic.url(path)).text();
    }
}

package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.clinic.tables.Tables;
import org.umbral.shared.casefile.Author;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.testing.SampleCase;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

/** A request that is written down: to which office, with which forms and fees; and the way from a gap to its form. */
class FilingPagesTest {
    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();
    private String there = "";

    @BeforeEach
    void logIn() {
        clinic.login.role(Role.ATTORNEY);
        visitor.loggedIn(clinic);
        SampleCase eva = clinic.emergencyArrives();
        eva.sitting("staff-1", Author.CLINIC)
                .known(HowKnown.STAFF)
                .write("case", "CAS-11", "CLEAR")
                .cut();
        there = "/case/" + eva.id().text();
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void theListOfOfficesThatCameWithTheVersionIsShownImportedAndThenOffered() {
        assertThat(text(add("request"))).doesNotContain("<datalist");
        assertThat(text("/tables")).contains("Came with this version", "25 rows, dated 1 Apr 2026");
        String shown = post("/tables", Map.of("name", "offices", "do", "shipped"), "/tables")
                .text();
        assertThat(shown).contains("25 rows come", "Harlingen", "Salt Lake City,,SLC", "value=\"2026-04-01\"");
        assertThat(text("/tables")).as("shown and not imported").contains("There is no table yet");
        Tables.Import offices = Tables.shipped().get(0);
        post(
                "/tables",
                Map.of(
                        "name", "offices",
                        "dated", "2026-04-01",
                        "source", offices.source(),
                        "csv", offices.csv(),
                        "do", "import"),
                "/tables");
        assertThat(text("/tables")).contains("Field offices of ICE").doesNotContain("Came with this version");
        assertThat(text(add("request")))
                .contains("list=\"places-REQ-02A\"", "<option value=\"Houston, HOU\">", "Harlingen");
        assertThat(text(add("custody"))).contains("list=\"places-DET-03\"").doesNotContain("places-DET-02");
    }

    @Test
    void anUnknownListOfTheVersionIsRefused() {
        assertThat(post("/tables", Map.of("name", "ports", "do", "shipped"), "/tables")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void formsWithTheirEditionAndFeesStandWithTheRequest() {
        String form = add("request");
        save(form, Map.of("REQ-02", "USCIS"));
        String item = form.substring(form.lastIndexOf('/') + 1);
        assertThat(text(there)).contains("/add/form?below=" + item, "/add/fee?below=" + item);
        String edition = address(there + "/add/form?below=" + item);
        save(edition, Map.of("REQ-04", "I-131", "REQ-04A", "01/20/25"));
        String fee = address(there + "/add/fee?below=" + item);
        save(fee, Map.of("REQ-09", "Filing fee", "REQ-09A", "630"));
        assertThat(text(there)).contains("I-131 · 01/20/25", "Filing fee");
    }

    @Test
    void aGapLeadsToTheFormThatFillsItForWhomeverMayFillIt() {
        String page = text(there);
        assertThat(page.substring(page.indexOf("id=\"line-CBP-01\""))).contains(there + "/edit/border/case");
        clinic.login.role(Role.STEWARD);
        assertThat(text(there)).doesNotContain("Open the form");
    }

    private String add(String group) {
        return address(there + "/add/" + group);
    }

    private String address(String path) {
        return visitor.get(clinic.url(path)).header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private String text(String path) {
        return visitor.get(clinic.url(path)).text();
    }

    private void save(String form, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("known", "STAFF");
        assertThat(post(form, all, form).status()).isEqualTo(303);
    }

    private WebVisitor.Answer post(String path, Map<String, String> form, String tokenFrom) {
        Map<String, String> all = new HashMap<>(form);
        all.put("token", visitor.token(clinic.url(tokenFrom)));
        return visitor.post(clinic.url(path), all);
    }
}

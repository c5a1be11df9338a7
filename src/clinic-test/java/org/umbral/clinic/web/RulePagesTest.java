package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;
import org.umbral.testing.WholeCatalogue;

class RulePagesTest {
    private static final String HOSTILE = "<script>reason</script>";

    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();

    @BeforeEach
    void logIn() {
        clinic.login.role(Role.ATTORNEY);
        visitor.loggedIn(clinic);
    }

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void eachLineSaysItsTextSeveritySourcesVersionAndSinceWhen() {
        assertThat(visitor.get(clinic.url("/rules")).text())
                .contains("ALL-09", "must be there", "version 1", "since 21 Nov 2026", "8 CFR 103.2(b)(3)")
                .contains("ICE locator, about page", "Asked where", "“Where are they?”");
    }

    @Test
    void noneIsConfirmedBeforeAnAttorneyDoesAndThenItIsWithNameAndDate() {
        assertThat(visitor.get(clinic.url("/rules")).text()).doesNotContain("Confirmed by");
        post("/rules/ALL-03/confirm", Map.of("version", "1"), "/rules");
        assertThat(visitor.get(clinic.url("/rules")).text()).contains("Confirmed by <bdi>Carla Ficticia</bdi>, 21 Nov");
        post("/rules/ALL-03/take-back", Map.of(), "/rules");
        assertThat(visitor.get(clinic.url("/rules")).text()).doesNotContain("Confirmed by");
    }

    @Test
    void anAttorneyWorksThroughTheLinesThatWaitOneByOne() {
        assertThat(post("/rules/ICE-08/confirm", Map.of("version", "1"), "/rules")
                        .header("Location"))
                .as("the next in the order of the page")
                .endsWith("/rules?done=ICE-08#rule-ICE-09");
        assertThat(visitor.get(clinic.url("/rules?done=ICE-08")).text())
                .contains("ICE-08 is confirmed. This is the next line.", "1 of ", "id=\"rule-ICE-08\"");
        var next = post("/rules/ICE-10/confirm", Map.of("version", "1", "show", "open"), "/rules");
        assertThat(next.header("Location")).endsWith("/rules?show=open&done=ICE-10#rule-ICE-11");
        assertThat(visitor.get(clinic.url("/rules?show=open")).text())
                .contains("id=\"rule-ICE-11\"", "href=\"#group-CBP\"")
                .doesNotContain("id=\"rule-ICE-08\"", "id=\"rule-ICE-10\"");
        WholeCatalogue.read().rules().stream()
                .filter(rule -> !rule.id().equals("CBP-01"))
                .forEach(rule -> clinic.rules.stands(rule.id()));
        assertThat(post("/rules/CBP-01/confirm", Map.of("version", "1"), "/rules")
                        .header("Location"))
                .endsWith("/rules?done=CBP-01");
        assertThat(visitor.get(clinic.url("/rules?show=open&done=CBP-01")).text())
                .contains("CBP-01 is confirmed. No line waits any more.", "Every line here is confirmed.");
    }

    @Test
    void afterTheLastLineOfThePageTheNextIsTheFirstThatWaits() {
        String last = visitor.get(clinic.url("/rules")).text().replaceAll("(?s).*id=\"rule-([^\"]+)\".*", "$1");
        assertThat(post("/rules/" + last + "/confirm", Map.of("version", "1"), "/rules")
                        .header("Location"))
                .endsWith("#rule-ALL-01");
    }

    @Test
    void aParalegalReadsAndConfirmsNothingAlsoWithAForgedForm() {
        String token = visitor.token(clinic.url("/rules"));
        clinic.login.role(Role.PARALEGAL);
        assertThat(visitor.get(clinic.url("/rules")).text())
                .contains("An attorney confirms lines here")
                .doesNotContain("/confirm\"");
        var refused = visitor.post(clinic.url("/rules/ALL-03/confirm"), Map.of("token", token, "version", "1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(visitor.get(clinic.url("/rules")).text()).doesNotContain("Confirmed by");
    }

    @Test
    void aGapIsInformationUntilItsLineIsConfirmed() {
        assertThat(visitor.get(casePage()).text()).contains("Nothing is missing by the lines");
        String before = visitor.get(casePage()).text();
        assertThat(before.indexOf("line-ALL-14")).isNegative();
        int information = before.indexOf("missing-information");
        assertThat(before.indexOf("line-CBP-14")).isGreaterThan(information).isPositive();
        post("/rules/CBP-14/confirm", Map.of("version", "1"), "/rules");
        String after = visitor.get(casePage()).text();
        assertThat(after.indexOf("line-CBP-14")).isPositive().isLessThan(after.indexOf("missing-information"));
    }

    @Test
    void aWaiverNeedsAReasonNamesWhoAndIsTakenBack() {
        String path = "/case/" + clinic.main.id().text() + "/rules/CBP-14";
        Map<String, String> form = Map.of("item", "case", "version", "1", "word", "WAIVED");
        assertThat(post(path, form, casePath()).text()).contains("waived with a reason");
        var done = post(path, Map.of("item", "case", "version", "1", "word", "WAIVED", "reason", HOSTILE), casePath());
        assertThat(done.header("Location")).endsWith("#missing");
        String page = visitor.get(casePage()).text();
        assertThat(page)
                .contains("Need not be there", "&lt;script&gt;reason", "An attorney said that it need not be there")
                .doesNotContain(HOSTILE);
        String item = page.replaceAll("(?s).*?/rulings/([^\"]+)\".*", "$1");
        post("/case/" + clinic.main.id().text() + "/rulings/" + item, Map.of(), casePath());
        assertThat(visitor.get(casePage()).text()).doesNotContain("/rulings/");
    }

    @Test
    void aChangedLineIsSaidToHaveChanged() {
        assertThat(visitor.get(clinic.url("/rules")).text()).contains("changed since it was confirmed");
    }

    @Test
    void aParalegalSeesNoLineOfWhatOnlyAttorneysRead() {
        clinic.login.role(Role.PARALEGAL);
        assertThat(visitor.get(casePage()).text())
                .contains("line-CBP-14")
                .doesNotContain("line-ALL-09", "line-CBP-08", "I have looked", "name=\"word\"");
    }

    private String casePath() {
        return "/case/" + clinic.main.id().text();
    }

    private String casePage() {
        return clinic.url(casePath());
    }

    private WebVisitor.Answer post(String path, Map<String, String> form, String tokenFrom) {
        Map<String, String> all = new java.util.HashMap<>(form);
        all.put("token", visitor.token(clinic.url(tokenFrom)));
        return visitor.post(clinic.url(path), all);
    }
}

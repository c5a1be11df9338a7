package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.keys.StaffSession.Role;
import org.umbral.testing.PeopleFake;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class StaffPagesTest {
    private static final String HOSTILE = "<script>alert(1)</script>";

    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor().loggedIn(clinic);

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void aParalegalHasNoPageOfPeopleAndNoWayToOne() {
        clinic.login.role(Role.PARALEGAL);
        assertThat(visitor.get(clinic.url("/people")).status()).isEqualTo(403);
        assertThat(visitor.get(clinic.url("/people/staff-2/end")).status()).isEqualTo(403);
        assertThat(visitor.get(clinic.url("/phones")).text()).doesNotContain("href=\"/people\"");
    }

    @Test
    void aCoordinatorIsLedToPeopleAndOfferedNoRoleThatReadsCases() {
        clinic.login.role(Role.COORDINATOR);
        assertThat(visitor.get(clinic.url("/queue")).header("Location")).isEqualTo("/people");
        assertThat(visitor.get(clinic.url("/people")).text())
                .contains("value=\"COORDINATOR\"")
                .doesNotContain("value=\"ATTORNEY\"", "value=\"PARALEGAL\"", "href=\"/set-aside\"", "href=\"/queue\"");
    }

    @Test
    void aRoleThatWasNotOfferedIsRefusedAlsoWhereTheFormIsForged() {
        clinic.login.role(Role.COORDINATOR);
        assertThat(post("/people/invite", Map.of("name", "Nadia", "role", "ATTORNEY"))
                        .status())
                .isEqualTo(403);
        assertThat(post("/people/invite", Map.of("name", "Nadia", "role", "OWNER"))
                        .text())
                .contains("Please choose a role.");
    }

    @Test
    void theCodeIsShownOnceAndKeptByNoBrowser() {
        clinic.login.role(Role.ATTORNEY);
        var answer = post("/people/invite", Map.of("name", HOSTILE, "role", "PARALEGAL"));
        assertThat(answer.text()).contains("7KQ4", "XM2R", "&lt;script&gt;").doesNotContain(HOSTILE);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(visitor.get(clinic.url("/people")).text()).doesNotContain("XM2R");
    }

    @Test
    void theLastAttorneyIsNotEnded() {
        clinic.login.role(Role.ATTORNEY);
        var answer = post("/people/staff-1/end", Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("This is the last attorney.");
    }

    @Test
    void joiningNeedsNoLoginAndKeepsWhatWasTypedButThePassphrase() {
        WebVisitor newcomer = new WebVisitor();
        Map<String, String> form = new HashMap<>(Map.of(
                "token",
                newcomer.token(clinic.url("/join")),
                "code",
                "WRONG",
                "name",
                HOSTILE,
                "passphrase",
                SampleClinic.PASSPHRASE,
                "again",
                SampleClinic.PASSPHRASE));
        var refused = newcomer.post(clinic.url("/join"), form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("This code does not work.", "WRONG", "&lt;script>")
                .doesNotContain(SampleClinic.PASSPHRASE, HOSTILE);
        form.put("code", PeopleFake.CODE);
        form.put("again", "another");
        assertThat(newcomer.post(clinic.url("/join"), form).text()).contains("The two passphrases are not the same.");
        form.put("again", SampleClinic.PASSPHRASE);
        assertThat(newcomer.post(clinic.url("/join"), form).header("Location")).isEqualTo("/login?joined=yes");
    }

    @Test
    void everyPageOfStaffNeedsALogin() {
        WebVisitor stranger = new WebVisitor();
        assertThat(List.of("/people", "/people/staff-1/end", "/people/keys", "/people/keys/words?asked=1", "/me"))
                .allSatisfy(path -> assertThat(stranger.get(clinic.url(path)).header("Location"))
                        .endsWith("/login"));
    }

    private WebVisitor.Answer post(String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("token", visitor.token(clinic.url("/phones")));
        return visitor.post(clinic.url(path), form);
    }
}

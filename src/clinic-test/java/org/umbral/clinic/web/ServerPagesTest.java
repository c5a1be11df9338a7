package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.health.Health;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class ServerPagesTest {
    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void aProgramReadsPlainFactsWithoutALogin() {
        WebVisitor.Answer answer = visitor.get(clinic.url("/health"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.text().lines())
                .containsExactly(
                        "state good",
                        "version 1.0",
                        "database answers",
                        "disk-free-bytes 180000000000",
                        "disk-total-bytes 250000000000",
                        "certificate-days 900",
                        "last-backup 2026-11-21T02:10:00Z",
                        "lost 0");
        clinic.health.hurts();
        assertThat(visitor.get(clinic.url("/health")).text()).startsWith("state look disk certificate old-backup\n");
        clinic.health.silent();
        assertThat(visitor.get(clinic.url("/health")).status()).isEqualTo(503);
    }

    @Test
    void staffAreWarnedOnEveryPageBeforeItHurts() {
        visitor.loggedIn(clinic);
        assertThat(visitor.get(clinic.url("/queue")).text()).doesNotContain("almost full");
        clinic.health.hurts();
        assertThat(visitor.get(clinic.url("/queue")).text())
                .contains("almost full: 1.5 GB are left", "ends in 9 days", "5 days old", "href=\"/server\"");
        assertThat(visitor.get(clinic.url("/server")).text()).contains("almost full", "1.5 of 250.0 GB");
    }

    @Test
    void nobodyWhoIsNotLoggedInSeesWarningsOrThePage() {
        clinic.health.hurts();
        assertThat(visitor.get(clinic.url("/login")).text()).doesNotContain("almost full");
        assertThat(visitor.get(clinic.url("/server")).header("Location")).isEqualTo("/login");
    }

    @Test
    void whatIsLostIsNamedByPhoneSizeAndDate() {
        visitor.loggedIn(clinic);
        clinic.health.restored(
                SampleClinic.NOW,
                new Health.Lost("phone-olga-0", 4_300, "2026-11-20T21:00:00Z", SampleClinic.NOW),
                new Health.Lost("phone-not-known", 1_400_300, "not a time <b>", SampleClinic.NOW));
        assertThat(visitor.get(clinic.url("/server")).text())
                .contains("Olga Ficticia", "5 KB", "20 Nov 2026", "1,401 KB", "A phone that is not known here")
                .contains("shut them out again")
                .doesNotContain("<b>");
    }

    @Test
    void casesThatWereErasedAfterTheCopyAreNamedToThoseWhoEraseThem() {
        visitor.loggedIn(clinic);
        clinic.health.erasedSince(clinic.main.id());
        String link = "/case/" + clinic.main.id().text() + "/erase";
        assertThat(visitor.get(clinic.url("/server")).text())
                .contains("1 case was erased after the copy and is back")
                .doesNotContain(link);
        clinic.login.role(StaffSession.Role.STEWARD);
        assertThat(visitor.get(clinic.url("/server")).text()).contains(link);
    }

    @Test
    void whatStaffKnowOfIsSetAsidePhoneByPhoneWithAReason() {
        visitor.loggedIn(clinic);
        clinic.health.restored(
                SampleClinic.NOW,
                new Health.Lost("phone-olga-0", 4_300, "2026-11-20T21:00:00Z", SampleClinic.NOW),
                new Health.Lost("phone-not-known", 1_400_300, "2026-11-20T21:00:00Z", SampleClinic.NOW));
        var form = new TreeMap<>(Map.of("token", visitor.token(clinic.url("/server")), "device", "phone-olga-0"));
        form.put("until", Long.toString(SampleClinic.NOW.toEpochMilli()));
        String url = clinic.url("/server/lost");
        assertThat(visitor.post(url, form).status()).as("no reason").isEqualTo(422);
        form.put("why", "AGAIN");
        assertThat(visitor.post(url, form).header("Location")).isEqualTo("/server#lost");
        assertThat(visitor.get(clinic.url("/server")).text())
                .contains("A phone that is not known here")
                .doesNotContain("Olga Ficticia");
        form.put("token", "0".repeat(64));
        assertThat(visitor.post(url, form).status()).isEqualTo(403);
    }
}

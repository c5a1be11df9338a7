package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.shared.Failure;
import org.umbral.testing.Catalogues;
import org.umbral.testing.HealthFake;
import org.umbral.testing.LookalikesFake;
import org.umbral.testing.RulesFake;
import org.umbral.testing.SamplePhone;
import org.umbral.testing.SealedCase;
import org.umbral.testing.SetUpFake;
import org.umbral.testing.StaffedClinic;
import org.umbral.testing.TablesFake;
import org.umbral.testing.WebVisitor;

/** The live queue over real sessions, on a clock that the test moves. */
class PollingTest {
    @TempDir
    Path folder;

    private StaffedClinic clinic;
    private Pages pages;
    private String address = "";
    private String cookie = "";

    @BeforeEach
    void start() throws Failure {
        clinic = new StaffedClinic(folder);
        pages = new Pages(
                new Doors(
                        new SetUpFake(true),
                        clinic.login,
                        clinic.people,
                        clinic.phones,
                        clinic.desk,
                        new LookalikesFake(),
                        clinic.beside,
                        clinic.guards,
                        new HealthFake(),
                        clinic.waysOut,
                        new RulesFake(Catalogues.shipped(), clinic.clock),
                        new TablesFake(),
                        Catalogues.shipped()),
                clinic.clock,
                clinic.random,
                PagesSettings.loopback(ZoneOffset.UTC));
        address = "http://127.0.0.1:" + pages.start(0);
        cookie = clinic.cookie();
    }

    @AfterEach
    void stop() {
        pages.stop();
        clinic.close();
    }

    private WebVisitor.Answer get(String path) {
        return new WebVisitor().get(address + path, "Cookie", "umbral-session=" + cookie, "HX-Request", "true");
    }

    @Test
    void aSessionThatOnlyPollsEndsAfterThirtyMinutes() {
        for (int minute = 0; minute < 30; minute++) {
            assertThat(get("/queue/list?stamp=0").status()).isEqualTo(200);
            clinic.clock.move(Duration.ofMinutes(1));
        }
        clinic.clock.move(Duration.ofMillis(1));
        assertThat(get("/queue/list?stamp=0").header("HX-Redirect")).isEqualTo("/login");
        assertThat(get("/queue").status()).isEqualTo(401);
    }

    @Test
    void aPageThatSomebodyOpensRenewsIt() {
        clinic.clock.move(Duration.ofMinutes(29));
        assertThat(get("/queue").status()).isEqualTo(200);
        clinic.clock.move(Duration.ofMinutes(29));
        assertThat(get("/queue/list?stamp=0").status()).isEqualTo(200);
    }

    @Test
    void aPollStillOpensWhatArrived() throws Failure {
        try (StaffSession session = clinic.session()) {
            SamplePhone phone = clinic.join(session, "Trabajador FICTICIO");
            SealedCase sample = new SealedCase(phone, clinic.random);
            clinic.deliver(phone, sample.firstSitting("ROUTINE"));
            assertThat(get("/queue/list?stamp=0").text()).contains(sample.code);
        }
    }
}

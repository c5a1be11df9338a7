package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.shared.casefile.CaseId;
import org.umbral.testing.LoginFake;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.Seeds;
import org.umbral.testing.WebVisitor;

class SessionTest {
    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void withoutALoginEveryPageLeadsToIt() {
        assertThat(List.of("/queue", "/case/" + clinic.main.id(), "/phones", "/set-aside", "/help"))
                .allSatisfy(path -> {
                    var answer = visitor.get(clinic.url(path));
                    assertThat(answer.status()).isEqualTo(302);
                    assertThat(answer.header("Location")).endsWith("/login");
                });
    }

    @Test
    void theSessionCookieIsForTheBrowserAloneAndEndsWithIt() {
        var answer = visitor.logIn(clinic, LoginFake.NAME, SampleClinic.PASSPHRASE);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Set-Cookie"))
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .doesNotContain("Expires")
                .doesNotContain("Max-Age");
    }

    @Test
    void aWrongLoginSaysTheSameForNameAndPassphrase() {
        var name = visitor.logIn(clinic, "Nadie Ficticio", SampleClinic.PASSPHRASE);
        var passphrase = visitor.logIn(clinic, LoginFake.NAME, "short");
        assertThat(List.of(name, passphrase)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("The name and the passphrase do not fit together.");
            assertThat(answer.text()).doesNotContain(SampleClinic.PASSPHRASE);
        });
    }

    @Test
    void theKeysAreWipedAfterEveryRequestAlsoAFailedOne() {
        visitor.loggedIn(clinic);
        CaseId nowhere = CaseId.random(Seeds.repeatable(99));
        List<String> paths = List.of(
                "/queue",
                "/case/" + clinic.main.id(),
                "/case/" + clinic.main.id() + "/photo/" + clinic.firstPhoto,
                "/case/" + nowhere,
                "/case/not-an-id",
                "/phones");
        paths.forEach(path -> visitor.get(clinic.url(path)));
        visitor.post(clinic.url("/phones/invite"), Map.of("token", "wrong", "worker", "Irene Ficticia"));
        assertThat(clinic.login.ringsGiven()).isEqualTo(paths.size() + 1);
        assertThat(clinic.login.ringsOpen()).isZero();
    }

    @Test
    void loggingOutEndsTheSession() {
        visitor.loggedIn(clinic);
        var out = visitor.post(clinic.url("/logout"), Map.of("token", visitor.token(clinic.url("/queue"))));
        assertThat(out.header("Location")).endsWith("/login");
        assertThat(clinic.login.anyoneLoggedIn()).isFalse();
        assertThat(visitor.get(clinic.url("/queue")).status()).isEqualTo(302);
    }

    @Test
    void aLiveQueueWhoseSessionEndedLeadsToTheLogin() {
        visitor.loggedIn(clinic);
        clinic.login.endAll();
        var answer = visitor.get(clinic.url("/queue/list?stamp=0"), "HX-Request", "true");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/login");
    }

    @Test
    void theLoginPageSaysHowMuchWaitsAndNothingElse() {
        var since = SampleClinic.NOW.minus(Duration.ofMinutes(50));
        clinic.desk.waits(new Desk.Unread(7, 1, Optional.of(since), Optional.of(since)));
        assertThat(visitor.get(clinic.url("/login")).text())
                .contains("7 sealed items wait, the oldest arrived 50 minutes ago.")
                .contains("1 emergency waits, the oldest arrived 50 minutes ago. Please log in now.")
                .doesNotContain("Ficticio");
    }

    @Test
    void theLanguageIsTheBrowsersUntilOneIsChosen() {
        assertThat(visitor.get(clinic.url("/login"), "Accept-Language", "es-MX,es;q=0.9")
                        .text())
                .contains("lang=\"es\"")
                .contains("Frase de acceso");
        String token = visitor.token(clinic.url("/login"));
        var answer = visitor.post(
                clinic.url("/language"), Map.of("token", token, "language", "es", "back", "//evil.example.org"));
        assertThat(answer.header("Location")).endsWith("/").doesNotContain("evil");
        assertThat(visitor.get(clinic.url("/login")).text()).contains("Frase de acceso");
    }
}

package org.umbral.clinic.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.umbral.testing.LoginFake;
import org.umbral.testing.SampleClinic;
import org.umbral.testing.WebVisitor;

class JoinPagesTest {
    private final SampleClinic clinic = SampleClinic.atWork();
    private final WebVisitor visitor = new WebVisitor();

    @AfterEach
    void stop() {
        clinic.close();
    }

    @Test
    void codesThatAreTriedAtOnceHoldNoPageAndNoLoginUp() throws Exception {
        CountDownLatch trying = new CountDownLatch(LoginPages.TRIES_AT_ONCE);
        CountDownLatch go = new CountDownLatch(1);
        clinic.people.whileJoining(() -> {
            trying.countDown();
            await(go);
        });
        ExecutorService strangers = Executors.newFixedThreadPool(LoginPages.TRIES_AT_ONCE);
        List<CompletableFuture<Integer>> held = new ArrayList<>();
        try {
            for (int i = 0; i < LoginPages.TRIES_AT_ONCE; i++) {
                held.add(CompletableFuture.supplyAsync(
                        () -> join(new WebVisitor()).status(), strangers));
            }
            trying.await();
            var another = join(visitor);
            assertThat(another.status()).isEqualTo(429);
            assertThat(another.header("Retry-After")).isEqualTo("3");
            assertThat(another.text()).contains("Please try again in a few seconds.", "FICTICIO-CODE");
            assertThat(visitor.logIn(clinic, LoginFake.NAME, SampleClinic.PASSPHRASE)
                            .status())
                    .isEqualTo(303);
            go.countDown();
            for (CompletableFuture<Integer> one : held) {
                assertThat(one.get()).isEqualTo(422);
            }
            assertThat(join(visitor).status()).as("their turns come back").isEqualTo(422);
        } finally {
            go.countDown();
            strangers.shutdownNow();
        }
    }

    @Test
    void behindAProxyTriesAreCountedByWhomItNamesAndNotByWhatAStrangerSays() {
        join(visitor, clinic, "X-Forwarded-For", "192.0.2.9");
        assertThat(clinic.people.lastSender()).isEqualTo("127.0.0.1");
        var settings = new PagesSettings("127.0.0.1", List.of(), true, Optional.empty(), ZoneId.of("UTC"));
        try (SampleClinic behind = SampleClinic.with(true, settings)) {
            join(visitor, behind, "X-Forwarded-For", "203.0.113.1, 192.0.2.9");
            assertThat(behind.people.lastSender()).isEqualTo("192.0.2.9");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebVisitor.Answer join(WebVisitor who) {
        return join(who, clinic);
    }

    private static WebVisitor.Answer join(WebVisitor who, SampleClinic where, String... headers) {
        String url = where.url("/join");
        return who.post(
                url,
                Map.of(
                        "token",
                        who.token(url),
                        "code",
                        "FICTICIO-CODE",
                        "name",
                        "Nueva Ficticia",
                        "passphrase",
                        SampleClinic.PASSPHRASE,
                        "again",
                        SampleClinic.PASSPHRASE),
                headers);
    }
}

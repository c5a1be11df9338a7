package org.umbral.clinic.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.ClinicUnderTest;
import org.umbral.clinic.PhoneUnderTest;
import org.umbral.clinic.PhoneUnderTest.Answer;
import org.umbral.shared.Sha256;
import org.umbral.shared.wire.HaveRequest;
import org.umbral.shared.wire.Wire;

/** A stolen token takes neither the disk nor the time of the clinic from the other phones. */
class ThiefsQuotaTest {
    private static final Quotas.Pace FAST = new Quotas.Pace(32, 4000, 100);
    private static final long A_DAY = 400_000;

    @TempDir
    Path folder;

    private static void assertRefused(Answer answer) throws Exception {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.reason()).isEqualTo("too-much");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    private static void assertAnotherDelivers(ClinicUnderTest clinic, int seed) throws Exception {
        PhoneUnderTest another = clinic.join();
        byte[] words = EnvelopeApiTest.bytes(1000, seed);
        assertThat(another.put(Sha256.of(words), words).status()).isEqualTo(201);
        byte[] photo = EnvelopeApiTest.bytes(90_000, seed + 1);
        another.create(Sha256.of(photo), photo.length);
        assertThat(another.patch(Sha256.of(photo), 0, photo).status()).isEqualTo(204);
    }

    private long onDisk() throws Exception {
        try (var files = Files.walk(folder.resolve("envelopes"))) {
            long blocks = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                blocks += (Files.size(file) + 4095) / 4096 * 4096;
            }
            return blocks;
        }
    }

    @Test
    void manySmallThingsFillNoMoreThanAFewLargeOnes() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(A_DAY, 50, 40, FAST))) {
            PhoneUnderTest thief = clinic.join();
            int words = 0;
            byte[] word = EnvelopeApiTest.bytes(1, words);
            while (thief.put(Sha256.ofText("x" + words), word).status() != 429 && words < 5) {
                words++;
            }
            assertThat(words).as("wrong bytes are never kept").isEqualTo(5);
            assertThat(onDisk()).isZero();
            Answer answer;
            do {
                byte[] one = EnvelopeApiTest.bytes(2 + words % 2, words++);
                answer = thief.put(Sha256.of(one), one);
            } while (answer.status() == 201 && words < 1000);
            assertRefused(answer);
            assertThat(onDisk()).isLessThanOrEqualTo(A_DAY + A_DAY / 8 + 4096);
            assertAnotherDelivers(clinic, 1);
        }
    }

    @Test
    void anUploadInCrumbsFillsNoMoreThanItsDay() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(A_DAY, 50, 40, FAST))) {
            PhoneUnderTest thief = clinic.join();
            List<Integer> answers = new ArrayList<>();
            for (int upload = 0; upload < 4; upload++) {
                Sha256 name = Sha256.ofText("crumbs " + upload);
                answers.add(thief.create(name, 1000).status() == 201 ? 0 : 429);
                for (int crumb = 0; crumb < 35; crumb++) {
                    answers.add(thief.patch(name, crumb, new byte[1]).status());
                }
            }
            assertThat(answers).contains(204, 429);
            assertThat(Collections.frequency(answers, 204)).isLessThanOrEqualTo((int) (A_DAY / 4096) + 1);
            assertThat(onDisk()).isLessThanOrEqualTo(A_DAY + 4096);
            assertAnotherDelivers(clinic, 5);
        }
    }

    @Test
    void halfUploadsAndWhatTheyLackAreCounted() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(A_DAY, 3, 40, FAST))) {
            PhoneUnderTest thief = clinic.join();
            for (int i = 0; i < 3; i++) {
                assertThat(thief.create(Sha256.ofText("half " + i), 10).status())
                        .isEqualTo(201);
            }
            assertRefused(thief.create(Sha256.ofText("half 3"), 10));
            thief.send(thief.tus(Sha256.ofText("half 0")).delete());
            assertRefused(thief.create(Sha256.ofText("large"), A_DAY));
            assertAnotherDelivers(clinic, 9);
        }
    }

    @Test
    void whatIsAnnouncedAtOnceCountsBeforeItsFirstPieceIsKept() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(A_DAY, 3, 40, FAST))) {
            PhoneUnderTest thief = clinic.join();
            Sha256 other = Sha256.ofText("another");
            try (Socket held = thief.halfPost(Sha256.ofText("held"), A_DAY - 10, new byte[1])) {
                await().atMost(Duration.ofSeconds(20)).until(() -> onDisk() > 0);
                assertRefused(thief.create(other, 11));
                assertThat(thief.create(other, 10).status()).isEqualTo(201);
                assertThat(held.isClosed()).isFalse();
            }
        }
    }

    @Test
    void wrongBytesCountToTheLast() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(A_DAY, 3, 40, FAST))) {
            PhoneUnderTest thief = clinic.join();
            thief.create(Sha256.ofText("wrong"), 90_000);
            assertThat(thief.patch(Sha256.ofText("wrong"), 0, new byte[90_000]).reason())
                    .isEqualTo("hash-differs");
            assertThat(clinic.store.usage().bytesToday(thief.device)).isEqualTo(90_000);
        }
    }

    @Test
    void whoAsksWithoutEndWaits() throws Exception {
        Quotas.Pace slow = new Quotas.Pace(32, 60, 1);
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(A_DAY, 3, 40, slow))) {
            PhoneUnderTest thief = clinic.join();
            HaveRequest dear = new HaveRequest(
                    Collections.nCopies(200, Sha256.ofText("asked").hex()), List.of());
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                answers.add(thief.postJson(Wire.HAVE, dear).status());
            }
            assertThat(answers).startsWith(200, 200).endsWith(429);
            Answer mail = thief.get(Wire.MAIL);
            for (int i = 0; i < 300 && mail.status() == 200; i++) {
                mail = thief.get(Wire.MAIL);
            }
            assertRefused(mail);
            assertAnotherDelivers(clinic, 13);
        }
    }

    @Test
    void whoHoldsManyRequestsOpenKeepsNobodyElseWaiting() throws Exception {
        Quotas.Pace narrow = new Quotas.Pace(4, 4000, 100);
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(A_DAY, 50, 40, narrow))) {
            PhoneUnderTest thief = clinic.join();
            List<Socket> held = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                thief.create(Sha256.ofText("held " + i), 1000);
            }
            // An answer arrives before its turn ends: of the first four one may be refused.
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                if (held.size() < 40) {
                    held.add(thief.halfPatch(Sha256.ofText("held " + held.size()), 0, 1000, new byte[1]));
                }
                return thief.get(Wire.MAIL).status() == 429;
            });
            assertAnotherDelivers(clinic, 17);
            for (Socket one : held) {
                one.close();
            }
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> thief.get(Wire.MAIL).status() == 200);
        }
    }
}

package org.umbral.clinic.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.ClinicUnderTest;
import org.umbral.clinic.PhoneUnderTest;
import org.umbral.clinic.PhoneUnderTest.Answer;
import org.umbral.shared.Sha256;

class QuotaTest {
    @TempDir
    Path folder;

    @Test
    void photosNeverUseUpWhatWordsNeed() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(8000, 2))) {
            PhoneUnderTest phone = clinic.join();
            byte[] photo = EnvelopeApiTest.bytes(8000, 1);
            phone.create(Sha256.of(photo), photo.length);
            assertThat(phone.patch(Sha256.of(photo), 0, photo).status()).isEqualTo(204);
            byte[] another = EnvelopeApiTest.bytes(100, 2);
            Answer refused = phone.create(Sha256.of(another), another.length);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.reason()).isEqualTo("too-much");
            byte[] words = EnvelopeApiTest.bytes(1000, 3);
            assertThat(phone.put(Sha256.of(words), words).status()).isEqualTo(201);
            byte[] more = EnvelopeApiTest.bytes(1, 4);
            assertThat(phone.put(Sha256.of(more), more).status()).isEqualTo(429);
            clinic.clock.move(Duration.ofDays(1));
            assertThat(phone.put(Sha256.of(more), more).status()).isEqualTo(201);
        }
    }

    @Test
    void aPhoneBeginsOnlySoManyUploads() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(1 << 20, 2))) {
            PhoneUnderTest phone = clinic.join();
            assertThat(phone.create(Sha256.ofText("1"), 10).status()).isEqualTo(201);
            assertThat(phone.create(Sha256.ofText("2"), 10).status()).isEqualTo(201);
            assertThat(phone.create(Sha256.ofText("2"), 10).status()).isEqualTo(201);
            assertThat(phone.create(Sha256.ofText("3"), 10).status()).isEqualTo(429);
            assertThat(clinic.join().create(Sha256.ofText("3"), 10).status()).isEqualTo(201);
        }
    }
}

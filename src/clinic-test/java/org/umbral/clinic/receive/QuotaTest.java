package org.umbral.clinic.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.ClinicUnderTest;
import org.umbral.clinic.PhoneUnderTest;
import org.umbral.clinic.PhoneUnderTest.Answer;
import org.umbral.clinic.store.UploadId;
import org.umbral.shared.Sha256;

class QuotaTest {
    private static final Quotas.Pace PACE = new Quotas.Pace(32, 4000, 100);

    @TempDir
    Path folder;

    @Test
    void photosNeverUseUpWhatWordsNeed() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(80_000, 2, 100, PACE))) {
            PhoneUnderTest phone = clinic.join();
            byte[] photo = EnvelopeApiTest.bytes(80_000, 1);
            phone.create(Sha256.of(photo), photo.length);
            assertThat(phone.patch(Sha256.of(photo), 0, photo).status()).isEqualTo(204);
            byte[] another = EnvelopeApiTest.bytes(100, 2);
            Answer refused = phone.create(Sha256.of(another), another.length);
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.reason()).isEqualTo("too-much");
            byte[] words = EnvelopeApiTest.bytes(10_000, 3);
            assertThat(phone.put(Sha256.of(words), words).status()).isEqualTo(201);
            byte[] more = EnvelopeApiTest.bytes(1, 4);
            assertThat(phone.put(Sha256.of(more), more).status()).isEqualTo(429);
            clinic.clock.move(Duration.ofDays(1));
            assertThat(phone.put(Sha256.of(more), more).status()).isEqualTo(201);
        }
    }

    @Test
    void whatIsOnItsWayCountsAndSoDoesWhatWasDroppedAgain() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(80_000, 9, 100, PACE))) {
            PhoneUnderTest phone = clinic.join();
            byte[] photo = EnvelopeApiTest.bytes(50_000, 1);
            phone.create(Sha256.of(photo), photo.length);
            assertThat(phone.create(Sha256.ofText("2"), 40_000).status()).isEqualTo(429);
            assertThat(phone.patch(Sha256.of(photo), 0, EnvelopeApiTest.bytes(30_000, 1))
                            .status())
                    .isEqualTo(204);
            assertThat(clinic.store.usage().bytesToday(phone.device)).isEqualTo(30_000);
            assertThat(clinic.store.uploads().counted(phone.device).missing()).isEqualTo(20_000);
            clinic.store.uploads().drop(new UploadId(Sha256.of(photo), phone.device));
            assertThat(phone.create(Sha256.ofText("3"), 50_001).status()).isEqualTo(429);
            assertThat(phone.create(Sha256.ofText("4"), 50_000).status()).isEqualTo(201);
        }
    }

    @Test
    void aPhotoThatCameWholeIsCountedOnce() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(80_000, 9, 100, PACE))) {
            PhoneUnderTest phone = clinic.join();
            byte[] photo = EnvelopeApiTest.bytes(50_000, 1);
            phone.create(Sha256.of(photo), photo.length);
            phone.patch(Sha256.of(photo), 0, photo);
            assertThat(clinic.store.usage().bytesToday(phone.device)).isEqualTo(50_000);
            assertThat(clinic.store.uploads().counted(phone.device).missing()).isZero();
        }
    }

    @Test
    void anUploadInTooManyPartsBeginsAnew() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(1 << 20, 2, 3, PACE))) {
            PhoneUnderTest phone = clinic.join();
            byte[] photo = EnvelopeApiTest.bytes(100, 1);
            Sha256 name = Sha256.of(photo);
            phone.create(name, photo.length);
            for (int i = 0; i < 3; i++) {
                assertThat(phone.patch(name, i, new byte[] {photo[i]}).status()).isEqualTo(204);
            }
            assertThat(phone.patch(name, 3, new byte[] {photo[3]}).status()).isEqualTo(409);
            assertThat(clinic.store.uploads().find(new UploadId(name, phone.device)))
                    .isEmpty();
            phone.create(name, photo.length);
            assertThat(phone.patch(name, 0, photo).status()).isEqualTo(204);
            assertThat(clinic.store.envelopes().held(name)).isPresent();
        }
    }

    @Test
    void aPhoneBeginsOnlySoManyUploads() throws Exception {
        try (ClinicUnderTest clinic = ClinicUnderTest.overTls(folder, new Quotas(1 << 20, 2, 100, PACE))) {
            PhoneUnderTest phone = clinic.join();
            assertThat(phone.create(Sha256.ofText("1"), 10).status()).isEqualTo(201);
            assertThat(phone.create(Sha256.ofText("2"), 10).status()).isEqualTo(201);
            assertThat(phone.create(Sha256.ofText("2"), 10).status()).isEqualTo(201);
            assertThat(phone.create(Sha256.ofText("3"), 10).status()).isEqualTo(429);
            assertThat(clinic.join().create(Sha256.ofText("3"), 10).status()).isEqualTo(201);
        }
    }
}

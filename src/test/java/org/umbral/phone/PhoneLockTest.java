package org.umbral.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.phone.Intake.Shot;
import org.umbral.phone.device.Device;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.HowKnown;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.MovableClock;
import org.umbral.testing.Seeds;
import org.umbral.testing.TestClinic;
import org.umbral.testing.TestPhone;

/** The whole phone without a window: what lies in the clear, and until when. */
class PhoneLockTest {
    @TempDir
    Path home;

    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();
    private Phone phone;

    @BeforeEach
    void open() throws Exception {
        AtomicLong nanos = new AtomicLong();
        phone = Phone.open(
                Device.desktop(home, Optional.empty(), Runnable::run, () -> null),
                new PhoneThreads(threads, threads, threads, Runnable::run),
                new MovableClock("2026-11-20T21:00:00Z"),
                Seeds.repeatable(72),
                () -> nanos.addAndGet(2_000_000_000L),
                Locale.ENGLISH,
                Optional.empty());
        try (Passphrase words = TestPhone.passphrase()) {
            phone.create(words);
        }
    }

    @AfterEach
    void close() throws Exception {
        phone.close();
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCaptureThatCouldNotBeUsedDoesNotOutliveTheLockInTheClear() throws Exception {
        phone.outbox().link(new TestClinic(Seeds.repeatable(73)).link());
        Intake intake = phone.intake();
        CaseId id = consented(intake);
        ItemId evidence = intake.newItem(id, "evidence", ItemId.CASE);
        intake.expectPhoto(id, evidence);
        Path capture = leave("failed.capture");
        assertThat(catchThrowable(() -> intake.addPhoto(id, Shot.of(evidence), capture)))
                .isNotNull();
        assertThat(capture).exists();

        intake.leaveAll();
        phone.lock();

        assertThat(phone.captures()).isEmptyDirectory();
        try (Passphrase words = TestPhone.passphrase()) {
            phone.unlock(words);
        }
        assertThat(phone.intake().leftovers())
                .extracting(Intake.Leftover::evidence)
                .containsExactly(evidence);
    }

    @Test
    void aCameraThatAnswersAfterTheLockLeavesNothingInTheClear() throws Exception {
        phone.lock();
        leave("late.capture");

        phone.cameraReturned();
        threads.submit(() -> {}).get(20, TimeUnit.SECONDS);

        assertThat(phone.captures()).isEmptyDirectory();
    }

    private Path leave(String name) throws Exception {
        Files.createDirectories(phone.captures());
        return Files.write(phone.captures().resolve(name), new byte[] {1, 2, 3, 4});
    }

    private static CaseId consented(Intake intake) throws Exception {
        CaseId id = intake.begin(HowKnown.FACE_TO_FACE);
        ItemId person = intake.catalogue()
                .items(intake.read(id), "person", ItemId.CASE)
                .get(0)
                .id();
        for (String purpose : new String[] {"COLLECT_AND_STORE", "SHARE_WITH_CLINIC"}) {
            ItemId consent = intake.newItem(id, "consent", person);
            intake.write(id, consent, new FieldId("CON-02"), Value.text(purpose));
            intake.write(id, consent, new FieldId("CON-03"), Value.text("GIVEN"));
        }
        return id;
    }
}

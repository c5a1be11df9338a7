package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.FaultyDisk;
import org.umbral.clinic.FreePort;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.phone.Intake;
import org.umbral.phone.sync.LinkState;
import org.umbral.practice.Scenario;
import org.umbral.shared.AskThePerson;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.secret.Passphrase;
import org.umbral.testing.FaultyFiles;

/** What goes wrong is a sentence that a person understands, and nothing is lost. */
class LineFailuresTest {
    @TempDir
    Path folder;

    private final FaultyFiles files = new FaultyFiles();
    private LineFixture line;

    @BeforeEach
    void joined() throws Exception {
        line = LineFixture.joined(folder, files);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aWrongPassphraseIsSaidAndTheRightOneOpensStill() throws Exception {
        CaseId id = line.words();
        line.phone.lock();
        try (Passphrase wrong = Passphrase.of("four other fictitious words".toCharArray())) {
            assertFails(() -> line.phone.core().vaults().unlock(wrong), AskThePerson.class, "wrong-passphrase");
        }
        line.phone.unlock();
        assertThat(line.phone.intake().cases()).hasSize(1);
        line.awaitState(id, Delivery.State.DELIVERED);
    }

    @Test
    void anInvitationOfAnotherClinicIsNotTheClinicAtThisAddress() throws Exception {
        try (LineClinic other = LineClinic.setUpWithItsOwnKey(
                        folder.resolve("other"), line.clock, FreePort.take(), List.of(line.proxy.address()));
                LinePhone stranger = new LinePhone(folder.resolve("stranger"), line.clock)) {
            stranger.unlock();
            String text = other.invitation();
            assertFails(() -> stranger.join(text), GiveUp.class, "not-the-clinic");
            assertThat(stranger.core().outbox().link()).isEmpty();
            stranger.join(line.clinic.invitation());
        }
    }

    @Test
    void nothingGoesToAnotherClinicAtTheAddressOfOurs() throws Exception {
        line.clinic.stop();
        CaseId id;
        try (LineClinic other = LineClinic.setUpWithItsOwnKey(
                folder.resolve("other"), line.clock, line.clinic.port(), List.of(line.proxy.address()))) {
            id = line.words();
            await().atMost(LineFixture.PATIENCE)
                    .until(() -> line.phone.courier().progress().state() == LinkState.NOT_THE_CLINIC);
            assertThat(other.clinic().desk().unread().envelopes()).isZero();
            assertThat(line.phone.delivery(id).state()).isEqualTo(Delivery.State.KEPT_HERE);
        }
        line.clinic.start();
        line.phone.courier().wake();
        line.awaitState(id, Delivery.State.DELIVERED);
    }

    @Test
    void aFlippedByteOnThePhoneHoldsBackThatPhotoAlone() throws Exception {
        line.phone.courier().networkAllowed(false);
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        Path damaged;
        try (Stream<Path> sealed = Files.list(line.phone.home().resolve("sealed"))) {
            damaged = sealed.sorted().findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);

        line.phone.courier().networkAllowed(true);
        Delivery delivery = line.awaitState(captured.id(), Delivery.State.NEEDS_YOU);
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.delivery(captured.id()).sent() == 3);
        assertThat(delivery.items().stream().flatMap(item -> item.refused().stream()))
                .containsExactly("sealed-bytes-damaged");
        assertWords("sealed-bytes-damaged");
        try (StaffSession staff = line.clinic.reader()) {
            assertThat(line.clinic.clinic().desk().queue(staff))
                    .singleElement()
                    .extracting(Desk.QueueRow::photos, Desk.QueueRow::photosHere)
                    .containsExactly(3, 2);
        }
        assertThat(refusedPhotos(captured)).isEqualTo(1);
    }

    private int refusedPhotos(Captured captured) throws Failure {
        int refused = 0;
        for (ItemId page : captured.pages()) {
            Throwable damage = catchThrowable(() -> line.phone.intake().photo(captured.id(), page));
            if (damage instanceof GiveUp failure) {
                assertThat(failure.reason()).isEqualTo("sealed-bytes-damaged");
                refused++;
            }
        }
        return refused;
    }

    @Test
    void aFullPhoneSaysSoKeepsTheCaptureAndTakesItOnceThereIsRoom() throws Exception {
        Scenario scenario = Scenario.borderMedical();
        Scenario.Typed typed = scenario.type(line.phone.intake());
        Intake intake = line.phone.intake();
        ItemId letter = Objects.requireNonNull(typed.items().get("letter"));
        Path left = line.phone.leave("capture.jpg", LineFixture.capture(0));
        var before = intake.read(typed.caseId());

        files.fullFrom(1);
        assertFails(() -> intake.addPhoto(typed.caseId(), letter, left), TryAgain.class, "disk-full");
        assertThat(intake.read(typed.caseId())).isEqualTo(before);
        assertThat(left).exists();

        files.makeRoom();
        intake.addPhoto(typed.caseId(), letter, left);
        assertThat(left).doesNotExist();
        intake.leave(typed.caseId());
        assertThat(line.awaitState(typed.caseId(), Delivery.State.DELIVERED).total())
                .isEqualTo(2);
    }

    @Test
    void aFullClinicIsBusyAndTakesEverythingOnceThereIsRoom() throws Exception {
        line.phone.courier().networkAllowed(false);
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        line.clinic.disk().fail(FaultyDisk.Fault.WRITE);
        line.phone.courier().networkAllowed(true);
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.courier().progress().state() == LinkState.CLINIC_BUSY);
        assertThat(line.phone.delivery(captured.id()).sent()).isZero();

        line.clinic.disk().fail(FaultyDisk.Fault.NONE);
        line.phone.courier().wake();
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
    }

    private static void assertFails(ThrowingCallable call, Class<? extends Failure> kind, String reason)
            throws IOException {
        assertThatThrownBy(call)
                .isInstanceOf(kind)
                .extracting(e -> ((Failure) e).reason())
                .isEqualTo(reason);
        assertWords(reason);
    }

    private static void assertWords(String reason) throws IOException {
        for (String language : List.of("en", "es")) {
            String bundle = "/org/umbral/phone/failures_" + language + ".properties";
            Properties words = new Properties();
            try (Reader in = new InputStreamReader(
                    Objects.requireNonNull(Intake.class.getResourceAsStream(bundle)), StandardCharsets.UTF_8)) {
                words.load(in);
            }
            assertThat(words.getProperty("failure." + reason)).as(reason).isNotBlank();
        }
    }
}

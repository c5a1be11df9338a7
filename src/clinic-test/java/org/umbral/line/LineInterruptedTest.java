package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Uploads;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.phone.store.Waiting;
import org.umbral.phone.sync.LinkState;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;

class LineInterruptedTest {
    private static final long HELD_AFTER = 500_000;
    private static final long AROUND_THE_BYTES = 40_000;

    @TempDir
    Path folder;

    private LineFixture line;

    @BeforeEach
    void joined() throws Exception {
        line = LineFixture.joined(folder);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void aClinicKilledInMidUploadGoesOnFromTheBytesThatItHad() throws Exception {
        line.phone.courier().networkAllowed(false);
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        List<Waiting> photos = line.phone.core().outbox().waiting().stream()
                .filter(item -> item.lane().isEvidence())
                .toList();
        line.clinic.stop();
        Process clinic = ClinicChild.start(line);
        line.proxy.holdAfter(HELD_AFTER);
        line.phone.courier().networkAllowed(true);
        await().atMost(LineFixture.PATIENCE).until(() -> line.proxy.holds() && hasPart());

        clinic.destroyForcibly().waitFor();
        line.proxy.cut();
        long all = photos.stream().mapToLong(Waiting::size).sum();
        long had = held(photos);
        assertThat(had).isBetween(1L, all - 1);
        line.proxy.countAnew();
        line.proxy.letGo();
        line.clinic.start();
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
        System.out.println("killed in mid-upload: of " + all + " bytes the clinic had " + had + "; sent after: "
                + line.proxy.up());
        assertThat(line.proxy.up()).isLessThan(all - had + AROUND_THE_BYTES);
        try (StaffSession staff = line.clinic.login()) {
            assertThat(line.clinic.clinic().desk().queue(staff))
                    .singleElement()
                    .extracting(Desk.QueueRow::photosHere)
                    .isEqualTo(3);
        }
    }

    private boolean hasPart() throws IOException {
        try (Stream<Path> files = Files.walk(line.clinic.folder().resolve("envelopes"))) {
            return files.anyMatch(file -> file.getFileName().toString().contains("."));
        }
    }

    private long held(List<Waiting> photos) throws Failure {
        long held = 0;
        try (ClinicStore store = line.clinic.store()) {
            for (Waiting photo : photos) {
                held += store.envelopes().find(photo.name()).isPresent()
                        ? photo.size()
                        : store.uploads()
                                .find(photo.name())
                                .map(Uploads.Half::offset)
                                .orElse(0L);
            }
        }
        return held;
    }

    @Test
    void aRevokedPhoneKeepsItsQueueSaysSoAndDeliversAfterJoiningAgain() throws Exception {
        CaseId before = line.words();
        line.awaitState(before, Delivery.State.DELIVERED);
        line.clock.move(Duration.ofMinutes(1));
        try (StaffSession staff = line.clinic.login()) {
            Phones phones = line.clinic.clinic().phones();
            phones.revoke(staff, phones.list(staff).get(0).device());
        }
        line.clock.move(Duration.ofMinutes(1));
        CaseId after = line.words();
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.courier().progress().state() == LinkState.REVOKED);
        assertThat(line.phone.core().outbox().waitingCount()).isEqualTo(1);
        assertThat(line.phone.delivery(after).state()).isEqualTo(Delivery.State.KEPT_HERE);

        line.phone.join(line.clinic.invitation());
        line.awaitState(after, Delivery.State.DELIVERED);
        try (StaffSession staff = line.clinic.login()) {
            Desk desk = line.clinic.clinic().desk();
            // The invitation that staff made for the same key is what confirms it.
            assertThat(desk.queue(staff)).extracting(Desk.QueueRow::id).containsExactlyInAnyOrder(before, after);
            assertThat(desk.quarantine(staff)).isEmpty();
            assertThat(line.clinic.clinic().phones().list(staff))
                    .extracting(Phones.Phone::state)
                    .contains(Phones.State.REVOKED, Phones.State.JOINED);
        }
    }
}

package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.enrol.Phones;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.UploadId;
import org.umbral.clinic.store.Uploads;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.phone.store.Waiting;
import org.umbral.phone.sync.LinkState;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;

class LineInterruptedTest extends OnTheLine {
    /** Of the last photo: more than two of the pieces that the clinic keeps at a time. */
    private static final long HELD_AFTER = 1_200_000;

    private static final long AROUND_THE_BYTES = 40_000;

    @Test
    void aClinicKilledInMidUploadGoesOnFromTheBytesThatItHad() throws Exception {
        line.phone.courier().networkAllowed(false);
        Captured captured = line.capture();
        line.phone.intake().addPhoto(captured.id(), captured.evidence(), line.phone.leave("large.jpg", large()));
        line.phone.intake().leave(captured.id());
        List<Waiting> photos = line.phone.core().outbox().waiting().stream()
                .filter(item -> item.lane().isEvidence())
                .toList();
        line.clinic.stop();
        Process clinic = ClinicChild.start(line);
        Waiting last = photos.get(photos.size() - 1);
        long all = photos.stream().mapToLong(Waiting::size).sum();
        line.proxy.holdAfter(all - last.size() + HELD_AFTER);
        line.phone.courier().networkAllowed(true);
        await().atMost(LineFixture.PATIENCE).until(() -> line.proxy.holds() && parts(last) > 1);

        clinic.destroyForcibly().waitFor();
        line.proxy.cut();
        long had = held(photos);
        assertThat(had).isBetween(all - last.size() + 1, all - 1);
        line.proxy.countAnew();
        line.proxy.letGo();
        line.clinic.start();
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
        System.out.println("killed in mid-upload: of " + all + " bytes the clinic had " + had + "; sent after: "
                + line.proxy.up());
        assertThat(line.proxy.up()).isLessThan(all - had + AROUND_THE_BYTES);
        try (StaffSession staff = line.clinic.reader()) {
            assertThat(line.clinic.clinic().desk().queue(staff))
                    .singleElement()
                    .extracting(Desk.QueueRow::photosHere)
                    .isEqualTo(4);
        }
    }

    /** Once a second part lies there, the first one counts. */
    private long parts(Waiting photo) throws IOException {
        try (Stream<Path> files = Files.walk(line.clinic.folder().resolve("envelopes"))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith(photo.name().hex()))
                    .count();
        }
    }

    /** Noise does not get small. */
    private static byte[] large() throws IOException {
        BufferedImage noise = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(20261121);
        for (int y = 0; y < noise.getHeight(); y++) {
            for (int x = 0; x < noise.getWidth(); x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(noise, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    private long held(List<Waiting> photos) throws Failure {
        long held = 0;
        try (ClinicStore store = line.clinic.store()) {
            String device = store.devices().list().get(0).id();
            for (Waiting photo : photos) {
                held += store.envelopes().find(photo.name()).isPresent()
                        ? photo.size()
                        : store.uploads()
                                .find(new UploadId(photo.name(), device))
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
        revoke();
        CaseId after = line.words();
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.courier().progress().state() == LinkState.REVOKED);
        assertThat(line.phone.core().outbox().waitingCount()).isEqualTo(1);
        assertThat(line.phone.delivery(after).state()).isEqualTo(Delivery.State.KEPT_HERE);

        line.phone.join(line.clinic.invitation());
        line.awaitState(after, Delivery.State.DELIVERED);
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            // The invitation that staff made for the same key is what confirms it.
            assertThat(desk.queue(staff)).extracting(Desk.QueueRow::id).containsExactlyInAnyOrder(before, after);
            assertThat(desk.quarantine(staff)).isEmpty();
            assertThat(line.clinic.clinic().phones().list(staff))
                    .extracting(Phones.Phone::state)
                    .contains(Phones.State.LOST, Phones.State.JOINED);
        }
    }

    @Test
    void whatARevokedKeySignedWaitsAsideWhereThePhoneJoinsWithNewKeys() throws Exception {
        revoke();
        CaseId id = line.words();
        line.phone.cross();
        assertThat(line.phone.core().outbox().waitingCount()).isEqualTo(1);

        line.phone.unlock();
        line.phone.join(line.clinic.invitation());
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.core().outbox().waitingCount() == 0);
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            assertThat(desk.queue(staff)).extracting(Desk.QueueRow::id).doesNotContain(id);
            assertThat(desk.quarantine(staff))
                    .singleElement()
                    .extracting(Desk.Quarantined::reason)
                    .isEqualTo("revoked-key");
        }
    }

    private void revoke() throws Failure {
        line.clock.move(Duration.ofMinutes(1));
        try (StaffSession staff = line.clinic.reader()) {
            Phones phones = line.clinic.clinic().phones();
            phones.revoke(staff, phones.list(staff).get(0).device(), Phones.Why.LOST);
        }
        line.clock.move(Duration.ofMinutes(1));
    }
}

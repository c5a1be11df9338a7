package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.phone.sync.LinkState;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.ItemId;

class LineTest extends OnTheLine {
    @Test
    void aCapturedCaseArrivesIsOpenedAndThePhoneSaysWhen() throws Exception {
        Captured captured = line.capture();
        CaseFile typed = line.phone.intake().read(captured.id());
        assertThat(line.phone.delivery(captured.id()).state()).isEqualTo(Delivery.State.DRAFT);
        line.phone.intake().leave(captured.id());

        Delivery delivered = line.awaitState(captured.id(), Delivery.State.DELIVERED);
        assertThat(delivered.sent()).isEqualTo(4);
        assertThat(delivered.total()).isEqualTo(4);
        assertThat(delivered.deliveredAt()).contains(line.clock.instant());

        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            List<Desk.QueueRow> queue = desk.queue(staff);
            assertThat(queue).hasSize(1);
            assertThat(queue.get(0).photosHere()).isEqualTo(3);
            Desk.CasePage page = desk.open(staff, captured.id());
            assertThat(page.caseFile()).isEqualTo(typed);
            assertThat(photosAt(desk, staff, captured.id(), page)).containsExactlyInAnyOrderElementsOf(own(captured));
        }
        line.phone.courier().wake();
        Delivery opened = line.awaitState(captured.id(), Delivery.State.OPENED);
        assertThat(opened.openedAt()).contains(line.clock.instant());
    }

    private static List<Sha256> photosAt(Desk desk, StaffSession staff, CaseId id, Desk.CasePage page)
            throws Failure, IOException {
        List<Sha256> hashes = new ArrayList<>();
        for (Desk.Photo photo : page.photos()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            desk.photo(staff, id, photo.envelope(), out);
            var image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
            assertThat(image.getWidth()).isEqualTo(photo.width());
            assertThat(image.getHeight()).isEqualTo(photo.height());
            hashes.add(Sha256.of(out.toByteArray()));
        }
        return hashes;
    }

    private List<Sha256> own(Captured captured) throws Failure, IOException {
        List<Sha256> hashes = new ArrayList<>();
        for (ItemId page : captured.pages()) {
            hashes.add(Sha256.of(LinePhone.bytes(
                    line.phone.intake().photo(captured.id(), page).orElseThrow())));
        }
        return hashes;
    }

    @Test
    void whatIsCapturedOfflineArrivesByItselfOnceTheNetworkIsBack() throws Exception {
        line.phone.courier().networkAllowed(false);
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        assertThat(line.phone.courier().progress().state()).isEqualTo(LinkState.SWITCHED_OFF);
        assertThat(line.phone.delivery(captured.id()).state()).isEqualTo(Delivery.State.KEPT_HERE);

        line.phone.courier().networkAllowed(true);
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
    }

    @Test
    void aStoppedClinicGetsTheCaseByItselfOnceItIsBack() throws Exception {
        line.clinic.stop();
        CaseId id = line.words();
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.courier().progress().state() == LinkState.NO_CONNECTION);
        assertThat(line.phone.delivery(id).state()).isEqualTo(Delivery.State.KEPT_HERE);

        line.clinic.start();
        line.awaitState(id, Delivery.State.DELIVERED);
        assertSeenOnce(id);
    }

    @Test
    void theOutboxDrainsWhileTheVaultIsShut() throws Exception {
        line.phone.courier().networkAllowed(false);
        Captured captured = line.capture();
        line.phone.lock();
        line.phone.courier().networkAllowed(true);
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.core().outbox().waitingCount() == 0);

        assertSeenOnce(captured.id());
        line.phone.unlock();
        // As the app does when it comes to the front: by itself it looks again after twenty seconds.
        line.phone.courier().wake();
        line.awaitState(captured.id(), Delivery.State.OPENED);
    }

    @Test
    void aRestartedPhoneSendsWhatItHadWithoutItsPassphrase() throws Exception {
        line.clinic.stop();
        CaseId id = line.words();
        line.phone.close();
        line.clinic.start();
        line.phone.open();
        line.phone.start();
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.core().outbox().waitingCount() == 0);
        line.phone.unlock();
        line.awaitState(id, Delivery.State.DELIVERED);
        assertSeenOnce(id);
    }

    private void assertSeenOnce(CaseId id) throws Failure {
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            assertThat(desk.queue(staff)).extracting(Desk.QueueRow::id).containsExactly(id);
            assertThat(desk.open(staff, id).caseFile().entries()).hasSize(1);
            assertThat(desk.quarantine(staff)).isEmpty();
        }
    }
}

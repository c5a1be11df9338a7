package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Gaps;
import org.umbral.clinic.store.StoredEnvelope;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.testing.FolderTree;

/** Rule R8: the clinic comes back from an older copy of its folder. */
class LineRestoreTest extends OnTheLine {
    private static final String NEW_EPOCH = "restored-1";

    @Test
    void aPhoneOffersAgainWhatARestoredClinicLost() throws Exception {
        CaseId first = line.words();
        line.awaitState(first, Delivery.State.DELIVERED);
        backUp();
        Captured second = line.capture();
        line.phone.intake().leave(second.id());
        line.awaitState(second.id(), Delivery.State.DELIVERED);

        restore();
        line.phone.courier().wake();
        awaitEpoch();
        line.awaitState(second.id(), Delivery.State.DELIVERED);
        line.awaitState(first, Delivery.State.DELIVERED);
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            List<Desk.QueueRow> queue = desk.queue(staff);
            assertThat(queue).extracting(Desk.QueueRow::id).containsExactlyInAnyOrder(first, second.id());
            for (Desk.QueueRow row : queue) {
                assertThat(row.photosHere()).isEqualTo(row.photos());
                assertThat(desk.open(staff, row.id()).caseFile().entries()).hasSize(1);
            }
            assertThat(desk.quarantine(staff)).isEmpty();
        }
    }

    @Test
    void whatThePhoneNoLongerHasIsReportedAsAGap() throws Exception {
        backUp();
        CaseId lost = line.words();
        line.awaitState(lost, Delivery.State.DELIVERED);
        String epoch = line.phone.core().outbox().epoch().orElseThrow();
        String now = line.clock.instant().toString();
        line.clinic.write(DocumentKind.POLICY, new Documents.Policy(1, 0, 7, 30));
        line.clinic.write(DocumentKind.BACKUP_MARK, new Documents.BackupMark(1, epoch, 1000, now));
        line.phone.courier().wake();
        await().atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.intake().tidy();
            return line.phone.core().outbox().mailCursor().isPresent()
                    && !line.phone.intake().tidy()
                    && isForgotten(lost);
        });

        restore();
        line.phone.courier().wake();
        awaitEpoch();
        try (ClinicStore store = line.clinic.store()) {
            await().atMost(LineFixture.PATIENCE).until(() -> store.gaps().list().size() == 1);
            Gaps.Gap gap = store.gaps().list().get(0);
            assertThat(gap.receivedAt()).isEqualTo(now);
            assertThat(gap.size()).isPositive();
        }
    }

    @Test
    void aPhoneThatEndedBeforeItAskedTheRestoredClinicReportsItsGapAtTheNextStart() throws Exception {
        backUp();
        CaseId lost = line.words();
        line.awaitState(lost, Delivery.State.DELIVERED);
        String epoch = line.phone.core().outbox().epoch().orElseThrow();
        line.clinic.write(DocumentKind.POLICY, new Documents.Policy(1, 0, 7, 30));
        line.clinic.write(
                DocumentKind.BACKUP_MARK,
                new Documents.BackupMark(1, epoch, 1000, line.clock.instant().toString()));
        line.phone.courier().wake();
        await().atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.intake().tidy();
            return line.phone.core().outbox().mailCursor().isPresent() && isForgotten(lost);
        });
        line.phone.intake().tidy();
        line.phone.close();

        restore();
        LinePhone ends = new LinePhone(line.phone.home(), line.clock, PhoneFiles.onDisk(), point -> {
            if (point.equals("epoch-done")) {
                throw new IllegalStateException("ended here");
            }
        });
        ends.start();
        await().atMost(LineFixture.PATIENCE)
                .dontCatchUncaughtExceptions()
                .until(() -> ends.core().outbox().epoch().orElse("").equals(NEW_EPOCH));
        ends.close();
        assertThat(line.clinic.gaps()).isEmpty();

        line.phone.open();
        line.phone.start();
        await().atMost(LineFixture.PATIENCE).until(() -> line.clinic.gaps().size() == 1);
    }

    @Test
    void aRestoreThatNobodyAnnouncedIsNoticedByWhereTheClinicStands() throws Exception {
        CaseId first = line.words();
        line.awaitState(first, Delivery.State.DELIVERED);
        backUp();
        Captured second = line.capture();
        line.phone.intake().leave(second.id());
        line.awaitState(second.id(), Delivery.State.DELIVERED);
        int envelopes = held();
        String epoch = line.clinic.epoch();

        restoreSilently();
        assertThat(held()).isLessThan(envelopes);
        assertThat(line.clinic.epoch()).isEqualTo(epoch);
        line.phone.courier().wake();
        await().atMost(LineFixture.PATIENCE).until(() -> held() == envelopes);
        line.awaitState(second.id(), Delivery.State.DELIVERED);
    }

    @Test
    void aRestoreThatNobodyAnnouncedIsNoticedAlsoWhereOthersGotThePositionsSince() throws Exception {
        backUp();
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
        List<StoredEnvelope> lost = envelopes();

        restoreSilently();
        assertThat(envelopes()).isEmpty();
        othersDeliver(lost.size() + 1);
        line.phone.courier().wake();

        await().atMost(LineFixture.PATIENCE)
                .until(() -> envelopes().stream()
                        .map(StoredEnvelope::sha256)
                        .toList()
                        .containsAll(lost.stream().map(StoredEnvelope::sha256).toList()));
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
    }

    private void othersDeliver(int envelopes) throws Failure {
        try (ClinicStore store = line.clinic.store()) {
            for (int i = 0; i < envelopes; i++) {
                byte[] sealed = ("sealed by another phone " + i).getBytes(StandardCharsets.UTF_8);
                store.envelopes().keep(Sha256.of(sealed), sealed, "another", false);
            }
        }
    }

    private List<StoredEnvelope> envelopes() throws Failure {
        try (ClinicStore store = line.clinic.store()) {
            return store.envelopes().since(0, 100);
        }
    }

    private int held() throws Failure {
        return envelopes().size();
    }

    private boolean isForgotten(CaseId id) throws Failure, IOException {
        return line.phone.intake().cases().stream()
                .filter(row -> row.id().equals(id))
                .allMatch(row -> row.name().isEmpty());
    }

    private void awaitEpoch() {
        await().atMost(LineFixture.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> line.phone.core().outbox().epoch().orElse("").equals(NEW_EPOCH));
    }

    private void backUp() throws Failure, IOException {
        line.clinic.stop();
        FolderTree.copy(line.clinic.folder(), folder.resolve("backup"));
        line.clinic.start();
    }

    /** As a machine's snapshot brings it back: the files are the same, and what is in them is older. */
    private void restoreSilently() throws Failure, IOException {
        line.clinic.stop();
        Path older = folder.resolve("backup");
        try (Stream<Path> all = Files.walk(line.clinic.folder())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path before = older.resolve(line.clinic.folder().relativize(file));
                if (!Files.exists(before)) {
                    Files.delete(file);
                } else if (!Arrays.equals(Files.readAllBytes(before), Files.readAllBytes(file))) {
                    Files.write(file, Files.readAllBytes(before));
                }
            }
        }
        line.clinic.start();
    }

    private void restore() throws Failure, IOException {
        line.clinic.stop();
        FolderTree.delete(line.clinic.folder());
        FolderTree.copy(folder.resolve("backup"), line.clinic.folder());
        try (ClinicStore store = line.clinic.store()) {
            store.state().put("epoch", NEW_EPOCH);
        }
        line.clinic.start();
    }
}

package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseFile;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.FieldId;
import org.umbral.shared.casefile.ItemId;
import org.umbral.shared.casefile.Value;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;

/** Forgetting as design §4 says it, on both ends. */
class LineForgettingTest extends OnTheLine {
    private static final FieldId NAME = new FieldId("PER-02");
    private static final FieldId URGENCY = new FieldId("CAS-06");
    private static final String NOW = "NOW_LIFE_THREATENING";

    @Test
    void theReadableCopyGoesAfterThreeDaysAndAnEditOnTheStubSupersedes() throws Exception {
        CaseId id = line.words();
        line.awaitState(id, Delivery.State.DELIVERED);
        line.clock.move(Duration.ofHours(71));
        line.phone.intake().tidy();
        assertThat(names(line.phone.intake().read(id))).isPositive();

        line.clock.move(Duration.ofHours(2));
        assertThat(line.phone.intake().tidy())
                .as("it is open before the worker")
                .isFalse();
        line.phone.intake().leave(id);
        assertThat(line.phone.intake().tidy()).isTrue();
        CaseFile stub = line.phone.intake().read(id);
        assertThat(names(stub)).isZero();
        assertThat(line.phone.intake().cases()).hasSize(1);

        line.phone.intake().write(id, ItemId.CASE, URGENCY, Value.text(NOW));
        line.phone.intake().leave(id);
        line.awaitState(id, Delivery.State.DELIVERED);
        try (StaffSession staff = line.clinic.login()) {
            Desk desk = line.clinic.clinic().desk();
            assertThat(desk.queue(staff)).singleElement().matches(Desk.QueueRow::isEmergency);
            CaseFile whole = desk.open(staff, id).caseFile();
            assertThat(whole.entries()).hasSize(2);
            assertThat(whole.hasConflicts()).isFalse();
            assertThat(whole.answer(ItemId.CASE, URGENCY).orElseThrow().settled())
                    .contains(Value.text(NOW));
            assertThat(names(whole)).isPositive();
            assertThat(desk.quarantine(staff)).isEmpty();
        }
    }

    @Test
    void aBackupMarkLetsTheSealedBytesGoAndReceiptsStay() throws Exception {
        Captured captured = delivered();
        line.clock.move(Duration.ofHours(73));
        line.phone.intake().tidy();
        assertThat(sealedFiles()).isEqualTo(3);

        String epoch = line.phone.core().outbox().epoch().orElseThrow();
        line.clinic.write(
                DocumentKind.BACKUP_MARK,
                new Documents.BackupMark(1, epoch, 1000, line.clock.instant().toString()));
        line.phone.courier().wake();
        await().atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.intake().tidy();
            return sealedFiles() == 0;
        });
        Delivery delivery = line.phone.delivery(captured.id());
        assertThat(delivery.sent()).isEqualTo(4);
        assertThat(line.phone.core().outbox().waitingCount()).isZero();
    }

    @Test
    void aMarkThatIsBehindTheReceiptsLetsNothingGo() throws Exception {
        delivered();
        line.clock.move(Duration.ofHours(73));
        String epoch = line.phone.core().outbox().epoch().orElseThrow();
        line.clinic.write(
                DocumentKind.BACKUP_MARK,
                new Documents.BackupMark(1, epoch, 0, line.clock.instant().toString()));
        CaseId later = line.words();
        line.awaitState(later, Delivery.State.DELIVERED);
        line.phone.intake().tidy();
        assertThat(sealedFiles()).isEqualTo(3);
    }

    @Test
    void withoutAMarkTheSealedBytesGoAfterThirtyDaysOfServerTime() throws Exception {
        delivered();
        line.clock.move(Duration.ofDays(31));
        line.phone.intake().tidy();
        // The phone's own clock says nothing here: only a later receipt shows the server's time.
        assertThat(sealedFiles()).isEqualTo(3);

        CaseId later = line.words();
        line.awaitState(later, Delivery.State.DELIVERED);
        line.phone.intake().tidy();
        assertThat(sealedFiles()).isZero();
    }

    private Captured delivered() throws Failure, IOException {
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
        return captured;
    }

    private static long names(CaseFile caseFile) {
        return caseFile.items().values().stream()
                .flatMap(item -> item.answer(NAME).stream())
                .flatMap(answer -> answer.held().stream())
                .filter(held -> held.value().asText().isPresent())
                .count();
    }

    private long sealedFiles() throws IOException {
        try (Stream<Path> files = Files.list(line.phone.home().resolve("sealed"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}

package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.line.LineFixture.Captured;
import org.umbral.phone.Delivery;
import org.umbral.phone.store.Waiting;
import org.umbral.phone.sync.LinkState;
import org.umbral.practice.Scenario;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;

/** What either end does about a call in whose middle the other ended, as `protocol.md` says. */
class LineCrashTest extends OnTheLine {
    /** So few that a phone sends them without an answer. */
    private static final long LAST_BYTES = 12_000;

    /** Without the bytes of any photo. */
    private static final long AROUND_THE_BYTES = 40_000;

    /** More than a handshake, less than the catalogue that comes with a join. */
    private static final long IN_MID_ANSWER = 8_000;

    @Test
    void anEnvelopeWhoseClinicEndsBetweenItsFileAndItsRowIsTakenAgainAndIsThereOnce() throws Exception {
        line.clinic.stop();
        Process clinic = HaltingClinic.start(line);
        CaseId id = line.words();
        line.phone.courier().wake();
        assertThat(clinic.waitFor()).isEqualTo(HaltingClinic.HALTED);
        assertThat(line.clinic.held()).as("a file without a row is nothing").isEmpty();
        line.clinic.start();
        line.phone.courier().wake();
        line.awaitState(id, Delivery.State.DELIVERED);
        assertOnce(id, 0);
    }

    @Test
    void anEnvelopeWhoseAnswerIsLostIsReceiptedAgainAndIsThereOnce() throws Exception {
        CaseId first = line.words();
        line.awaitState(first, Delivery.State.DELIVERED);
        line.proxy.holdAnswersAfter(0);
        CaseId id = line.words();
        await().atMost(LineFixture.PATIENCE).until(() -> line.clinic.held().size() == 2);
        assertThat(line.phone.core().outbox().waitingCount()).isEqualTo(1);
        line.clinic.stop();
        line.proxy.cut();
        line.proxy.letGo();
        line.clinic.start();
        line.phone.courier().wake();
        line.awaitState(id, Delivery.State.DELIVERED);
        assertThat(line.clinic.held()).hasSize(2);
        assertOnce(id, 0);
    }

    @Test
    void aPhotoWhoseLastAnswerIsLostIsNotSentAgain() throws Exception {
        Captured captured = captureOffline();
        List<Waiting> photos = photos();
        holdInTheLastOf(photos);
        line.proxy.holdAnswersAfter(0);
        line.proxy.holdAfter(Integer.MAX_VALUE);
        await().atMost(LineFixture.PATIENCE).until(() -> line.clinic.held().size() == 1 + photos.size());
        assertThat(line.phone.core().outbox().waitingCount()).isPositive();
        line.proxy.countAnew();
        line.proxy.cut();
        line.proxy.letGo();
        line.phone.courier().wake();
        line.awaitState(captured.id(), Delivery.State.DELIVERED);
        assertThat(line.proxy.up()).isLessThan(AROUND_THE_BYTES);
        assertOnce(captured.id(), photos.size());
    }

    private Captured captureOffline() throws Failure, IOException {
        line.phone.courier().networkAllowed(false);
        Captured captured = line.capture();
        line.phone.intake().leave(captured.id());
        return captured;
    }

    private List<Waiting> photos() throws Failure {
        return line.phone.core().outbox().waiting().stream()
                .filter(item -> item.lane().isEvidence())
                .toList();
    }

    /** Lets everything go to the clinic but the end of the last photo; what is before it is receipted. */
    private void holdInTheLastOf(List<Waiting> photos) {
        long all = photos.stream().mapToLong(Waiting::size).sum();
        line.proxy.holdAfter(all - LAST_BYTES);
        line.phone.courier().networkAllowed(true);
        await().atMost(LineFixture.PATIENCE).until(line.proxy::holds);
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.core().outbox().waitingCount() == 1);
    }

    private static long last(List<Waiting> photos) {
        return photos.get(photos.size() - 1).size();
    }

    @Test
    void aPhoneThatEndsInMidUploadGoesOnFromTheBytesThatTheClinicHasWithoutItsPassphrase() throws Exception {
        Captured captured = captureOffline();
        List<Waiting> photos = photos();
        holdInTheLastOf(photos);
        line.phone.close();
        line.proxy.cut();
        line.proxy.countAnew();
        line.proxy.letGo();
        line.phone.open();
        line.phone.start();
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.core().outbox().waitingCount() == 0);
        assertThat(line.proxy.up()).isLessThan(last(photos) + AROUND_THE_BYTES);
        assertOnce(captured.id(), photos.size());
    }

    @Test
    void aJoinWhoseAnswerIsLostIsRepeatedAfterARestartAndIsOneDevice() throws Exception {
        String invitation = line.clinic.invitation();
        LinePhone other = new LinePhone(folder.resolve("other"), line.clock);
        other.unlock();
        line.proxy.holdAnswersAfter(IN_MID_ANSWER);
        CompletableFuture<?> join = CompletableFuture.runAsync(() -> {
            try {
                other.join(invitation);
            } catch (Failure lost) {
                throw new IllegalStateException(lost);
            }
        });
        await().atMost(LineFixture.PATIENCE).until(() -> devices() == 2);
        line.proxy.cut();
        line.proxy.letGo();
        assertThat(join).failsWithin(LineFixture.PATIENCE);
        assertThat(other.core().outbox().link()).isEmpty();
        other.close();

        try (LinePhone again = new LinePhone(folder.resolve("other"), line.clock)) {
            again.start();
            again.unlock();
            again.join(invitation);
            assertThat(devices()).isEqualTo(2);
            CaseId id = Scenario.borderMedical().type(again.intake()).caseId();
            again.intake().leave(id);
            await().atMost(LineFixture.PATIENCE).until(() -> again.waitingCount() == 0);
            assertOnce(id, 0);
        }
    }

    @Test
    void lettersWhoseAnswerIsLostComeWithTheNextLookAndOnce() throws Exception {
        CaseId id = line.words();
        line.awaitState(id, Delivery.State.DELIVERED);
        long before = letters();
        line.clinic.write(DocumentKind.POLICY, new Documents.Policy(1, 72, 7, 30));
        line.proxy.holdAnswersAfter(0);
        line.phone.courier().wake();
        await().atMost(LineFixture.PATIENCE).until(line.proxy::holdsAnswers);
        assertThat(letters()).isEqualTo(before);
        line.proxy.cut();
        line.proxy.letGo();
        line.phone.courier().wake();
        await().atMost(LineFixture.PATIENCE).until(() -> letters() == before + 1);
        // The next letter comes after whatever would come again.
        line.clinic.write(DocumentKind.POLICY, new Documents.Policy(2, 72, 7, 30));
        line.phone.courier().wake();
        await().atMost(LineFixture.PATIENCE).until(() -> letters() > before + 1);
        await().atMost(LineFixture.PATIENCE)
                .until(() -> line.phone.courier().progress().state() == LinkState.IDLE);
        assertThat(letters()).isEqualTo(before + 2);
    }

    private long letters() throws SQLException {
        try (Connection phone = DriverManager.getConnection(
                        "jdbc:sqlite:" + line.phone.home().resolve("umbral.db"));
                Statement count = phone.createStatement();
                ResultSet rows = count.executeQuery("select count(*) from letter")) {
            return rows.getLong(1);
        }
    }

    private int devices() throws Failure {
        try (ClinicStore store = line.clinic.store()) {
            return store.devices().list().size();
        }
    }

    private void assertOnce(CaseId id, int photos) throws Failure {
        try (StaffSession staff = line.clinic.reader()) {
            Desk desk = line.clinic.clinic().desk();
            assertThat(desk.queue(staff)).extracting(Desk.QueueRow::id).containsOnlyOnce(id);
            Desk.CasePage page = desk.open(staff, id);
            assertThat(page.caseFile().entries()).hasSize(1);
            assertThat(page.photos()).hasSize(photos).allMatch(Desk.Photo::here);
            assertThat(page.photos()).extracting(Desk.Photo::envelope).doesNotHaveDuplicates();
            assertThat(desk.quarantine(staff)).isEmpty();
        }
    }
}

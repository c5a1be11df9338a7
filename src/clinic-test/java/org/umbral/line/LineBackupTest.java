package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.umbral.clinic.casework.Desk;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.Gaps;
import org.umbral.phone.Delivery;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.testing.FolderTree;

/**
 * Yesterday's backup comes back after phones have delivered more and forgotten what they could read (rules R2 and R8):
 * everything that was receipted since is back after the next sync, or named as a gap.
 */
class LineBackupTest extends OnTheLine {
    private static final Duration FORGOTTEN = Duration.ofHours(73);
    private static final Duration TERM_PASSED = Duration.ofDays(31);

    /** Three cases, and every envelope that was receipted. */
    private record Before(CaseId inBackup, CaseId lost, CaseId kept, Set<Sha256> receipted) {}

    @Test
    void afterRestoreEverythingReceiptedIsBackOrNamedAsAGap() throws Exception {
        Before before = forgetAfterBackup(() -> line.clinic.backUp(folder.resolve("backups")));
        line.clinic.stop();
        FolderTree.delete(line.clinic.folder());
        line.clinic.backups().restore(folder.resolve("backups"), line.clinic.folder());
        line.clinic.start();
        assertNothingIsMissingUnnamed(before);
    }

    @Test
    void afterAPlainCopyEverythingReceiptedIsBackOrNamedAsAGap() throws Exception {
        Before before = forgetAfterBackup(() -> {
            line.clinic.stop();
            FolderTree.copy(line.clinic.folder(), folder.resolve("copy"));
            line.clinic.start();
            // The mark that a backup command would have left, of a clinic that also has one elsewhere.
            return line.clinic.backUp(folder.resolve("elsewhere"));
        });
        String epoch = line.clinic.epoch();
        line.clinic.stop();
        FolderTree.delete(line.clinic.folder());
        FolderTree.copy(folder.resolve("copy"), line.clinic.folder());
        line.clinic.start();
        assertThat(line.clinic.epoch())
                .as("a copied folder begins another life")
                .isNotEqualTo(epoch);
        assertNothingIsMissingUnnamed(before);
    }

    @Test
    void aClinicThatOnlyStartsAgainLivesOn() throws Exception {
        String epoch = line.clinic.epoch();
        line.clinic.stop();
        line.clinic.start();
        assertThat(line.clinic.epoch()).isEqualTo(epoch);
    }

    @Test
    void theMarkIsSignedAtTheNextLoginAndLetsSealedBytesGo() throws Exception {
        CaseId id = line.words();
        line.awaitState(id, Delivery.State.DELIVERED);
        line.clinic.backUp(folder.resolve("backups"));
        line.phone.courier().wake();
        line.phone.intake().tidy();
        assertThat(sealedHere()).as("nobody has signed the mark").isPositive();
        line.openAtTheClinic(id);
        awaitSealedHere(0);
        assertThat(line.clinic.gaps()).isEmpty();
    }

    /** Three cases: one in the backup; one that the phone had to let go since; one that it still holds sealed. */
    private Before forgetAfterBackup(Callable<?> backUp) throws Exception {
        CaseId inBackup = delivered();
        backUp.call();
        line.openAtTheClinic(inBackup);
        awaitSealedHere(0);
        CaseId lost = delivered();
        line.clock.move(TERM_PASSED);
        CaseId kept = delivered();
        line.clock.move(FORGOTTEN);
        await().atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.intake().tidy();
            return isForgotten(lost) && isForgotten(kept);
        });
        assertThat(sealedHere()).as("the last sitting alone").isEqualTo(1);
        Set<Sha256> receipted = line.clinic.held();
        assertThat(receipted).hasSize(3);
        return new Before(inBackup, lost, kept, receipted);
    }

    private CaseId delivered() throws Failure {
        CaseId id = line.words();
        line.awaitState(id, Delivery.State.DELIVERED);
        return id;
    }

    private void assertNothingIsMissingUnnamed(Before before) throws Exception {
        assertThat(line.clinic.held()).hasSize(1);
        line.phone.courier().wake();
        await().atMost(LineFixture.PATIENCE).until(() -> accountedFor().equals(before.receipted()));
        assertThat(line.clinic.held()).hasSize(2);
        assertThat(line.clinic.gaps()).hasSize(1).first().satisfies(gap -> {
            assertThat(gap.device()).isNotEmpty();
            assertThat(gap.size()).isPositive();
            assertThat(gap.receivedAt()).startsWith("2026-");
        });
        try (StaffSession staff = line.clinic.login()) {
            assertThat(line.clinic.clinic().desk().queue(staff))
                    .extracting(Desk.QueueRow::id)
                    .containsExactlyInAnyOrder(before.inBackup(), before.kept());
        }
    }

    private Set<Sha256> accountedFor() throws Failure {
        Set<Sha256> all = new TreeSet<>(line.clinic.held());
        for (Gaps.Gap gap : line.clinic.gaps()) {
            all.add(gap.sha256());
        }
        return all;
    }

    private void awaitSealedHere(int count) {
        await().atMost(LineFixture.PATIENCE).until(() -> {
            line.phone.intake().tidy();
            return sealedHere() == count;
        });
    }

    /** What the phone could still offer. */
    private long sealedHere() throws SQLException {
        try (Connection phone = DriverManager.getConnection(
                        "jdbc:sqlite:" + line.phone.home().resolve("umbral.db"));
                Statement count = phone.createStatement();
                ResultSet rows = count.executeQuery("select count(*) from mail")) {
            return rows.getLong(1);
        }
    }

    private boolean isForgotten(CaseId id) throws Failure, IOException {
        return line.phone.intake().cases().stream()
                .filter(row -> row.id().equals(id))
                .allMatch(row -> row.name().isEmpty());
    }
}

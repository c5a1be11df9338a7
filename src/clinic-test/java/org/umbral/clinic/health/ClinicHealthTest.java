package org.umbral.clinic.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.TestRing;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.backup.Backups;
import org.umbral.clinic.health.Health.Trouble;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.clinic.store.Disk;
import org.umbral.clinic.store.Gaps;
import org.umbral.shared.Sha256;
import org.umbral.testing.MovableClock;

class ClinicHealthTest {
    private static final long GIGA = 1_000_000_000L;

    @TempDir
    Path root;

    private final MovableClock clock = new MovableClock("2026-11-20T21:00:00Z");
    private final SecureRandom random = new SecureRandom();
    private ClinicStore store;
    private long free = 200 * GIGA;
    private Optional<Instant> ends = Optional.empty();
    private Health health;

    @BeforeEach
    void open() throws Exception {
        store = ClinicStore.open(root.resolve("clinic"), new Disk(), clock, random);
        ClinicHealth.Room room = new ClinicHealth.Room() {
            @Override
            public long free() {
                return free;
            }

            @Override
            public long total() {
                return 250 * GIGA;
            }
        };
        health = new ClinicHealth(store, room, () -> ends, clock, "1.0");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theDiskIsSaidBeforeItIsFull() {
        assertThat(health.now().troubles()).isEmpty();
        free = 24 * GIGA;
        assertThat(health.now().troubles()).containsExactly(Trouble.DISK);
        free = 26 * GIGA;
        assertThat(health.now().troubles()).isEmpty();
    }

    @Test
    void theCertificateIsSaidAMonthBeforeItEnds() {
        ends = Optional.of(clock.instant().plus(Duration.ofDays(31)));
        assertThat(health.now().troubles()).isEmpty();
        clock.move(Duration.ofDays(2));
        assertThat(health.now().troubles()).containsExactly(Trouble.CERTIFICATE);
    }

    @Test
    void aClinicWithoutABackupHasTwoDaysAndOneWithAnOldOneToo() throws Exception {
        new Audit(new AuditRows(store.database()), clock).append("", Audit.Action.SET_UP, "");
        assertThat(health.now().troubles()).isEmpty();
        clock.move(Duration.ofHours(49));
        assertThat(health.now().troubles()).containsExactly(Trouble.NO_BACKUP);
        new Backups(new Disk(), clock, random, (step, done, of) -> {})
                .backUp(root.resolve("clinic"), root.resolve("backups"), true);
        assertThat(health.now().troubles()).isEmpty();
        assertThat(health.now().lastBackup()).contains(clock.instant());
        clock.move(Duration.ofHours(49));
        assertThat(health.now().troubles()).containsExactly(Trouble.OLD_BACKUP);
    }

    @Test
    void whatNobodyHasIsCountedAndNamed() throws Exception {
        store.gaps()
                .report(
                        "phone",
                        List.of(new Gaps.Gap(
                                Sha256.ofText("x"), "phone", 43, "2026-11-19T21:00:00Z", clock.instant())));
        assertThat(health.now().troubles()).containsExactly(Trouble.LOST);
        assertThat(health.now().lost()).isEqualTo(1);
        assertThat(health.lost())
                .containsExactly(new Health.Lost("phone", 43, "2026-11-19T21:00:00Z", clock.instant()));
    }

    @Test
    void whatStaffSetAsideWarnsNoMoreAndWhatIsReportedLaterDoes() throws Exception {
        lost("x");
        Instant until = clock.instant();
        clock.move(Duration.ofMinutes(1));
        lost("y");
        try (var ring = TestRing.session(random).ring()) {
            var staff = new StaffSession("staff-1", "Carla Ficticia", StaffSession.Role.COORDINATOR, ring);
            health.setAside(staff, "phone", until, Health.Why.AGAIN);
            health.setAside(staff, "phone", until, Health.Why.AGAIN);
        }
        assertThat(health.now().lost()).isEqualTo(1);
        lost("x");
        assertThat(health.now().lost()).as("also when the phone says it again").isEqualTo(1);
        assertThat(new AuditRows(store.database()).after(0, 10)).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("LOSS_SET_ASIDE");
            assertThat(row.object()).isEqualTo("phone AGAIN");
        });
    }

    @Test
    void onePhoneReportsOnlySoMuchAndReadingItAgainTakesNoLookAtEach() throws Exception {
        List<Gaps.Gap> many = new ArrayList<>();
        for (int i = 0; i < 10_500; i++) {
            many.add(new Gaps.Gap(Sha256.ofText("x" + i), "phone", 43, "2026-11-19T21:00:00Z", clock.instant()));
        }
        store.gaps().report("phone", many.subList(0, 9_000));
        store.gaps().report("phone", many.subList(9_000, 10_500));
        store.gaps().report("phone", many.subList(10_000, 10_500));
        assertThat(health.now().lost()).isEqualTo(10_000);
        assertThat(store.gaps().list()).isSameAs(store.gaps().list());
    }

    private void lost(String what) throws Exception {
        store.gaps()
                .report(
                        "phone",
                        List.of(new Gaps.Gap(
                                Sha256.ofText(what), "phone", 43, "2026-11-19T21:00:00Z", clock.instant())));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaid() {
        store.close();
        assertThat(health.now().troubles()).containsExactly(Trouble.DATABASE);
    }
}

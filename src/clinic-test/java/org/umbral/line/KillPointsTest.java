package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.ClinicStore;
import org.umbral.line.Promises.Kept;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.StorePoint;
import org.umbral.phone.unlock.Vaults;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.envelope.DocumentKind;
import org.umbral.shared.envelope.Documents;
import org.umbral.testing.FolderTree;
import org.umbral.testing.MovableClock;

/**
 * A phone's process is halted at a named point, started again, drained, and compared whole with what its calls had
 * promised and with what the clinic has. The server is real and goes on meanwhile.
 */
class KillPointsTest {
    private static final int LEAST_POINTS = 40;
    private static final int SMALL = 300;
    /** Longer than a life's own patience, which says more. */
    private static final Duration CHILD = KillChild.PATIENCE.multipliedBy(4);

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock("2026-11-20T21:00:00Z");
    private ChildJvm jvm;
    private LineClinic clinic;
    private StaffSession staff;

    @BeforeEach
    void joined() throws Exception {
        jvm = ChildJvm.in(folder.resolve("jvm"));
        Camera.draw(folder.resolve("photos"), 1, SMALL, SMALL, 1);
        clinic = LineClinic.setUp(folder.resolve("clinic"), clock, 0, List.of());
        LinePhone phone = new LinePhone(template(), clock);
        phone.unlock();
        phone.join(clinic.invitation());
        phone.close();
        Path orphan = Files.createDirectories(template().resolve("sealed"))
                .resolve(Sha256.ofText("orphan").hex());
        Files.write(orphan, new byte[100]);
        Files.setLastModifiedTime(orphan, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        // The readable copy goes with the last receipt, the sealed bytes at once: what a kill may meet in three days.
        clinic.write(DocumentKind.POLICY, new Documents.Policy(1, 0, 7, 30));
        String epoch;
        try (ClinicStore store = clinic.store()) {
            epoch = store.state().epoch();
        }
        clinic.write(
                DocumentKind.BACKUP_MARK,
                new Documents.BackupMark(
                        1, epoch, Integer.MAX_VALUE, clock.instant().toString()));
        staff = clinic.reader();
    }

    private Path template() {
        return folder.resolve("template");
    }

    @AfterEach
    void close() {
        staff.close();
        clinic.close();
    }

    /** Where a life is ended: at which passing of which point. */
    private record Kill(String point, int nth) {}

    @Test
    void nothingIsLostAndNothingDoubledWhereverAPhoneIsKilled() throws Exception {
        List<Kill> kills = kills(wholeLife());
        List<String> lost = new ArrayList<>();
        Set<String> points = new HashSet<>();
        int survived = 0;
        Process next = start(kills.get(0));
        for (int i = 0; i < kills.size(); i++) {
            Kill kill = halted(kills.get(i), next);
            if (i + 1 < kills.size()) {
                next = start(kills.get(i + 1));
            }
            if (kill.nth() == 0) {
                continue;
            }
            try {
                assertNothingLost(home(kill));
                points.add(kill.point());
                survived++;
            } catch (AssertionError | Failure | ConditionTimeoutException e) {
                lost.add(kill + ": " + e);
            }
        }
        System.out.println("kill points: " + points.size() + " distinct, " + survived + " kills survived of "
                + kills.size() + " planned");
        assertThat(lost).isEmpty();
        assertThat(points).hasSizeGreaterThanOrEqualTo(LEAST_POINTS);
    }

    /**
     * The kill that ended a life. How often mail is fetched depends on how long a life takes: one that passed its point
     * less often than the first ended in peace, and is lived again with an earlier passing; 0 where there was none.
     */
    private Kill halted(Kill planned, Process first) throws Exception {
        Kill kill = planned;
        for (Process child = first; exit(kill, child) == 0; child = start(kill)) {
            System.out.println(kill + " was not reached");
            kill = new Kill(kill.point(), kill.nth() - 1);
            if (kill.nth() == 0) {
                break;
            }
        }
        return kill;
    }

    private static int exit(Kill kill, Process child) throws InterruptedException {
        assertThat(child.waitFor(CHILD.toSeconds(), TimeUnit.SECONDS))
                .as(kill + " ended in time")
                .isTrue();
        assertThat(child.exitValue()).as(kill.toString()).isIn(0, KillChild.HALTED);
        return child.exitValue();
    }

    /** How often a life passes each point when nobody ends it. */
    private Map<String, Integer> wholeLife() throws Exception {
        Kill none = new Kill("none", 0);
        FolderTree.copy(template(), home(none));
        Process child = jvm.startFirst(KillChild.class, arguments(none));
        String counted = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(counted).isZero();
        assertNothingLost(home(none));
        return counted.lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(
                        part -> part[0], part -> Integer.parseInt(part[1]), (a, b) -> a, TreeMap::new));
    }

    /** Before consent, where nothing may go yet and the draft is all there is. */
    private static final List<Kill> EARLY =
            List.of(new Kill("draft-sealed", 1), new Kill("commit-ready", 3), new Kill("commit-done", 5));

    /** The middle passing of each point, in the thick of a life, and a few early ones. */
    private static List<Kill> kills(Map<String, Integer> passed) {
        assertThat(StorePoint.ALL).containsAll(passed.keySet());
        Set<String> never = new HashSet<>(StorePoint.ALL);
        never.removeAll(passed.keySet());
        System.out.println("points that this life does not pass: " + never);
        Stream<Kill> middle = StorePoint.ALL.stream()
                .filter(passed::containsKey)
                .map(point -> new Kill(point, (passed.getOrDefault(point, 1) + 1) / 2));
        return Stream.concat(EARLY.stream(), middle).toList();
    }

    private Path home(Kill kill) {
        return folder.resolve(kill.point() + "-" + kill.nth());
    }

    /** A life in a fresh copy of the phone that joined. */
    private Process start(Kill kill) throws IOException {
        Path home = home(kill);
        FolderTree.copy(template(), home);
        return jvm.start(KillChild.class, arguments(kill));
    }

    private String[] arguments(Kill kill) {
        Path home = home(kill);
        return new String[] {
            home.toString(),
            log(home).toString(),
            clock.instant().toString(),
            kill.point(),
            Integer.toString(kill.nth()),
            folder.resolve("photos").toString()
        };
    }

    private static Path log(Path home) {
        return home.resolveSibling(home.getFileName() + ".promises");
    }

    private void assertNothingLost(Path home) throws Failure, IOException {
        Kept kept = Kept.read(log(home));
        LinePhone phone = new LinePhone(home, clock, PhoneFiles.onDisk(), StorePoint.NONE);
        try {
            boolean vaultIsThere = phone.core().vaults().state() != Vaults.State.NONE;
            phone.start();
            await().atMost(KillChild.PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> phone.core().outbox().waitingCount() == 0);
            phone.unlock();
            AtTheClinic at =
                    AtTheClinic.compare(clinic.clinic().desk(), staff, kept, kept.consented(), new HashSet<>());
            assertThat(at.findings()).isEmpty();
            if (vaultIsThere) {
                assertThat(new OnThePhone(phone, kept, at.cases()).findings()).isEmpty();
            }
            phone.intake().tidy();
            assertThat(PhoneFiles.onDisk().list(phone.core().captures())).isEmpty();
        } finally {
            phone.close();
        }
    }
}

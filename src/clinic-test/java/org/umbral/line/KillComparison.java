package org.umbral.line;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.umbral.clinic.FreePort;
import org.umbral.clinic.backup.Backups;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.DatabaseFile;
import org.umbral.line.Promises.Kept;
import org.umbral.phone.CaseRow;
import org.umbral.phone.Intake;
import org.umbral.phone.disk.PhoneFiles;
import org.umbral.phone.store.StorePoint;
import org.umbral.shared.Failure;
import org.umbral.shared.Sha256;
import org.umbral.shared.casefile.CaseId;
import org.umbral.testing.FolderTree;
import org.umbral.testing.MovableClock;

/** Lets a pair whose processes are dead run in peace until everything is delivered, and compares all with what was promised. */
final class KillComparison {
    private static final int QUIET = 50;
    private static final Duration MAIL = Duration.ofSeconds(15);
    private static final Duration BACKUPS_STAY = Duration.ofDays(35);

    private final KilledPair.Places places;
    private final MovableClock clock;
    private final Duration mail;
    private final Set<Sha256> opened = new HashSet<>();
    private final Set<CaseId> before = new HashSet<>();
    private final Set<String> soundBackups = new HashSet<>();
    private int compared;
    private int orphans;

    KillComparison(KilledPair.Places places, MovableClock clock) {
        this(places, clock, MAIL);
    }

    /** @param mail how long a question may take to the phone */
    KillComparison(KilledPair.Places places, MovableClock clock, Duration mail) {
        this.places = places;
        this.clock = clock;
        this.mail = mail;
    }

    /** How many promised facts the last comparison looked at. */
    int compared() {
        return compared;
    }

    /** How many sealed files no row named, on both ends. */
    int orphans() {
        return orphans;
    }

    /** @param whole compares cases again that were whole before, and restores a backup */
    List<Finding> run(boolean whole, long seed) {
        List<Finding> findings = new ArrayList<>();
        compared = 0;
        try (LineClinic clinic =
                LineClinic.of(places.clinic(), clock, places.port(), List.of(ClinicLife.address(places.port())))) {
            clinic.clinic().startApi();
            ClinicLife.invite(clinic, places.invitation());
            try (LinePhone phone = new LinePhone(places.phone(), clock, PhoneFiles.onDisk(), StorePoint.NONE);
                    PhoneLife life = new PhoneLife(
                            phone, places.log("phone"), places.invitation(), places.photos(), seed, StorePoint.NONE)) {
                life.begin();
                phone.intake().leaveAll();
                compare(phone, clinic, whole, findings);
            }
        } catch (ConditionTimeoutException e) {
            findings.add(Finding.lost("not delivered in time: " + e.getMessage()));
        } catch (Exception | AssertionError e) {
            findings.add(Finding.unreadable("comparison: " + e));
        }
        return findings;
    }

    private void compare(LinePhone phone, LineClinic clinic, boolean whole, List<Finding> findings) throws Exception {
        drain(phone);
        Kept kept = Kept.read(places.log("phone"), places.log("clinic"), places.log("backup"));
        Set<CaseId> wanted = new HashSet<>(kept.begun());
        if (!whole) {
            wanted.removeAll(before);
        }
        try (StaffSession staff = clinic.reader()) {
            AtTheClinic at =
                    AtTheClinic.compare(clinic.clinic().desk(), staff, kept, wanted, whole ? new HashSet<>() : opened);
            compared += at.compared();
            findings.addAll(at.findings());
            findings.addAll(at.strangers());
            letters(phone, kept, findings);
            findings.addAll(new OnThePhone(phone, kept, at.cases()).findings());
            pageless(clinic, phone, kept, at, findings);
        }
        receipts(phone, clinic, findings);
        leftOver(phone, findings);
        backups(clinic, kept, whole, findings);
        before.addAll(settled(phone, kept));
    }

    /** What nobody can write to any more: the vault is gone. */
    private static Collection<CaseId> settled(LinePhone phone, Kept kept) throws Failure {
        Set<CaseId> settled = new HashSet<>(kept.gone());
        phone.intake().cases().stream().map(CaseRow::id).forEach(settled::remove);
        return settled;
    }

    private static void drain(LinePhone phone) {
        long[] polls = {0};
        await("the outbox is empty")
                .atMost(LineFixture.PATIENCE)
                .pollInterval(Duration.ofMillis(QUIET))
                .until(() -> {
                    if (polls[0]++ % 20 == 0) {
                        phone.courier().wake();
                    }
                    return phone.core().outbox().waitingCount() == 0;
                });
    }

    /** Each question that staff asked is on the phone whose case it is, once. */
    private void letters(LinePhone phone, Kept kept, List<Finding> findings) throws Failure {
        Intake intake = phone.intake();
        List<String> missing = new ArrayList<>();
        try {
            await("letters").atMost(mail).pollInterval(Duration.ofMillis(QUIET)).until(() -> {
                intake.tidy();
                missing.clear();
                missing.addAll(unheard(intake, kept));
                if (!missing.isEmpty()) {
                    phone.courier().wake();
                }
                return missing.isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            missing.forEach(text -> findings.add(Finding.lost("on the phone: question " + text)));
        }
    }

    private static List<String> unheard(Intake intake, Kept kept) throws Failure {
        List<String> unheard = new ArrayList<>();
        for (CaseRow row : intake.cases()) {
            Map<String, Boolean> asked = kept.asked().getOrDefault(row.id(), Map.of());
            if (kept.gone().contains(row.id())) {
                continue;
            }
            List<String> here =
                    intake.questions(row.id()).stream().map(one -> one.text()).toList();
            asked.forEach((text, returned) -> {
                if (returned && !here.contains(text)) {
                    unheard.add(text);
                }
            });
        }
        return unheard;
    }

    /** A capture that is no page is on offer; or it went on its own when the vault went, and nobody can tell which it is. */
    private static void pageless(LineClinic clinic, LinePhone phone, Kept kept, AtTheClinic at, List<Finding> findings)
            throws Failure {
        Set<Sha256> offered = phone.offered();
        int gone = 0;
        for (Map.Entry<Sha256, CaseId> capture : kept.captures().entrySet()) {
            boolean isNoPage = Stream.ofNullable(at.cases().get(capture.getValue()))
                    .anyMatch(
                            there -> AtTheClinic.pages(there, capture.getKey()).isEmpty());
            if (isNoPage && kept.gone().contains(capture.getValue())) {
                gone++;
            } else if (isNoPage && !offered.contains(capture.getKey())) {
                findings.add(Finding.lost("neither a page nor on offer: capture " + capture.getKey()));
            }
        }
        int unnamed = clinic.clinic().desk().unnamedPhotos().photos();
        if (gone > unnamed) {
            findings.add(
                    Finding.lost(gone + " captures of vaults that are gone are no pages, " + unnamed + " unnamed"));
        }
    }

    private static void receipts(LinePhone phone, LineClinic clinic, List<Finding> findings)
            throws SQLException, Failure {
        Set<Sha256> held = clinic.held();
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + phone.home().resolve("umbral.db"));
                Statement all = database.createStatement();
                ResultSet rows = all.executeQuery("select name from receipt")) {
            while (rows.next()) {
                Sha256 name = new Sha256(rows.getString(1));
                if (!held.contains(name)) {
                    findings.add(Finding.lost("receipted, and not held: " + name));
                }
            }
        }
    }

    /** Nothing in the clear on the phone, and no sealed file without a row on either end. */
    private void leftOver(LinePhone phone, List<Finding> findings) throws IOException, SQLException, Failure {
        if (!PhoneFiles.onDisk().list(phone.core().captures()).isEmpty()) {
            findings.add(Finding.lost("a photo lies in the clear"));
        }
        Set<String> named = new HashSet<>();
        try (Connection database = DriverManager.getConnection(
                        "jdbc:sqlite:" + phone.home().resolve("umbral.db"));
                Statement all = database.createStatement();
                ResultSet rows = all.executeQuery("select name from mail union select name from capture"
                        + " union select spare from capture where spare is not null")) {
            while (rows.next()) {
                named.add(rows.getString(1));
            }
        }
        DatabaseFile.inUse(places.clinic().resolve(DatabaseFile.NAME))
                .envelopes()
                .forEach(envelope -> envelope.pieces().forEach(piece -> named.add(piece.name())));
        orphans = unnamed(places.phone().resolve("sealed"), named)
                + unnamed(places.clinic().resolve("envelopes"), named);
    }

    private static int unnamed(Path folder, Set<String> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return (int) files.filter(Files::isRegularFile)
                    .filter(file -> !named.contains(String.valueOf(file.getFileName())))
                    .count();
        }
    }

    private void backups(LineClinic clinic, Kept kept, boolean whole, List<Finding> findings) throws Exception {
        Backups.Made made = clinic.backUp(places.backups());
        if (made.missing() != 0) {
            findings.add(Finding.lost(made.missing() + " envelopes that the clinic itself has not whole"));
        }
        Map<String, Instant> all = new HashMap<>(kept.backups());
        all.put(String.valueOf(made.place().getFileName()), made.at());
        for (Map.Entry<String, Instant> one : all.entrySet()) {
            Path place = places.backups().resolve(one.getKey());
            if (!Files.exists(place)) {
                if (one.getValue().plus(BACKUPS_STAY).isAfter(clock.instant())) {
                    findings.add(Finding.lost("backup " + one.getKey()));
                }
            } else if ((whole || soundBackups.add(one.getKey()))
                    && !clinic.backups().check(place, Optional.empty()).isGood()) {
                findings.add(Finding.unreadable("backup " + one.getKey()));
            }
        }
        if (whole) {
            restored(clinic, made.place(), kept, findings);
        }
    }

    /** Another clinic starts from the backup, and its staff find the same. */
    private void restored(LineClinic clinic, Path place, Kept kept, List<Finding> findings) throws Exception {
        Path folder = places.root().resolve("restored");
        clinic.backups().restore(place, folder);
        int port = FreePort.take();
        try (LineClinic again = LineClinic.of(folder, clock, port, List.of(ClinicLife.address(port)))) {
            again.clinic().startApi();
            try (StaffSession staff = again.reader()) {
                AtTheClinic at = AtTheClinic.compare(again.clinic().desk(), staff, kept, kept.begun(), new HashSet<>());
                compared += at.compared();
                at.findings().forEach(one -> findings.add(new Finding(one.kind(), "restored: " + one.about())));
            }
        }
        FolderTree.delete(folder);
    }
}

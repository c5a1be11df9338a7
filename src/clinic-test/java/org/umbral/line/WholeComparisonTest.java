package org.umbral.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.keys.StaffSession;
import org.umbral.clinic.store.DatabaseFile;
import org.umbral.line.KilledPair.Places;
import org.umbral.line.Promises.Kept;
import org.umbral.line.Promises.Place;
import org.umbral.shared.Failure;
import org.umbral.shared.casefile.CaseId;
import org.umbral.shared.casefile.Value;
import org.umbral.testing.FolderTree;
import org.umbral.testing.MovableClock;

/** What the harness of kills does after each ten: over the folders of a pair where all is well, and where faults were planted. */
class WholeComparisonTest {
    private static final int SMALL = 300;
    private static final String QUESTION = "¿Pregunta ficticia?";
    private static final Duration MAIL = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final MovableClock clock =
            new MovableClock(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());

    private Places places;

    /** A case with two photos, delivered; a question that the phone has not fetched; a backup. */
    @BeforeEach
    void lived() throws Exception {
        Camera.draw(folder.resolve("photos"), 1, SMALL, SMALL, 1);
        places = Places.made(folder.resolve("pair"), folder.resolve("photos"), clock);
        try (LineClinic clinic = clinic();
                Promises backups = new Promises(places.log("backup"))) {
            clinic.clinic().startApi();
            CaseId id = capture();
            ask(clinic, id);
            backups.backedUp(clinic.backUp(places.backups()));
        }
    }

    private LineClinic clinic() throws Failure, IOException {
        return LineClinic.of(places.clinic(), clock, places.port(), List.of(ClinicLife.address(places.port())));
    }

    private CaseId capture() throws Failure, IOException {
        try (LinePhone phone = new LinePhone(places.phone(), clock);
                Promises promises = new Promises(places.log("phone"))) {
            phone.start();
            phone.unlock();
            phone.join(Files.readString(places.invitation()));
            Camera camera = new Camera(places.photos(), new Random(1));
            Worker worker = new Worker(phone, promises, camera::photo);
            CaseId id = worker.sitting("uno", true);
            worker.photo(id);
            phone.intake().leave(id);
            await().atMost(LineFixture.PATIENCE).until(() -> phone.waitingCount() == 0);
            return id;
        }
    }

    private void ask(LineClinic clinic, CaseId id) throws Failure, IOException {
        try (StaffSession staff = clinic.reader();
                Promises promises = new Promises(places.log("clinic"))) {
            clinic.clinic().desk().queue(staff);
            promises.asking(id, QUESTION);
            clinic.clinic().desk().ask(staff, id, QUESTION, Optional.empty());
            promises.asked(id, QUESTION);
        }
    }

    @Test
    void nothingIsFoundWhereAllIsWell() {
        KillComparison comparison = new KillComparison(places, clock);
        assertThat(comparison.run(true, 1)).isEmpty();
        assertThat(comparison.compared()).isPositive();
    }

    @Test
    void everyPlantedFaultIsSaid() throws Exception {
        List<Path> photos = envelopesLargestFirst();
        Files.delete(photos.get(0));
        flip(photos.get(1));
        dropLetters();
        writeAgain();
        String backup =
                Kept.read(places.log("backup")).backups().keySet().iterator().next();
        FolderTree.delete(places.backups().resolve(backup));
        clock.move(Duration.ofMinutes(1));

        assertThat(new KillComparison(places, clock, MAIL).run(true, 1))
                .contains(
                        Finding.lost("photo " + name(photos.get(0))),
                        Finding.lost("receipted, and not held: " + name(photos.get(0))),
                        Finding.lost("on the phone: question " + QUESTION),
                        Finding.lost("backup " + backup))
                .anySatisfy(one -> assertThat(one.toString()).startsWith("UNREADABLE photo " + name(photos.get(1))))
                .anySatisfy(one -> assertThat(one.toString()).startsWith("DOUBLED written again: "));
    }

    /** The largest two are the photos. */
    private List<Path> envelopesLargestFirst() throws IOException {
        try (Stream<Path> files = Files.walk(places.clinic().resolve("envelopes"))) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparingLong(
                                    (Path file) -> file.toFile().length())
                            .reversed())
                    .toList();
        }
    }

    /** The envelope's, which the file's own begins with. */
    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\..*", "");
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private void dropLetters() throws SQLException {
        update(places.clinic().resolve(DatabaseFile.NAME), "delete from letters");
        update(places.phone().resolve("umbral.db"), "delete from letter");
    }

    private static void update(Path file, String sql) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** What was promised once is written in two sittings more, the second time with the same words. */
    private void writeAgain() throws Failure, IOException {
        Map.Entry<Place, List<String>> told = Kept.read(places.log("phone")).values().entrySet().stream()
                .filter(one -> one.getKey().field().text().equals("GRD-03"))
                .findFirst()
                .orElseThrow();
        Place place = told.getKey();
        try (LinePhone phone = new LinePhone(places.phone(), clock)) {
            phone.unlock();
            for (String again : List.of("Otra", told.getValue().get(0))) {
                phone.intake().write(place.id(), place.item(), place.field(), Value.text(again));
                phone.intake().leave(place.id());
            }
        }
    }
}

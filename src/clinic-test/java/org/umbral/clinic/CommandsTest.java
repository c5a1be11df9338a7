package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.shared.AskThePerson;
import org.umbral.testing.MovableClock;

class CommandsTest {
    @TempDir
    Path root;

    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private final MovableClock clock = new MovableClock("2026-11-20T21:00:00Z");
    private Path folder;
    private Path to;

    @BeforeEach
    void aClinic() throws Exception {
        folder = root.resolve("clinic");
        to = root.resolve("backups");
        ClinicSettings.read(folder, Map.of());
        try (ClinicApp app = start(folder)) {
            ClinicAppTest.setUp(app.clinic());
        }
    }

    @Test
    void aBackupIsMadeCheckedAndBroughtBackWhileTheServerRuns() throws Exception {
        try (ClinicApp app = start(folder)) {
            assertThat(run("backup", to, folder, "--same-disk")).isZero();
            assertThat(out).anyMatch(line -> line.startsWith("The backup is whole: "));
            assertThat(run("restore", "--check", to, folder)).isZero();
            assertThat(out)
                    .anyMatch(line -> line.contains("audit: 1, in the clinic now 1"))
                    .anyMatch(line -> line.startsWith("Everything in it can be read"));
            assertThat(app.clinic().setUp().isDone()).isTrue();
        }
        Path back = root.resolve("back");
        assertThat(run("restore", to, back)).isZero();
        assertThat(out).anyMatch(line -> line.contains("log in"));
        try (ClinicApp app = start(back)) {
            app.clinic().login().login("Berta FICTICIA", ClinicAppTest.passphrase());
        }
        assertThat(err).isEmpty();
    }

    @Test
    void whatCannotBeDoneSaysWhatToDoAndEndsWithOne() {
        assertThat(run("backup", to, folder)).isEqualTo(1);
        assertThat(err).last().asString().contains("another disk", "--same-disk");
        assertThat(run("backup", to, root.resolve("empty"), "--same-disk")).isEqualTo(1);
        assertThat(err).last().asString().contains("no clinic in that folder");
        assertThat(run("restore", to, root.resolve("back"))).isEqualTo(1);
        assertThat(err).last().asString().contains("no finished backup");
        assertThat(run("backup", to, folder, "--same-disk")).isZero();
        assertThat(run("restore", to, folder)).isEqualTo(1);
        assertThat(err).last().asString().contains("not empty");
    }

    @Test
    void aDamagedBackupEndsWithThree() throws Exception {
        assertThat(run("backup", to, folder, "--same-disk")).isZero();
        Path place;
        try (Stream<Path> all = Files.list(to)) {
            place = all.filter(one -> one.getFileName().toString().startsWith("2026"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.write(place.resolve("umbral.db"), new byte[5000]);
        assertThat(run("restore", "--check", to, folder)).isEqualTo(3);
        assertThat(err).last().asString().contains("damaged");
    }

    @Test
    void aWordThatIsMissingOrTooMuchEndsWithTwo() {
        for (Object[] typed : new Object[][] {
            {"backup"}, {"restore"}, {"backup", to, folder, "more"}, {"backup", to, "--samedisk"}, {"bakcup", to}
        }) {
            assertThat(run(typed)).isEqualTo(2);
            assertThat(err).last().asString().contains("help");
        }
        assertThat(run("help")).isZero();
        assertThat(out).hasSizeGreaterThan(4);
        assertThat(commands(Locale.ENGLISH).run("a-folder")).isEmpty();
        assertThat(commands(Locale.ENGLISH).run()).isEmpty();
    }

    @Test
    void theServiceIsWrittenOnceAndReplacedOnlyWhenSaid() throws Exception {
        Path units = Files.createDirectories(root.resolve("units"));
        assertThat(run("service", folder, "--to", units, "--backup", to)).isZero();
        Path unit = units.resolve("umbral.service");
        assertThat(unit)
                .content()
                .contains("-jar /opt/umbral/umbral-clinic.jar " + folder)
                .doesNotContain("@");
        assertThat(units.resolve("umbral-backup.service")).content().contains("backup " + to + " " + folder);
        assertThat(units.resolve("umbral-backup.timer")).content().contains("OnCalendar=");
        assertThat(out).contains("  sudo systemctl enable --now umbral.service");
        Files.writeString(unit, "changed by hand");
        assertThat(run("service", folder, "--to", units)).isEqualTo(1);
        assertThat(unit).hasContent("changed by hand");
        assertThat(run("service", folder, "--to", units, "--replace")).isZero();
        assertThat(unit).content().contains("ExecStart=");
        assertThat(verified(unit)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyFailureOfACommandIsASentence(String language) {
        ConsoleWords words = ConsoleWords.of(Locale.forLanguageTag(language));
        for (String reason : List.of(
                "command-unknown",
                "no-clinic-here",
                "backup-inside",
                "backup-on-same-disk",
                "backup-running",
                "backup-not-written",
                "backup-unreadable",
                "no-backup-here",
                "folder-not-empty",
                "database-damaged",
                "restore-unfinished",
                "unit-there",
                "unit-not-written",
                "answer-unknown",
                "certificate-unreadable",
                "no-jar")) {
            assertThat(words.why(new AskThePerson(reason))).contains(". ").doesNotContain("{", "!");
        }
    }

    @Test
    void sealedMailIsNotInTheLogNorIsWhatLibrariesQuote() throws Exception {
        var record = new LogRecord(Level.WARNING, "bad request: Ana FICTICIO");
        record.setLoggerName("org.eclipse.jetty.http.HttpParser");
        record.setThrown(new IOException("Ana FICTICIO"));
        assertThat(new PlainLog().format(record))
                .doesNotContain("FICTICIO")
                .contains("WARNING org.eclipse.jetty.http.HttpParser (java.io.IOException)");
        record.setLoggerName("org.umbral.clinic.Chores");
        record.setMessage("a chore waits: disk-full\nforged line");
        assertThat(new PlainLog().format(record))
                .contains("disk-full forged line")
                .endsWith("(java.io.IOException)\n");
    }

    /** systemd's own opinion, where it is installed; it complains of the jar, which is not there. */
    private static boolean verified(Path unit) throws Exception {
        if (!Files.isExecutable(Path.of("/usr/bin/systemd-analyze"))) {
            return true;
        }
        Process verify = new ProcessBuilder("/usr/bin/systemd-analyze", "verify", unit.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        verify.waitFor();
        return said.lines()
                .noneMatch(line -> line.contains(unit.getFileName().toString())
                        && (line.contains("Unknown") || line.contains("Failed") || line.contains("Invalid")));
    }

    private int run(Object... typed) {
        String[] args = Stream.of(typed).map(Object::toString).toArray(String[]::new);
        return commands(Locale.ENGLISH).run(args).orElse(-1);
    }

    private Commands commands(Locale locale) {
        ConsoleWords words = ConsoleWords.of(locale);
        return new Commands(
                words,
                out::add,
                err::add,
                clock,
                new SecureRandom(),
                new ServiceUnits(
                        Path.of("/usr/bin/java"),
                        Optional.of(Path.of("/opt/umbral/umbral-clinic.jar")),
                        root.resolve("nowhere"),
                        "umbral"),
                new Reach(words, out::add, () -> null, List.of("127.0.0.1"), Map.of(), new ReachTry()));
    }

    private static ClinicApp start(Path folder) throws Exception {
        return ClinicApp.start(folder, ClinicSettings.practice(ZoneOffset.UTC, 1), Optional.empty());
    }
}

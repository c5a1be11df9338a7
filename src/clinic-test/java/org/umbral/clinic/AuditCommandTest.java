package org.umbral.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.clinic.audit.Audit;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.Database;
import org.umbral.shared.Failure;
import org.umbral.testing.MovableClock;

/** {@code java -jar umbral-clinic.jar audit verify folder}, without its process. */
class AuditCommandTest {
    private static final int ROWS = 1200;
    private static final MovableClock CLOCK = new MovableClock("2026-11-21T14:10:00Z");

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void anUntouchedAuditHoldsAndItsLastPrintIsToldToBeWrittenDown() throws Exception {
        write();
        assertThat(verify()).isZero();
        assertThat(said).hasSize(3);
        assertThat(said.get(0)).contains("1,200 rows");
        assertThat(said.get(1)).contains("as it was written");
        assertThat(said.get(2)).containsPattern("[0-9a-f]{64}");
    }

    @Test
    void aFlippedByteATakenRowAndACutTailAreEachNamedByTheirRow() throws Exception {
        write();
        tamper("update audit set object = 'case-x' where seq = 700");
        assertThat(verify()).isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("Row 700 "));
        tamper("update audit set object = 'case-700' where seq = 700");
        assertThat(verify()).isZero();

        tamper("delete from audit where seq > 1100");
        assertThat(verify()).isEqualTo(1);
        assertThat(said).contains("Everything from row 1,101 on is gone.");

        tamper("delete from audit where seq = 42");
        assertThat(verify()).isEqualTo(1);
        assertThat(said).anyMatch(line -> line.contains("Row 42 "));
    }

    @Test
    void aFolderWithoutAClinicStaysAsItIs() throws Exception {
        assertThat(verify()).isEqualTo(2);
        assertThat(said).singleElement().asString().contains("no clinic");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void theCommandIsToldFromAFolder() {
        assertThat(AuditCommand.isMeant(new String[] {"audit", "verify"})).isTrue();
        assertThat(AuditCommand.isMeant(new String[] {"audit", "verify", "somewhere"}))
                .isTrue();
        assertThat(AuditCommand.isMeant(new String[] {"audit"})).isFalse();
        assertThat(AuditCommand.isMeant(new String[] {})).isFalse();
    }

    private void write() throws Failure {
        try (Database database = Database.open(folder)) {
            Audit audit = new Audit(new AuditRows(database), CLOCK);
            for (int i = 1; i <= ROWS; i++) {
                audit.append("staff-1", Audit.Action.CASE_OPENED, "case-" + i);
            }
        }
    }

    private int verify() throws Failure {
        said.clear();
        return AuditCommand.run(folder, ConsoleWords.of(Locale.ENGLISH), CLOCK, said::add);
    }

    private void tamper(String statement) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("umbral.db"));
                var sql = connection.createStatement()) {
            sql.executeUpdate("drop trigger if exists audit_stays");
            sql.executeUpdate("drop trigger if exists audit_is_not_changed");
            sql.executeUpdate(statement);
        }
    }
}

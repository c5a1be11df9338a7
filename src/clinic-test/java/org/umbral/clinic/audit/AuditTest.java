package org.umbral.clinic.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.umbral.clinic.store.AuditRows;
import org.umbral.clinic.store.Database;
import org.umbral.shared.Failure;
import org.umbral.testing.MovableClock;

class AuditTest {
    @TempDir
    Path folder;

    private Database database;
    private Audit audit;

    @BeforeEach
    void write() throws Failure {
        database = Database.open(folder);
        audit = new Audit(new AuditRows(database), new MovableClock("2026-11-21T14:10:00Z"));
        for (int i = 0; i < 5; i++) {
            audit.append("staff-1", Audit.Action.CASE_OPENED, "case-" + i);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasOnlyAddedToHolds() throws Failure {
        assertThat(audit.verify()).isZero();
    }

    @Test
    void theTableRefusesChangesAndDeletions() {
        assertThatThrownBy(() -> sql("update audit set staff = 'staff-2' where seq = 3"))
                .hasMessageContaining("stay");
        assertThatThrownBy(() -> sql("delete from audit where seq = 3")).hasMessageContaining("stay");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set staff = 'staff-2' where seq = 3",
                "update audit set object = 'case-9' where seq = 3",
                "update audit set at = '2026-11-20T00:00:00Z' where seq = 3",
                "update audit set hash = (select hash from audit where seq = 4) where seq = 3",
                "update audit set staff = 'staff-1CASE', action = '_OPENED' where seq = 3",
                "delete from audit where seq = 3"
            })
    void whoGoesAroundTheTableIsFound(String tampering) throws Exception {
        sql("drop trigger audit_stays");
        sql("drop trigger audit_is_not_changed");
        sql(tampering);
        assertThat(audit.verify()).isEqualTo(3);
    }

    @Test
    void aTailThatWasCutOffIsFound() throws Exception {
        sql("drop trigger audit_stays");
        sql("delete from audit where seq > 3");
        assertThat(audit.check()).satisfies(verdict -> {
            assertThat(verdict.rows()).isEqualTo(3);
            assertThat(verdict.firstBroken()).isEqualTo(4);
            assertThat(verdict.isCutOff()).isTrue();
        });
    }

    @Test
    void aSearchFindsByPersonActionDayAndCaseTheNewestFirst() throws Failure {
        audit.append("staff-2", Audit.Action.SPONSORS_OPENED, "case-3 CHECK_PAPERS");
        audit.append("staff-2", Audit.Action.FOUND_DIFFERENT, "case-1 case-3");
        assertThat(found(new Audit.Search("staff-2", "", "", "", "", 100))).containsExactly(7L, 6L);
        assertThat(found(new Audit.Search("", "CASE_OPENED", "", "", "", 4))).containsExactly(3L, 2L, 1L);
        assertThat(found(new Audit.Search("", "", "", "", "case-3", 100))).containsExactly(7L, 6L, 4L);
        assertThat(found(new Audit.Search("", "", "2026-11-21T00:00:00", "2026-11-22T00:00:00", "", 100)))
                .hasSize(7);
        assertThat(found(new Audit.Search("", "", "2026-11-22T00:00:00", "2026-11-23T00:00:00", "", 100)))
                .isEmpty();
    }

    private List<Long> found(Audit.Search search) throws Failure {
        return audit.find(search, 50).stream().map(Audit.Line::seq).toList();
    }

    private void sql(String statement) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("umbral.db"));
                var sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }
}

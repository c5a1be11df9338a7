package org.umbral.clinic.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar is replaced by a newer one; the folder stays. */
class UpgradeTest {
    @TempDir
    Path folder;

    @Test
    void aDatabaseOfTheFirstReleasesIsBroughtUpAndKeepsWhatItHeld() throws Exception {
        String url = "jdbc:sqlite:" + folder.resolve(DatabaseFile.NAME);
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:org/umbral/clinic/store")
                .target("7")
                .load()
                .migrate();
        try (Connection old = DriverManager.getConnection(url);
                Statement put = old.createStatement()) {
            put.execute("insert into clinic_state values ('epoch', 'fictitious-epoch')");
            put.execute("insert into clinic_state values ('position', '41')");
            put.execute("insert into envelopes values ('" + "a".repeat(64) + "', 5, 'phone', '', 41, 0, false)");
            put.execute("insert into staff (id, login_hash, role, name, wrapped)"
                    + " values ('s', 'h', 'ATTORNEY', x'00', '')");
        }
        try (ClinicStore store = ClinicStore.open(folder, new Disk(), Clock.systemUTC(), new SecureRandom())) {
            assertThat(store.state().epoch()).as("an upgrade is no restore").isEqualTo("fictitious-epoch");
            assertThat(store.state().lastPosition()).isEqualTo(41);
            assertThat(store.envelopes().since(0, 10)).hasSize(1);
        }
    }
}

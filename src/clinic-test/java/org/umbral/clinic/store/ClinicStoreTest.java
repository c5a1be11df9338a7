package org.umbral.clinic.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClinicStoreTest {
    @TempDir
    Path folder;

    private static Set<Thread> ofPools() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("umbral"))
                .collect(Collectors.toSet());
    }

    @Test
    void aStoreThatCannotBeOpenedHoldsNothingOpen() throws Exception {
        Set<Thread> before = ofPools();
        try (Database database = Database.open(folder)) {
            database.transaction(handle -> handle.execute("drop table clinic_state"));
        }
        assertThatThrownBy(() -> ClinicStore.open(folder, new Disk(), Clock.systemUTC(), new SecureRandom()))
                .isInstanceOf(JdbiException.class);
        await().until(() -> before.containsAll(ofPools()));
    }
}

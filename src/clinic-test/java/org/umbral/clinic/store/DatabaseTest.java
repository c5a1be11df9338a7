package org.umbral.clinic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.umbral.shared.Failure;
import org.umbral.shared.GiveUp;
import org.umbral.shared.TryAgain;

class DatabaseTest {
    private static final String PUT = "insert into clinic_state (name, value) values (:name, :value)";

    @TempDir
    Path folder;

    @Test
    void whatWasCommittedIsThereAfterOpeningAgain() throws Failure {
        try (Database database = Database.open(folder)) {
            put(database, "fictitious", "one");
        }
        try (Database database = Database.open(folder)) {
            assertThat(value(database, "fictitious")).isEqualTo("one");
        }
    }

    @Test
    void workThatFailsLeavesNothing() throws Failure {
        try (Database database = Database.open(folder)) {
            assertThatThrownBy(() -> database.transaction(handle -> {
                        handle.createUpdate(PUT)
                                .bind("name", "fictitious")
                                .bind("value", "one")
                                .execute();
                        throw new GiveUp("not-our-format");
                    }))
                    .isInstanceOf(GiveUp.class);
            assertThat(value(database, "fictitious")).isEmpty();
        }
    }

    @Test
    void aFullDiskIsAFailureThatPasses() throws Failure {
        try (Database database = Database.open(folder)) {
            String large = "x".repeat(1 << 20);
            assertThatThrownBy(() -> database.transaction(handle -> {
                        long pages = handle.createQuery("pragma page_count")
                                .mapTo(Long.class)
                                .one();
                        handle.execute("pragma max_page_count = " + pages);
                        return handle.createUpdate(PUT)
                                .bind("name", "fictitious")
                                .bind("value", large)
                                .execute();
                    }))
                    .isInstanceOf(TryAgain.class)
                    .extracting(e -> ((Failure) e).reason())
                    .isEqualTo("disk-full");
            assertThat(value(database, "fictitious")).isEmpty();
        }
    }

    @Test
    void aNameThatSomebodyTookMeanwhileIsAFailureThatPasses() throws Failure {
        try (Database database = Database.open(folder)) {
            put(database, "fictitious", "one");
            assertThatThrownBy(() -> put(database, "fictitious", "two"))
                    .isInstanceOf(TryAgain.class)
                    .hasMessage("store-busy");
            assertThat(value(database, "fictitious")).isEqualTo("one");
        }
    }

    @Test
    void aFailedStatementDoesNotSayItsValues() throws Failure {
        try (Database database = Database.open(folder)) {
            put(database, "fictitious", "one");
            assertThatThrownBy(() -> put(database, "fictitious", "FICTICIO"))
                    .hasMessageNotContaining("FICTICIO")
                    .hasStackTraceContaining("constraint");
        }
    }

    @Test
    void commitsAreForcedAndForeignKeysHold() throws Failure {
        try (Database database = Database.open(folder)) {
            assertThat(pragma(database, "synchronous")).isEqualTo("2");
            assertThat(pragma(database, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(database, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(database, "secure_delete")).isEqualTo("1");
        }
    }

    private static String pragma(Database database, String name) throws TryAgain {
        return database.read(handle ->
                handle.createQuery("pragma " + name).mapTo(String.class).one());
    }

    private static int put(Database database, String name, String value) throws TryAgain {
        return database.transaction(handle ->
                handle.createUpdate(PUT).bind("name", name).bind("value", value).execute());
    }

    private static String value(Database database, String name) throws TryAgain {
        return database.read(handle -> handle.createQuery("select value from clinic_state where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }
}

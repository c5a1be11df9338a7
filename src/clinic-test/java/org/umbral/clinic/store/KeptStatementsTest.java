package org.umbral.clinic.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {
    private static final String ASKED = "select :word";

    @TempDir
    Path folder;

    final List<PreparedStatement> used = new ArrayList<>();
    HikariDataSource pool;
    Jdbi jdbi;

    @BeforeEach
    void open() {
        pool = new HikariDataSource();
        pool.setJdbcUrl("jdbc:sqlite:" + folder.resolve("fictitious.db"));
        pool.setMaximumPoolSize(1);
        jdbi = Jdbi.create(pool);
        jdbi.setStatementBuilderFactory(new KeptStatements());
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private String ask(Handle handle, String sql, String word) {
        return handle.createQuery(sql)
                .bind("word", word)
                .addCustomizer(new StatementCustomizer() {
                    @Override
                    public void beforeExecution(PreparedStatement statement, StatementContext context) {
                        used.add(statement);
                    }
                })
                .mapTo(String.class)
                .one();
    }

    @Test
    void theSameQuestionIsParsedOnceForAConnection() {
        for (String word : List.of("uno", "dos", "tres")) {
            assertThat(jdbi.<String, RuntimeException>withHandle(handle -> ask(handle, ASKED, word)))
                    .isEqualTo(word);
        }
        assertThat(used).hasSize(3);
        assertThat(used.get(1)).isSameAs(used.get(0));
        assertThat(used.get(2)).isSameAs(used.get(0));
    }

    @Test
    void whatIsKeptHoldsNoValue() throws SQLException {
        jdbi.useHandle(handle -> ask(handle, ASKED, "FICTICIO"));
        try (ResultSet row = used.get(0).executeQuery()) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isNull();
        }
    }

    @Test
    void aQuestionWithinTheSameQuestionHasItsOwn() {
        jdbi.useHandle(handle -> {
            List<String> answers = handle.createQuery(ASKED)
                    .bind("word", "fuera")
                    .map((row, context) -> ask(handle, ASKED, "dentro") + " " + row.getString(1))
                    .list();
            assertThat(answers).containsExactly("dentro fuera");
            assertThat(ask(handle, ASKED, "otra")).isEqualTo("otra");
        });
    }

    @Test
    void thoseThatWereNotUsedForLongestAreClosed() throws SQLException {
        jdbi.useHandle(handle -> {
            ask(handle, ASKED, "uno");
            for (int i = 0; i < KeptStatements.MOST; i++) {
                ask(handle, ASKED + " as word" + i, "dos");
            }
        });
        assertThat(used.get(0).isClosed()).isTrue();
        assertThat(used.get(1).isClosed()).isFalse();
    }
}

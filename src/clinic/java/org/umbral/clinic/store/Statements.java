package org.umbral.clinic.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Statements that every delivery runs, with a value for each question mark, within somebody's transaction. Straight to the
 * handle's kept statements, where its database keeps them: what Jdbi does around one takes longer than SQLite takes to run it.
 */
final class Statements {
    private Statements() {}

    /** What SQLite refused, as Jdbi's own failures are told. */
    private static final class Failed extends JdbiException {
        private static final long serialVersionUID = 1;

        private Failed(SQLException why) {
            super(why);
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** What is to be done with a statement that has its values. */
    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Returns how many rows it changed. */
    static int update(Handle handle, String sql, Object... values) {
        return use(handle, sql, values, PreparedStatement::executeUpdate);
    }

    static <T> List<T> list(Handle handle, Row<T> row, String sql, Object... values) {
        return use(handle, sql, values, statement -> {
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.of(rows));
                }
            }
            return found;
        });
    }

    static <T> Optional<T> first(Handle handle, Row<T> row, String sql, Object... values) {
        return list(handle, row, sql, values).stream().findFirst();
    }

    /** Of a statement that always has a row. */
    static <T> T one(Handle handle, Row<T> row, String sql, Object... values) {
        return list(handle, row, sql, values).get(0);
    }

    private static <T> T use(Handle handle, String sql, Object[] values, Use<T> use) {
        try {
            if (handle.getStatementBuilder() instanceof KeptStatements.OfConnection kept) {
                PreparedStatement statement = kept.lend(sql);
                try {
                    return with(statement, values, use);
                } finally {
                    kept.giveBack(statement);
                }
            }
            try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
                return with(statement, values, use);
            }
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    private static <T> T with(PreparedStatement statement, Object[] values, Use<T> use) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return use.of(statement);
    }
}

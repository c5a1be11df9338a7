package org.umbral.phone.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements within one transaction. Values are only ever bound, never written into the text. */
final class Sql {
    /** Reads one row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    int update(String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = bound(statement, values)) {
            return prepared.executeUpdate();
        }
    }

    <T> List<T> list(String query, Row<T> row, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = bound(query, values);
                ResultSet found = prepared.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (found.next()) {
                all.add(row.of(found));
            }
            return all;
        }
    }

    <T> Optional<T> one(String query, Row<T> row, @Nullable Object... values) throws SQLException {
        return list(query, row, values).stream().findFirst();
    }

    Optional<String> fact(String key) throws SQLException {
        return one("select value from fact where key = ?", row -> row.getString(1), key);
    }

    void fact(String key, @Nullable String value) throws SQLException {
        if (value == null) {
            update("delete from fact where key = ?", key);
        } else {
            update(
                    "insert into fact (key, value) values (?, ?) on conflict (key) do update set value = ?",
                    key,
                    value,
                    value);
        }
    }

    private PreparedStatement bound(String statement, @Nullable Object... values) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}

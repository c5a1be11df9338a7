package org.umbral.phone.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;

/** A hand on the phone's file from outside. */
public final class Tampering {
    private Tampering() {}

    /** Flips a bit of one sealed row. */
    public static void flip(Path home, String kind, String id) throws SQLException {
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + home.resolve("umbral.db"), new Properties());
                var read = connection.prepareStatement("select sealed from vault_row where kind = ? and id = ?");
                var write = connection.prepareStatement("update vault_row set sealed = ? where kind = ? and id = ?")) {
            read.setString(1, kind);
            read.setString(2, id);
            byte[] sealed = read.executeQuery().getBytes(1);
            sealed[sealed.length / 2] ^= 1;
            write.setBytes(1, sealed);
            write.setString(2, kind);
            write.setString(3, id);
            write.executeUpdate();
        }
    }

    /** How many rows a table has, or the part of it that a {@code where} behind its name leaves. */
    public static int count(Path home, String table) throws SQLException {
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + home.resolve("umbral.db"), new Properties());
                var read = connection.createStatement()) {
            return read.executeQuery("select count(*) from " + table).getInt(1);
        }
    }

    /** What SQLite itself says of the file: {@code ok}. */
    public static String integrity(Path home) throws SQLException {
        try (Connection connection =
                        JDBC.createConnection("jdbc:sqlite:" + home.resolve("umbral.db"), new Properties());
                var read = connection.createStatement()) {
            return read.executeQuery("pragma integrity_check").getString(1);
        }
    }
}

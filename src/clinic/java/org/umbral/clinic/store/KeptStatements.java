package org.umbral.clinic.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The statements of each connection, kept without their values once they were used, since to parse one takes SQLite longer
 * than most of them take to run. For a pool whose connections live as long as it does. Thread-safe.
 */
final class KeptStatements implements StatementBuilderFactory {
    /** Of a connection; those that were not used for longest go first. */
    static final int MOST = 64;

    private final Map<Connection, OfConnection> ofConnections = new ConcurrentHashMap<>();

    @Override
    public StatementBuilder createStatementBuilder(Connection lent) {
        try {
            return ofConnections.computeIfAbsent(lent.unwrap(Connection.class), OfConnection::new);
        } catch (SQLException e) {
            throw new ConnectionException(e);
        }
    }

    /** Used by one thread at a time, as its connection is. */
    static final class OfConnection extends DefaultStatementBuilder {
        private final Connection connection;
        private final Map<String, PreparedStatement> idle = new LinkedHashMap<>();
        /** Jdbi tells what it was asked when it gives one back, and not what it had prepared. */
        private final Map<Statement, String> lentAs = new IdentityHashMap<>();

        private OfConnection(Connection connection) {
            this.connection = connection;
        }

        @Override
        public PreparedStatement create(Connection lent, String sql, StatementContext context) throws SQLException {
            return lend(sql);
        }

        PreparedStatement lend(String sql) throws SQLException {
            PreparedStatement kept = idle.remove(sql);
            PreparedStatement statement = kept == null ? connection.prepareStatement(sql) : kept;
            lentAs.put(statement, sql);
            return statement;
        }

        @Override
        public void close(Connection lent, String asked, Statement used) throws SQLException {
            giveBack(used);
        }

        void giveBack(Statement used) throws SQLException {
            String sql = lentAs.remove(used);
            if (sql == null || idle.containsKey(sql)) {
                used.close();
                return;
            }
            PreparedStatement statement = (PreparedStatement) used;
            statement.clearParameters();
            idle.put(sql, statement);
            if (idle.size() > MOST) {
                Iterator<PreparedStatement> oldest = idle.values().iterator();
                PreparedStatement gone = oldest.next();
                oldest.remove();
                gone.close();
            }
        }
    }
}

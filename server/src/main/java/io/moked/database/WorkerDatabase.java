package io.moked.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for the few jobs that cross tenants, with transactions of its own. */
public final class WorkerDatabase implements AutoCloseable {

    private final HikariDataSource pool;
    private final HikariDataSource arrivals;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    WorkerDatabase(HikariDataSource pool, HikariDataSource arrivals) {
        this.pool = pool;
        this.arrivals = arrivals;
        jdbc = JdbcClient.create(pool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Adds rows with one commit of its own, over a connection that no other work can take.
     *
     * @param target a table and its columns
     */
    public void copyInto(String target, List<byte[][]> rows) {
        try (var connection = arrivals.getConnection()) {
            copy(connection, target, new CopiedRows(rows));
        } catch (SQLException | IOException failure) {
            throw new DataAccessResourceFailureException("Rows were not copied", failure);
        }
    }

    /**
     * The pool does not see what becomes of a connection here, and would lend a broken one again.
     */
    private void copy(Connection connection, String target, CopiedRows rows)
            throws SQLException, IOException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s from stdin (format binary)".formatted(target), rows);
        } catch (SQLException | IOException | RuntimeException failure) {
            arrivals.evictConnection(connection);
            throw failure;
        }
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    @Override
    public void close() {
        arrivals.close();
        pool.close();
    }
}

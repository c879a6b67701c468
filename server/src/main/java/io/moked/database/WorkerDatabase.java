package io.moked.database;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for the few jobs that cross tenants, with transactions of its own. */
public final class WorkerDatabase implements AutoCloseable {

    private final HikariDataSource pool;
    private final HikariDataSource arrivalsPool;
    private final JdbcClient jdbc;
    private final JdbcTemplate arrivals;
    private final TransactionTemplate transactions;

    WorkerDatabase(HikariDataSource pool, HikariDataSource arrivalsPool) {
        this.pool = pool;
        this.arrivalsPool = arrivalsPool;
        jdbc = JdbcClient.create(pool);
        arrivals = new JdbcTemplate(arrivalsPool);
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
    public void copy(String target, List<byte[][]> rows) {
        arrivals.execute(
                (ConnectionCallback<Long>)
                        connection -> {
                            try {
                                return connection
                                        .unwrap(PGConnection.class)
                                        .getCopyAPI()
                                        .copyIn(
                                                "copy %s from stdin (format binary)"
                                                        .formatted(target),
                                                new CopiedRows(rows));
                            } catch (IOException broken) {
                                throw new DataAccessResourceFailureException(
                                        "The database hung up", broken);
                            }
                        });
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    @Override
    public void close() {
        arrivalsPool.close();
        pool.close();
    }
}

package io.moked.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for the few jobs that cross tenants, with transactions of its own. */
public final class WorkerDatabase implements AutoCloseable {

    private final HikariDataSource pool;
    private final HikariDataSource arrivalsPool;
    private final JdbcClient jdbc;
    private final JdbcClient arrivals;
    private final TransactionTemplate transactions;

    WorkerDatabase(HikariDataSource pool, HikariDataSource arrivalsPool) {
        this.pool = pool;
        this.arrivalsPool = arrivalsPool;
        jdbc = JdbcClient.create(pool);
        arrivals = JdbcClient.create(arrivalsPool);
        transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * For keeping what arrives, with a connection that no other work can take, and without planning
     * the same insert anew for each commit.
     */
    public JdbcClient arrivals() {
        return arrivals;
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

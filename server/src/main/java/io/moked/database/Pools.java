package io.moked.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.moked.database.Doors.Login;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Connection pools that answer soon: with a connection, or that there is none. */
final class Pools {

    private static final int PATIENCE_MILLIS = 3_000;

    /**
     * A plan for values unknown reads too much where batches and filters differ widely; one made
     * for turning disks reads a whole tenant rather than look up a batch by key. And a server that
     * stands still in the middle of a transaction must not hold its rows from the others for ever.
     */
    private static final String OPTIONS =
            "-c plan_cache_mode=force_custom_plan -c random_page_cost=1.1"
                    + " -c idle_in_transaction_session_timeout=60s";

    private Pools() {}

    static HikariDataSource open(String name, String url, Login login, int connections) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(connections, 4));
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        config.addDataSourceProperty("ApplicationName", "moked-" + name);
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("prepareThreshold", "3");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("options", OPTIONS);
        return new HikariDataSource(config);
    }

    /**
     * A connection at a time, whichever class loader and thread asks for it. Its address stays
     * short: PostgreSQL's own data source adds every default to it, and Flyway looks for passwords
     * in an address at a cost that grows with the square of its length.
     */
    static DataSource single(String url, Login login) {
        return new SimpleDriverDataSource(new Driver(), url, login.user(), login.password());
    }
}

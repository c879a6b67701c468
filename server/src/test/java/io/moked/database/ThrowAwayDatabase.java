package io.moked.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL for all tests of this JVM, and a migrated database of its own for who asks. */
public final class ThrowAwayDatabase {

    private static final String TEMPLATE = "moked_template";
    private static final Path HOME = Path.of("target", "test-database").toAbsolutePath();
    private static final ThrowAwayDatabase ONLY = new ThrowAwayDatabase();

    private final AtomicInteger made = new AtomicInteger();
    private final DataDirectory data = freeSlot();
    private final EmbeddedDatabase server =
            EmbeddedDatabase.start(
                    data,
                    DurableDatabase.PROGRAMS,
                    Identity.suitable(),
                    PostgresSettings.THROW_AWAY);

    private ThrowAwayDatabase() {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        execute("drop database if exists " + TEMPLATE + " with (force)");
        execute("create database " + TEMPLATE + " owner moked_owner");
        Migrations.run(doors(TEMPLATE), true);
    }

    /** Test runs side by side use directories side by side. */
    private static DataDirectory freeSlot() {
        for (var slot = 1; ; slot++) {
            try {
                return DataDirectory.open(HOME.resolve(String.valueOf(slot)));
            } catch (DatabaseProblem e) {
                if (slot == 20) {
                    throw e;
                }
            }
        }
    }

    /** The doors to a new database in which every migration has run. */
    public static Doors create() {
        var name = "moked_test_" + ONLY.made.incrementAndGet();
        ONLY.execute("drop database if exists " + name + " with (force)");
        ONLY.execute("create database " + name + " template " + TEMPLATE + " owner moked_owner");
        return ONLY.doors(name);
    }

    /** The data directory beside the database, for whatever else a server keeps. */
    public static DataDirectory directory() {
        return ONLY.data;
    }

    /** Ends every connection to this database and lets nobody in until it is given back. */
    public static void takeAway(Doors doors) {
        ONLY.execute("alter database " + name(doors) + " with allow_connections false");
        ONLY.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                        + name(doors)
                        + "'");
    }

    public static void giveBack(Doors doors) {
        ONLY.execute("alter database " + name(doors) + " with allow_connections true");
    }

    private static String name(Doors doors) {
        return doors.url().substring(doors.url().lastIndexOf('/') + 1);
    }

    static EmbeddedDatabase server() {
        return ONLY.server;
    }

    /** Runs a statement as superuser in the database behind these doors. */
    static void asSuperuser(Doors doors, String sql) {
        ONLY.executeAt(doors.url(), sql);
    }

    private Doors doors(String database) {
        var doors = server.doors();
        return new Doors(url(database), doors.owner(), doors.app(), doors.worker());
    }

    private String url(String database) {
        return server.doors().url().replaceFirst("/moked$", "/" + database);
    }

    private void execute(String sql) {
        executeAt(url("postgres"), sql);
    }

    private void executeAt(String url, String sql) {
        var password = data.secret(Cluster.SUPERUSER);
        try (var connection = DriverManager.getConnection(url, Cluster.SUPERUSER, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}

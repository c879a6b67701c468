package io.moked.database;

import static org.flywaydb.core.api.MigrationState.FUTURE_SUCCESS;
import static org.flywaydb.core.api.MigrationState.IGNORED;
import static org.flywaydb.core.api.MigrationState.MISSING_SUCCESS;
import static org.flywaydb.core.api.MigrationState.SUCCESS;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Brings the tables of every room up to date, as their owner, and leaves no connection behind. */
final class Migrations {

    private static final int OLDEST_SERVER = 15;

    private Migrations() {}

    /**
     * @param upgrade whether this program may change the tables under a server of an older build
     */
    static Migrations run(Doors doors, boolean upgrade) {
        var owners = Pools.single(doors.url(), doors.owner());
        try {
            if (isBehind(owners, doors.owner(), upgrade)) {
                flyway(owners).migrate();
            }
            return new Migrations();
        } catch (FlywayException e) {
            throw Explanation.of("The tables could not be brought up to date: ", e);
        }
    }

    /** Looks over one connection, as most starts change nothing and signing in takes its time. */
    private static boolean isBehind(DataSource owners, Doors.Login owner, boolean upgrade) {
        try (var connection = owners.getConnection()) {
            refuseOldServers(connection);
            var history = flyway(new SingleConnectionDataSource(connection, true)).info();
            refuseOtherBuilds(history);
            boolean behind = history.pending().length > 0;
            if (behind && !upgrade && history.applied().length > 0) {
                throw new DatabaseProblem(
                        "The tables are those of an older Moked: start this one's server first, which brings them up to date.");
            }
            return behind;
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The database does not let %s in: %s".formatted(owner, e.getMessage()), e);
        }
    }

    private static Flyway flyway(DataSource owners) {
        return Flyway.configure()
                .dataSource(owners)
                .locations("classpath:db/migration")
                .defaultSchema("moked_history")
                .placeholderReplacement(false)
                .validateMigrationNaming(true)
                .load();
    }

    private static void refuseOtherBuilds(MigrationInfoService history) {
        for (var migration : history.all()) {
            var state = migration.getState();
            if (state == FUTURE_SUCCESS) {
                throw new DatabaseProblem(
                        "The data was written by a newer Moked (its tables are at %s): start it with that one or a newer one; only a demo can begin anew with --fresh, which deletes what it holds."
                                .formatted(history.current().getVersion()));
            }
            if (state.isFailed()
                    || state == MISSING_SUCCESS
                    || state == IGNORED
                    || (state == SUCCESS && !migration.isChecksumMatching())) {
                throw other(migration);
            }
        }
    }

    private static DatabaseProblem other(MigrationInfo migration) {
        return new DatabaseProblem(
                "The data was written by another build of Moked, whose tables differ from this one's (in %s): start it with the build that wrote it; only a demo can begin anew with --fresh, which deletes what it holds."
                        .formatted(migration.getVersion()));
    }

    private static void refuseOldServers(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_SERVER) {
            throw new DatabaseProblem(
                    "The database is PostgreSQL %d; Moked needs %d or newer."
                            .formatted(version, OLDEST_SERVER));
        }
    }
}

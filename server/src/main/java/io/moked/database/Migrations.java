package io.moked.database;

import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of every room up to date, as their owner, and leaves no connection behind. */
final class Migrations {

    private static final int OLDEST_SERVER = 15;

    private Migrations() {}

    static Migrations run(Doors doors) {
        refuseUnusable(doors);
        var owner = doors.owner();
        try {
            Flyway.configure()
                    .dataSource(Pools.single(doors.url(), owner))
                    .locations("classpath:db/migration")
                    .defaultSchema("moked_history")
                    .placeholderReplacement(false)
                    .validateMigrationNaming(true)
                    .load()
                    .migrate();
            return new Migrations();
        } catch (FlywayException e) {
            throw new DatabaseProblem(
                    "The tables could not be brought up to date: " + e.getMessage(), e);
        }
    }

    private static void refuseUnusable(Doors doors) {
        var owner = doors.owner();
        try (var connection = Pools.single(doors.url(), owner).getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_SERVER) {
                throw new DatabaseProblem(
                        "The database is PostgreSQL %d; Moked needs %d or newer."
                                .formatted(version, OLDEST_SERVER));
            }
        } catch (SQLException e) {
            throw new DatabaseProblem(
                    "The database does not let %s in: %s".formatted(owner, e.getMessage()), e);
        }
    }
}

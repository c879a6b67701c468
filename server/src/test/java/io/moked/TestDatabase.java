package io.moked;

import io.moked.database.Doors;
import io.moked.database.ThrowAwayDatabase;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A migrated database of one's own on a real PostgreSQL, for tests without Spring. */
public record TestDatabase(Doors doors, DataSource owner, DataSource app, DataSource worker) {

    public static TestDatabase create() {
        var doors = ThrowAwayDatabase.create();
        return new TestDatabase(
                doors,
                source(doors, doors.owner()),
                source(doors, doors.app()),
                source(doors, doors.worker()));
    }

    /** Does something as the owner of the tables, and undoes it. */
    void asOwner(Consumer<JdbcClient> work) {
        undone(owner, work);
    }

    /** Does something as the server does most things, and undoes it. */
    void asApp(Consumer<JdbcClient> work) {
        undone(app, work);
    }

    private static void undone(DataSource door, Consumer<JdbcClient> work) {
        try (var connection = door.getConnection()) {
            connection.setAutoCommit(false);
            work.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            connection.rollback();
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static DataSource source(Doors doors, Doors.Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(doors.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }
}

package io.moked;

import io.moked.database.Doors;
import io.moked.database.ThrowAwayDatabase;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

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

    private static DataSource source(Doors doors, Doors.Login login) {
        var source = new PGSimpleDataSource();
        source.setUrl(doors.url());
        source.setUser(login.user());
        source.setPassword(login.password());
        return source;
    }
}

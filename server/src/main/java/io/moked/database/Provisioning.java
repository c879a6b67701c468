package io.moked.database;

import io.moked.database.Doors.Login;
import java.sql.Connection;
import java.sql.SQLException;

/** Makes the three roles and the database where they are missing, each time we start. */
record Provisioning(int port, Login superuser, Doors doors) {

    private static final String DATABASE = "moked";

    static Provisioning of(DataDirectory data, int port) {
        var doors =
                new Doors(
                        url(port, DATABASE),
                        login(data, "moked_owner"),
                        login(data, "moked_app"),
                        login(data, "moked_worker"));
        return new Provisioning(port, login(data, Cluster.SUPERUSER), doors);
    }

    private static Login login(DataDirectory data, String user) {
        return new Login(user, data.secret(user));
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    Doors run() {
        try (var connection = Pools.single(url(port, "postgres"), superuser).getConnection()) {
            makeRole(connection, doors.owner());
            makeRole(connection, doors.app());
            makeRole(connection, doors.worker());
            makeDatabase(connection);
            return doors;
        } catch (SQLException e) {
            throw Explanation.of("The embedded PostgreSQL runs but lets us do nothing: ", e);
        }
    }

    /** The password of the file holds, even if the file was lost and made anew. */
    private static void makeRole(Connection connection, Login login) throws SQLException {
        var role = login.user();
        if (isMissing(connection, "select from pg_roles where rolname = ?", role)) {
            execute(connection, "create role " + role + " login");
        }
        execute(connection, "alter role %s password '%s'".formatted(role, login.password()));
    }

    private static void makeDatabase(Connection connection) throws SQLException {
        if (isMissing(connection, "select from pg_database where datname = ?", DATABASE)) {
            execute(connection, "create database %s owner moked_owner".formatted(DATABASE));
        }
    }

    private static boolean isMissing(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.moked.bench.product;

import io.moked.bench.webhook.Wamid;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** The product's own PostgreSQL, entered by the back door to count and to find the floor. */
public record Database(int port, String password) {

    private static final String PRODUCT = "moked";
    private static final String SCRATCH = "moked_bench";
    private static final long LOOK_NANOS = 20_000_000;

    /** A database beside the product's, with a table like that of its deliveries. */
    public void makeScratch() throws SQLException {
        execute("postgres", "create database " + SCRATCH);
        execute(
                SCRATCH,
                """
                create table floor (
                    id bigint not null generated always as identity primary key,
                    received_at timestamptz not null default now(),
                    body bytea not null)
                """);
    }

    private void execute(String database, String sql) throws SQLException {
        try (var connection = open(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public Connection openScratch() throws SQLException {
        return open(SCRATCH);
    }

    private Connection open(String database) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** Waits until every delivery has become messages. */
    public void awaitDrained() throws SQLException {
        try (var connection = open(PRODUCT);
                var backlog =
                        connection.prepareStatement(
                                "select exists (select from whatsapp.delivery)")) {
            while (isTrue(backlog)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private static boolean isTrue(PreparedStatement question) throws SQLException {
        try (var row = question.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Takes the number and the id of a message that has been recorded. */
    public interface Reader {
        void read(long number, String message);
    }

    /** Reads everything recorded of what was sent under this number or a higher one. */
    public void readRecorded(long first, Reader reader) throws SQLException {
        try (var connection = open(PRODUCT)) {
            connection.setAutoCommit(false);
            try (var messages =
                    connection.prepareStatement(
                            """
                            select external_id, id from conversation.message
                            where external_id like ? and external_id >= ?
                            """)) {
                messages.setFetchSize(10_000);
                messages.setString(1, Wamid.PREFIX + "%");
                messages.setString(2, Wamid.of(first));
                try (var row = messages.executeQuery()) {
                    while (row.next()) {
                        reader.read(Wamid.number(row.getString(1)), row.getString(2));
                    }
                }
            }
        }
    }
}

package io.moked.bench.product;

import io.moked.bench.webhook.Wamid;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** The product's own PostgreSQL, entered by the back door to count and to find the floor. */
public record Database(int port, String password) {

    private static final String PRODUCT = "moked";

    /** How long the product lets a send or a fetch take before it takes whoever did it for dead. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final List<String> LEASES =
            List.of(
                    """
                    update sending.outbox set due_at = now()
                    where message_id in (
                        select message_id from sending.outbox
                        where state = 'sending' and due_at <= ?
                        for update skip locked)
                    """,
                    """
                    update whatsapp.media_fetch set due_at = now()
                    where media_id in (
                        select media_id from whatsapp.media_fetch
                        where attempts > 0 and due_at <= ?
                        for update skip locked)
                    """);

    private static final String SCRATCH = "moked_bench";
    private static final long LOOK_NANOS = 20_000_000;
    private static final long PATIENCE_NANOS = 300_000_000_000L;

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

    /** The product's database, as its superuser. */
    public Connection open() throws SQLException {
        return open(PRODUCT);
    }

    /** Where the product's database is. */
    String url() {
        return url(PRODUCT);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Waits for one that is just being started again. */
    private Connection open(String database) throws SQLException {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                return DriverManager.getConnection(url(database), "postgres", password);
            } catch (SQLException away) {
                if (!isComing(away.getSQLState()) || System.nanoTime() > giveUp) {
                    throw away;
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    /** It does not listen, or not to us yet. */
    private static boolean isComing(String state) {
        return state.startsWith("08") || state.equals("57P03");
    }

    /** Waits until every delivery has become messages. */
    public void awaitDrained() throws SQLException {
        try (var connection = open(PRODUCT);
                var backlog =
                        connection.prepareStatement(
                                "select exists (select from whatsapp.delivery)")) {
            long giveUp = System.nanoTime() + PATIENCE_NANOS;
            while (isTrue(backlog)) {
                if (System.nanoTime() > giveUp) {
                    throw new IllegalStateException("Deliveries wait and are not worked through");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    /**
     * Waits until every delivery has been looked at once.
     *
     * @return how many have to be tried again; they are let go
     */
    public long awaitWorkedThrough() throws SQLException {
        try (var connection = open(PRODUCT);
                var fresh =
                        connection.prepareStatement(
                                "select exists (select from whatsapp.delivery where attempts = 0)");
                var late = connection.createStatement()) {
            long giveUp = System.nanoTime() + PATIENCE_NANOS;
            while (isTrue(fresh)) {
                if (System.nanoTime() > giveUp) {
                    throw new IllegalStateException("Deliveries wait and are not worked through");
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return late.executeUpdate("delete from whatsapp.delivery where attempts > 0");
        }
    }

    /** For which reasons parts of deliveries were set aside, and how often. */
    public Map<String, Long> setAside() throws SQLException {
        var reasons = new TreeMap<String, Long>();
        try (var connection = open(PRODUCT);
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select reason, count(*) from whatsapp.dead_letter group by reason")) {
            while (row.next()) {
                reasons.put(row.getString(1), row.getLong(2));
            }
        }
        return reasons;
    }

    private static boolean isTrue(PreparedStatement question) throws SQLException {
        try (var row = question.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Messages that are to be sent or on the wire. */
    public long unsent() throws SQLException {
        return count("select count(*) from sending.outbox where state <> 'unknown'");
    }

    /** Files that are still to be fetched. */
    public long unfetched() throws SQLException {
        return count("select count(*) from whatsapp.media_fetch where given_up_at is null");
    }

    /** Messages that some server has claimed for sending. */
    public long claimed() throws SQLException {
        return count("select count(*) from sending.outbox where state = 'sending'");
    }

    private long count(String question) throws SQLException {
        try (var connection = open(PRODUCT);
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * As if five minutes had passed for everything that was being sent or fetched at this moment. A
     * frozen server may hold some of it in a transaction, as it would hold it then: nobody waits
     * for that.
     */
    public void endLeases(Instant claimedBefore) throws SQLException {
        try (var connection = open(PRODUCT)) {
            for (var leases : LEASES) {
                try (var update = connection.prepareStatement(leases)) {
                    update.setObject(1, claimedBefore.plus(LEASE).atOffset(ZoneOffset.UTC));
                    update.executeUpdate();
                }
            }
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

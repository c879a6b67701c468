package io.moked.bench.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moked.bench.product.Access.Line;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * More businesses, as copies of the demo's first: whatever rows it has in the rooms of tenants,
 * people, numbers and departments, whatever columns they have by now.
 */
public record Businesses(Database database, Access access) {

    private static final String TABLES =
            """
            select distinct c.table_schema || '.' || c.table_name
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE' and c.table_name <> 'session'
                and c.table_schema in ('tenancy', 'access', 'channel', 'routing')
            """;

    private static final String TENANT =
            """
            insert into tenancy.tenant
            select (jsonb_populate_record(t, jsonb_build_object('id', ?))).* from tenancy.tenant t where id = ?
            """;

    private static final String ROWS =
            """
            insert into %1$s
            select (jsonb_populate_record(t, jsonb_build_object('tenant_id', ?, 'external_id', ?, 'address', ?,
                'digest', ?, 'email', ? || (to_jsonb(t) ->> 'email')))).*
            from %1$s t where tenant_id = ?
            """;

    /** So many copies, each with a number and a token of its own. */
    public List<Line> copy(int businesses) throws SQLException {
        var lines = new ArrayList<Line>();
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Rows come in any order of tables.
            statement.execute("set session_replication_role = replica");
            var original = original(connection);
            var tables = tables(connection);
            for (int number = 0; number < businesses; number++) {
                var line = line(number);
                copy(connection, tables, original, number, line);
                lines.add(line);
            }
            connection.commit();
        }
        return lines;
    }

    private UUID original(Connection connection) throws SQLException {
        try (var question =
                connection.prepareStatement(
                        "select tenant_id from channel.channel where external_id = ?")) {
            question.setString(1, access.lines().getFirst().phoneNumberId());
            try (var row = question.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private static Line line(int number) {
        var digits = "%06d".formatted(number);
        return new Line("201" + digits, "101" + digits, "+1 556 " + digits, "moked_bench" + digits);
    }

    private static void copy(
            Connection connection, List<String> tables, UUID original, int number, Line line)
            throws SQLException {
        var tenant = UUID.randomUUID();
        try (var insert = connection.prepareStatement(TENANT)) {
            insert.setString(1, tenant.toString());
            insert.setObject(2, original);
            insert.executeUpdate();
        }
        for (var table : tables) {
            try (var insert = connection.prepareStatement(ROWS.formatted(table))) {
                insert.setString(1, tenant.toString());
                insert.setString(2, line.phoneNumberId());
                insert.setString(3, line.displayNumber());
                insert.setString(4, "\\x" + Digest.sha256(line.apiToken().getBytes(UTF_8)));
                insert.setString(5, String.valueOf(number));
                insert.setObject(6, original);
                insert.executeUpdate();
            }
        }
    }
}

package io.moked.bench.broadcast;

import io.moked.bench.product.Installation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Contacts of a business whom nobody has written to yet, each with a phone. */
record Crowd(Installation installation, int size) {

    private static final long FIRST = 15_700_000_000L;

    private static final String CONTACTS =
            """
            insert into contact.contact (tenant_id, id, name, first_seen_at, last_seen_at)
            select c.tenant_id, (lpad(to_hex(1700000000000 + n), 12, '0') || '7000' || substr(md5('crowd' || n), 1, 16))::uuid,
                'Contact ' || n, now() - interval '1 year', now() - interval '1 year'
            from channel.channel c, generate_series(0, ? - 1) n where c.external_id = ?
            """;

    private static final String IDENTITIES =
            """
            insert into contact.identity (tenant_id, kind, value, contact_id, since)
            select c.tenant_id, 'phone', (? + split_part(c.name, ' ', 2)::bigint)::text, c.id, now() - interval '1 year'
            from contact.contact c where c.name like 'Contact %' and c.last_seen_at < now() - interval '300 days'
            """;

    private static final String STATES =
            """
            select i.value, r.state::text from broadcast.recipient r
                join contact.identity i on i.tenant_id = r.tenant_id and i.contact_id = r.contact_id
            where i.kind = 'phone' and r.broadcast_id = ?::uuid
            """;

    /** Their phones, as Meta knows them. */
    static List<String> phones(int size) {
        return LongStream.range(FIRST, FIRST + size).mapToObj(Long::toString).toList();
    }

    void write(String phoneNumberId) throws IOException, SQLException {
        try (var connection = installation.database().open()) {
            try (var contacts = connection.prepareStatement(CONTACTS)) {
                contacts.setInt(1, size);
                contacts.setString(2, phoneNumberId);
                contacts.executeUpdate();
            }
            try (var identities = connection.prepareStatement(IDENTITIES)) {
                identities.setLong(1, FIRST);
                identities.executeUpdate();
            }
            analyze(connection);
        }
    }

    private static void analyze(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("analyze contact.contact, contact.identity");
        }
    }

    /** How far the product says that the message to each phone has come. */
    Map<String, String> states(String broadcast) throws IOException, SQLException {
        var states = new HashMap<String, String>();
        try (var connection = installation.database().open();
                var question = connection.prepareStatement(STATES)) {
            question.setString(1, broadcast);
            try (var row = question.executeQuery()) {
                while (row.next()) {
                    states.put(row.getString(1), row.getString(2));
                }
            }
        }
        return states;
    }
}

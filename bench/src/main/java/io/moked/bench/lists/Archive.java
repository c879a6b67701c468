package io.moked.bench.lists;

import io.moked.bench.product.Access.Line;
import io.moked.bench.product.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Years of conversations, written into the first business by a few statements: two of three
 * contacts wrote several times, one conversation of fifty is open, and each has ten messages.
 */
record Archive(Database database, Line line) {

    static final int MESSAGES_EACH = 10;

    private static final int CONVERSATIONS_OF_A_CONTACT = 5;

    /** Ids that rise with time, as the product's do; the second argument tells kinds apart. */
    private static final String ID =
            """
            create or replace function pg_temp.id(n bigint, kind text) returns uuid language sql immutable as
            $$ select (lpad(to_hex(1700000000000 + n), 12, '0') || '7000' || substr(md5(kind || n), 1, 16))::uuid $$
            """;

    /** What the statements below begin with: whose archive this is. */
    private static final String OWNER =
            """
            create temp table owner as
            select c.tenant_id, c.id as channel_id, d.id as department_id, u.id as user_id
            from channel.channel c join routing.department d on d.tenant_id = c.tenant_id and d.is_standard
                join lateral (select id from access.app_user a where a.tenant_id = c.tenant_id order by id limit 1) u on true
            where c.external_id = '%s'
            """;

    private static final String CONTACTS =
            """
            insert into contact.contact (tenant_id, id, name, first_seen_at, last_seen_at)
            select o.tenant_id, pg_temp.id(n, 'contact'), 'Contact ' || md5('name' || n),
                now() - interval '2 years', now() - n * interval '1 minute'
            from owner o, generate_series(0, %1$d / %2$d - 1) n
            """;

    private static final String IDENTITIES =
            """
            insert into contact.identity (tenant_id, kind, value, contact_id, since)
            select o.tenant_id, 'phone', (15600000000 + n)::text, pg_temp.id(n, 'contact'), now() - interval '2 years'
            from owner o, generate_series(0, %1$d / %2$d - 1) n
            """;

    /** The newest fiftieth is open: of contacts that differ, a part of it with the agent. */
    private static final String CONVERSATIONS =
            """
            insert into conversation.conversation (tenant_id, id, contact_id, channel_id, status, handler,
                department_id, assignee_id, opened_at, waiting_since, resolved_at, last_inbound_at, last_message_at,
                last_message_id)
            select o.tenant_id, pg_temp.id(n, 'conversation'), pg_temp.id(n %% (%1$d / %2$d), 'contact'), o.channel_id,
                case when n >= %1$d - %1$d / 50 then 'open' else 'resolved' end,
                case when n %% 20 = 0 then 'agent' else 'queue' end, o.department_id,
                case when n %% 20 = 0 then o.user_id end, at - interval '1 hour', at - interval '1 hour',
                case when n < %1$d - %1$d / 50 then at end, at, at, pg_temp.id(n * 10 + 9, 'message')
            from owner o, generate_series(0, %1$d - 1) n,
                lateral (select now() - (%1$d - n) * interval '1 minute' as at) t
            """;

    private static final String MESSAGES =
            """
            insert into conversation.message (tenant_id, id, conversation_id, channel_id, direction, author_kind,
                author_id, content, status, external_id, at)
            select o.tenant_id, pg_temp.id(n * 10 + m, 'message'), pg_temp.id(n, 'conversation'), o.channel_id,
                case when m %% 2 = 0 then 'inbound' else 'outbound' end,
                case when m %% 2 = 0 then 'contact' else 'agent' end,
                case when m %% 2 = 1 then o.user_id end,
                jsonb_build_object('kind', 'text', 'body', 'Message ' || m || ' of conversation ' || n
                    || ', about as long as what people write to a business on an ordinary day.'),
                (case when m %% 2 = 0 then 'received' else 'read' end)::conversation.message_status,
                'wamid.archive' || n * 10 + m,
                now() - (%1$d - n) * interval '1 minute' - (9 - m) * interval '3 minutes'
            from owner o, generate_series(%3$d, %4$d) n, generate_series(0, 9) m
            """;

    private static final int SHARE = 50_000;

    /** Does nothing where an earlier run has written it. */
    void write(int conversations) throws SQLException {
        try (var connection = database.open();
                var statement = connection.createStatement()) {
            if (isWritten(statement)) {
                return;
            }
            statement.execute(ID);
            statement.execute(OWNER.formatted(line.phoneNumberId()));
            for (var table : List.of(CONTACTS, IDENTITIES, CONVERSATIONS)) {
                statement.execute(table.formatted(conversations, CONVERSATIONS_OF_A_CONTACT));
            }
            writeMessages(connection, conversations);
            statement.execute("analyze");
        }
    }

    private static boolean isWritten(Statement statement) throws SQLException {
        try (var row =
                statement.executeQuery(
                        "select exists (select from conversation.message where external_id = 'wamid.archive0')")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Newest last, so that a broken run is seen as not written. */
    private static void writeMessages(Connection connection, int conversations)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            for (int until = conversations; until > 0; until -= SHARE) {
                int from = Math.max(0, until - SHARE);
                statement.execute(
                        MESSAGES.formatted(
                                conversations, CONVERSATIONS_OF_A_CONTACT, from, until - 1));
                System.out.printf(
                        "  %,d messages written%n", (conversations - from) * MESSAGES_EACH);
            }
        }
    }
}

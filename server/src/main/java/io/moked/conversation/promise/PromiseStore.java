package io.moked.conversation.promise;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.uuid;
import static java.util.stream.Collectors.toMap;

import io.moked.conversation.Conversation.Progress;
import io.moked.conversation.Conversation.Promise;
import io.moked.conversation.Conversation.Promises;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A row beside each conversation that something is promised about: lists are ordered by it. */
@Repository
class PromiseStore implements Promises {

    private final JdbcClient jdbc;

    PromiseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Map<UUID, Promise> nearest) {
        if (nearest.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into conversation.promise (tenant_id, conversation_id, kind, due_at, endangered_at)
                        select :tenant, conversation_id, kind, due_at, endangered_at
                        from unnest(:conversations::uuid[], :kinds::text[], :dues::timestamptz[], :warnings::timestamptz[])
                            as p (conversation_id, kind, due_at, endangered_at)
                        on conflict (tenant_id, conversation_id) do update
                        set kind = excluded.kind, due_at = excluded.due_at, endangered_at = excluded.endangered_at
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversations", column(nearest.keySet()))
                .param("kinds", column(nearest.values(), it -> it.kind().word()))
                .param("dues", column(nearest.values(), Promise::dueAt))
                .param("warnings", column(nearest.values(), Promise::endangeredAt))
                .update();
    }

    @Override
    public void drop(Collection<UUID> conversations) {
        if (!conversations.isEmpty()) {
            jdbc.sql(
                            """
                            delete from conversation.promise where conversation_id = any(:conversations::uuid[])
                            """)
                    .param("conversations", column(conversations))
                    .update();
        }
    }

    @Override
    public Map<UUID, Promise> of(Collection<UUID> conversations) {
        return jdbc
                .sql(
                        """
                        select conversation_id, kind, due_at, endangered_at from conversation.promise
                        where conversation_id = any(:conversations::uuid[])
                        """)
                .param("conversations", column(conversations))
                .query((row, n) -> Map.entry(uuid(row, "conversation_id"), promise(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                Promise.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                instant(row, "due_at"),
                instant(row, "endangered_at"));
    }

    @Override
    public List<Progress> lockUnresolved(UUID after, int most) {
        return jdbc.sql(
                        """
                        with held as materialized (
                            select id, status, opened_at from conversation.conversation
                            where id > :after and status <> 'resolved' and handler <> 'nobody'
                            order by id limit :most for no key update
                        )
                        select c.id, c.status = 'snoozed' as snoozed, c.opened_at, a.at is not null as answered, q.at as asked_at
                        from held c
                            left join lateral (
                                select max(m.at) as at from conversation.message m
                                where m.conversation_id = c.id and m.author_kind = 'agent' and m.at >= c.opened_at) a on true
                            left join lateral (
                                select min(m.at) as at from conversation.message m
                                where m.conversation_id = c.id and m.author_kind = 'contact' and m.at > a.at) q on true
                        order by c.id
                        """)
                .param("after", after)
                .param("most", most)
                .query((row, n) ->
                        new Progress(
                                uuid(row, "id"),
                                row.getBoolean("snoozed"),
                                instant(row, "opened_at"),
                                row.getBoolean("answered"),
                                instantOrNull(row, "asked_at")))
                .list();
    }
}

package io.moked.routing;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;
import static java.util.stream.Collectors.toMap;

import io.moked.routing.engine.Needs;
import io.moked.routing.engine.Priority;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What conversations ask for; whichever asks for nothing in particular has no row. */
@Repository
class NeedStore {

    private final JdbcClient jdbc;

    NeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID conversation, UUID skill, int level, boolean isRequired) {}

    Map<UUID, Needs> of(Collection<UUID> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        var needs = new HashMap<UUID, Needs>();
        jdbc.sql(
                        """
                        select conversation_id, skill_id, level, is_required from routing.need
                        where conversation_id = any(:conversations::uuid[])
                        """)
                .param("conversations", column(conversations))
                .query((row, n) ->
                        new Row(
                                uuid(row, "conversation_id"),
                                uuid(row, "skill_id"),
                                row.getInt("level"),
                                row.getBoolean("is_required")))
                .list()
                .forEach(it -> {
                    var one =
                            needs.computeIfAbsent(
                                    it.conversation(),
                                    id -> new Needs(new HashMap<>(), new HashMap<>()));
                    (it.isRequired() ? one.required() : one.preferred())
                            .put(it.skill(), it.level());
                });
        return needs;
    }

    Needs of(UUID conversation) {
        return of(List.of(conversation)).getOrDefault(conversation, Needs.NONE);
    }

    void replace(UUID conversation, Needs needs) {
        jdbc.sql("delete from routing.need where conversation_id = :conversation")
                .param("conversation", conversation)
                .update();
        var rows =
                Stream.concat(
                                rows(conversation, needs.required(), true),
                                rows(conversation, needs.preferred(), false))
                        .toList();
        jdbc.sql(
                        """
                        insert into routing.need (tenant_id, conversation_id, skill_id, level, is_required)
                        select :tenant, :conversation, skill_id, level, is_required
                        from unnest(:skills::uuid[], :levels::int[], :required::boolean[]) as n (skill_id, level, is_required)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversation", conversation)
                .param("skills", column(rows, Row::skill))
                .param("levels", column(rows, Row::level))
                .param("required", column(rows, Row::isRequired))
                .update();
    }

    private static Stream<Row> rows(
            UUID conversation, Map<UUID, Integer> levels, boolean isRequired) {
        return levels.entrySet().stream()
                .map(it -> new Row(conversation, it.getKey(), it.getValue(), isRequired));
    }

    Priority priority(UUID conversation) {
        return jdbc.sql(
                        "select priority from routing.urgency where conversation_id = :conversation")
                .param("conversation", conversation)
                .query(String.class)
                .optional()
                .map(Priority::of)
                .orElse(Priority.NORMAL);
    }

    Map<UUID, String> priorities(Collection<UUID> conversations) {
        return jdbc
                .sql(
                        """
                        select conversation_id, priority from routing.urgency
                        where conversation_id = any(:conversations::uuid[])
                        """)
                .param("conversations", column(conversations))
                .query((row, n) ->
                        Map.entry(uuid(row, "conversation_id"), row.getString("priority")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whoever waits stands by it from now on; a wait that begins, begins with it. */
    void setPriority(UUID conversation, Priority before, Priority now) {
        jdbc.sql(
                        """
                        with kept as (
                            insert into routing.urgency (tenant_id, conversation_id, priority, start_seconds)
                            values (:tenant, :conversation, :priority, :start)
                            on conflict (tenant_id, conversation_id)
                                do update set priority = excluded.priority, start_seconds = excluded.start_seconds
                        )
                        update routing.waiting set standing_at = standing_at - make_interval(secs => :further)
                        where conversation_id = :conversation
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversation", conversation)
                .param("priority", now.word())
                .param("start", now.start().toSeconds())
                .param("further", now.start().minus(before.start()).toSeconds())
                .update();
    }
}

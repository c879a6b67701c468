package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static java.util.stream.Collectors.toMap;

import io.moked.kernel.Ids;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes in the thread itself what happened to a conversation. */
@Repository
class ThreadEvents {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    ThreadEvents(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    void note(String type, List<UUID> conversations, @Nullable UUID actor, @Nullable UUID subject) {
        var now = clock.instant();
        write(type, conversations.stream().collect(toMap(it -> it, it -> now)), actor, subject);
    }

    /** Before the first message, whose time is the conversation's own. */
    void noteOpened(Map<UUID, Instant> conversations) {
        write("opened", conversations, null, null);
    }

    private void write(
            String type,
            Map<UUID, Instant> conversations,
            @Nullable UUID actor,
            @Nullable UUID subject) {
        if (conversations.isEmpty()) {
            return;
        }
        var rows = List.copyOf(conversations.entrySet());
        jdbc.sql(
                        """
                        insert into conversation.event (tenant_id, id, conversation_id, type, actor_id, subject_id, at)
                        select :tenant, id, conversation_id, :type, :actor::uuid, :subject::uuid, at
                        from unnest(:ids::uuid[], :conversations::uuid[], :times::timestamptz[])
                            as e (id, conversation_id, at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("type", type)
                .param("actor", actor)
                .param("subject", subject)
                .param("ids", column(rows, row -> ids.next()))
                .param("conversations", column(rows, Map.Entry::getKey))
                .param("times", column(rows, Map.Entry::getValue))
                .update();
    }
}

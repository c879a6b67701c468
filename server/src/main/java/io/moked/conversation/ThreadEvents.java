package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;

import io.moked.kernel.Ids;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
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
        if (conversations.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into conversation.event (tenant_id, id, conversation_id, type, actor_id, subject_id, at)
                        select :tenant, id, conversation_id, :type, :actor::uuid, :subject::uuid, :now
                        from unnest(:ids::uuid[], :conversations::uuid[]) as e (id, conversation_id)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("type", type)
                .param("actor", actor)
                .param("subject", subject)
                .param("now", time(clock.instant()))
                .param("ids", column(conversations, conversation -> ids.next()))
                .param("conversations", column(conversations))
                .update();
    }
}

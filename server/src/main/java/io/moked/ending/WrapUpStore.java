package io.moked.ending;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.UserId;
import io.moked.ending.WrapUps.WrapUp;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WrapUpStore {

    private final JdbcClient jdbc;

    WrapUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(UUID conversation, UserId agent, Instant due) {
        jdbc.sql(
                        """
                        insert into ending.wrap_up (tenant_id, conversation_id, agent_id, due_at)
                        values (:tenant, :conversation, :agent, :due)
                        on conflict (tenant_id, conversation_id) do update set agent_id = :agent, due_at = :due
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversation", conversation)
                .param("agent", agent.value())
                .param("due", time(due))
                .update();
    }

    List<WrapUp> of(UserId agent, Instant now) {
        return jdbc.sql(
                        """
                        select conversation_id, due_at from ending.wrap_up where agent_id = :agent and due_at > :now
                        order by due_at, conversation_id
                        """)
                .param("agent", agent.value())
                .param("now", time(now))
                .query((row, n) -> new WrapUp(uuid(row, "conversation_id"), instant(row, "due_at")))
                .list();
    }

    List<UUID> due(Instant now, int most) {
        return jdbc.sql(
                        "select conversation_id from ending.wrap_up where due_at <= :now order by due_at limit :most")
                .param("now", time(now))
                .param("most", most)
                .query((row, n) -> uuid(row, "conversation_id"))
                .list();
    }

    void done(Collection<UUID> conversations, Instant now) {
        jdbc.sql(
                        """
                        delete from ending.wrap_up
                        where conversation_id = any(:conversations::uuid[]) and due_at <= :now
                        """)
                .param("conversations", column(conversations))
                .param("now", time(now))
                .update();
    }

    /** Whether it was theirs. */
    boolean remove(UUID conversation, UserId agent) {
        return jdbc.sql(
                                "delete from ending.wrap_up where conversation_id = :conversation and agent_id = :agent")
                        .param("conversation", conversation)
                        .param("agent", agent.value())
                        .update()
                > 0;
    }
}

package io.moked.ending;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When what is set aside is looked at again; whether it still is, its conversation knows. */
@Repository
class WakeStore {

    private final JdbcClient jdbc;

    WakeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void set(UUID conversation, Instant due) {
        jdbc.sql(
                        """
                        insert into ending.wake (tenant_id, conversation_id, due_at) values (:tenant, :conversation, :due)
                        on conflict (tenant_id, conversation_id) do update set due_at = :due
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversation", conversation)
                .param("due", time(due))
                .update();
    }

    List<UUID> due(Instant now, int most) {
        return jdbc.sql(
                        "select conversation_id from ending.wake where due_at <= :now order by due_at limit :most")
                .param("now", time(now))
                .param("most", most)
                .query((row, n) -> uuid(row, "conversation_id"))
                .list();
    }

    void done(List<UUID> conversations, Instant now) {
        jdbc.sql(
                        """
                        delete from ending.wake
                        where conversation_id = any(:conversations::uuid[]) and due_at <= :now
                        """)
                .param("conversations", column(conversations))
                .param("now", time(now))
                .update();
    }
}

package io.moked.routing;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.UserId;
import io.moked.conversation.ConversationId;
import io.moked.routing.Handovers.Handover;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HandoverStore {

    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Handover it) {
        jdbc.sql(
                        """
                        insert into routing.handover (tenant_id, id, conversation_id, asked_by, agent_id, note, asked_at, ends_at)
                        values (:tenant, :id, :conversation, :by, :agent, :note, :asked, :ends)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", it.id())
                .param("conversation", it.conversation())
                .param("by", it.askedBy())
                .param("agent", it.agent())
                .param("note", it.note())
                .param("asked", time(it.askedAt()))
                .param("ends", time(it.endsAt()))
                .update();
    }

    Optional<Handover> find(UUID id) {
        return jdbc.sql("select * from routing.handover where id = :id")
                .param("id", id)
                .query(HandoverStore::handover)
                .optional();
    }

    Optional<Handover> of(ConversationId conversation) {
        return jdbc.sql("select * from routing.handover where conversation_id = :conversation")
                .param("conversation", conversation.value())
                .query(HandoverStore::handover)
                .optional();
    }

    /** Of somebody and by somebody, that go on; the oldest first. */
    List<Handover> concerning(UserId user, Instant now) {
        return jdbc.sql(
                        """
                        select * from routing.handover where (agent_id = :user or asked_by = :user) and ends_at > :now
                        order by asked_at, id
                        """)
                .param("user", user.value())
                .param("now", time(now))
                .query(HandoverStore::handover)
                .list();
    }

    /** Whether it was still there. */
    boolean remove(UUID id) {
        return jdbc.sql("delete from routing.handover where id = :id").param("id", id).update() > 0;
    }

    List<Handover> removeEnded(Instant now) {
        return jdbc.sql("delete from routing.handover where ends_at <= :now returning *")
                .param("now", time(now))
                .query(HandoverStore::handover)
                .list();
    }

    private static Handover handover(ResultSet row, int n) throws SQLException {
        return new Handover(
                uuid(row, "id"),
                uuid(row, "conversation_id"),
                uuid(row, "asked_by"),
                uuid(row, "agent_id"),
                row.getString("note"),
                instant(row, "asked_at"),
                instant(row, "ends_at"));
    }
}

package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whose conversations are, or were. */
@Component
public class Owners {

    private final JdbcClient jdbc;

    Owners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an agent has to do; it changes for nobody else until this transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Conversation> lockOf(UserId agent) {
        return jdbc.sql(
                        """
                        select * from conversation.conversation
                        where assignee_id = :agent and handler = 'agent' and status <> 'resolved' order by id for update
                        """)
                .param("agent", agent.value())
                .query(ConversationStore::conversation)
                .list();
    }

    /** What a department has to do, likewise. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Conversation> lockIn(UUID department) {
        return jdbc.sql(
                        """
                        select * from conversation.conversation
                        where department_id = :department and handler <> 'nobody' and status <> 'resolved'
                        order by id for update
                        """)
                .param("department", department)
                .query(ConversationStore::conversation)
                .list();
    }

    /** What has ended in a department belongs to another from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bequeath(UUID department, UUID successor) {
        jdbc.sql(
                        """
                        update conversation.conversation set department_id = :successor
                        where department_id = :department and (status = 'resolved' or handler = 'nobody')
                        """)
                .param("department", department)
                .param("successor", successor)
                .update();
    }

    /** How long agents had what ended last in a department, from the assignment to the end. */
    @Transactional(readOnly = true)
    public List<Duration> handled(UUID department, int most) {
        return jdbc.sql(
                        """
                        select extract(epoch from c.resolved_at - a.at)::bigint as seconds from (
                            select id, resolved_at from conversation.conversation
                            where department_id = :department and status = 'resolved' and handler = 'agent'
                            order by resolved_at desc limit :most) as c
                        cross join lateral (
                            select at from conversation.event e
                            where e.conversation_id = c.id and type like 'assigned%' and at <= c.resolved_at
                            order by at desc, id desc limit 1) as a
                        """)
                .param("department", department)
                .param("most", most)
                .query((row, n) -> Duration.ofSeconds(row.getLong("seconds")))
                .list();
    }

    /** Who had the contact of a conversation last, and when that ended. */
    public record Last(UUID agent, Instant endedAt) {}

    /**
     * By the conversations; those whose contacts nobody had before are missing. Through whichever
     * number: people know whom they spoke to.
     */
    @Transactional(readOnly = true)
    public Map<UUID, Last> lastBefore(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select c.id, last.assignee_id, last.resolved_at
                        from conversation.conversation c cross join lateral (
                            select assignee_id, resolved_at from conversation.conversation o
                            where o.contact_id = c.contact_id and o.id <> c.id and o.assignee_id is not null and o.resolved_at is not null
                            order by o.resolved_at desc limit 1) as last
                        where c.id = any(:ids::uuid[])
                        """)
                .param("ids", column(ids))
                .query((row, n) -> Map.entry(uuid(row, "id"), last(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Last last(ResultSet row) throws SQLException {
        return new Last(uuid(row, "assignee_id"), instant(row, "resolved_at"));
    }
}

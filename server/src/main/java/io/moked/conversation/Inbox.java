package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;

import io.moked.contact.Contacts;
import io.moked.kernel.Cursor;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of conversations that people work through. */
@Component
public class Inbox {

    private final JdbcClient jdbc;
    private final Contacts contacts;

    Inbox(JdbcClient jdbc, Contacts contacts) {
        this.jdbc = jdbc;
        this.contacts = contacts;
    }

    /**
     * Which conversations are wanted; null asks for all.
     *
     * @param unassigned only those that no agent has
     * @param words only those of contacts whose name, username or phone contains them
     */
    public record Filter(
            @Nullable String status,
            @Nullable String handler,
            @Nullable UUID department,
            @Nullable UUID assignee,
            boolean unassigned,
            @Nullable UUID channel,
            @Nullable String label,
            @Nullable String words) {}

    /** How many, counted no further than it matters. */
    public record Count(int count, boolean more) {}

    /** Newest activity first. */
    @Transactional(readOnly = true)
    public Slice<Conversation> list(Filter filter, Page page) {
        var matching =
                filter.words() == null || filter.words().isBlank()
                        ? null
                        : column(contacts.matching(filter.words()));
        var rows =
                jdbc.sql(
                                """
                                select * from conversation.conversation
                                where (last_message_at, id) < (:at, :id)
                                    and (:status::text is null or status = :status)
                                    and (:handler::text is null or handler = :handler)
                                    and (:department::uuid is null or department_id = :department)
                                    and (:assignee::uuid is null or assignee_id = :assignee)
                                    and (not :unassigned or assignee_id is null)
                                    and (:channel::uuid is null or channel_id = :channel)
                                    and (:label::text is null or :label = any(labels))
                                    and (:contacts::uuid[] is null or contact_id = any(:contacts::uuid[]))
                                order by last_message_at desc, id desc limit :limit
                                """)
                        .param("at", time(page.after().at()))
                        .param("id", page.after().id())
                        .param("status", filter.status())
                        .param("handler", filter.handler())
                        .param("department", filter.department())
                        .param("assignee", filter.assignee())
                        .param("unassigned", filter.unassigned())
                        .param("channel", filter.channel())
                        .param("label", filter.label())
                        .param("contacts", matching)
                        .param("limit", page.rowsToRead())
                        .query(ConversationStore::conversation)
                        .list();
        return Slice.of(rows, page, it -> new Cursor(it.lastMessageAt(), it.id()));
    }

    @Transactional(readOnly = true)
    public Count assignedTo(UUID agent) {
        return count(
                jdbc.sql(
                                """
                                select count(*) from (select from conversation.conversation
                                    where assignee_id = :agent and status = 'open' limit :limit) as counted
                                """)
                        .param("agent", agent));
    }

    @Transactional(readOnly = true)
    public Count waiting() {
        return count(
                jdbc.sql(
                        """
                        select count(*) from (select from conversation.conversation
                            where handler = 'queue' and status = 'open' limit :limit) as counted
                        """));
    }

    @Transactional(readOnly = true)
    public Count open() {
        return count(
                jdbc.sql(
                        """
                        select count(*) from (select from conversation.conversation
                            where status = 'open' limit :limit) as counted
                        """));
    }

    private static Count count(JdbcClient.StatementSpec statement) {
        int most = Limit.COUNTED_ROWS.value();
        int counted = statement.param("limit", most + 1).query(Integer.class).single();
        return new Count(Math.min(counted, most), counted > most);
    }

    /** Waiting conversations by department. */
    @Transactional(readOnly = true)
    public java.util.Map<UUID, Integer> waitingByDepartment() {
        return jdbc
                .sql(
                        """
                        select department_id, count(*)::int as waiting from conversation.conversation
                        where handler = 'queue' and status = 'open' and department_id is not null
                        group by department_id
                        """)
                .query((row, n) ->
                        java.util.Map.entry(
                                io.moked.database.SqlValues.uuid(row, "department_id"),
                                row.getInt("waiting")))
                .list()
                .stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                java.util.Map.Entry::getKey, java.util.Map.Entry::getValue));
    }

    /** Every label in use on a conversation that is not resolved, and so worth offering. */
    @Transactional(readOnly = true)
    public List<String> labels() {
        return jdbc.sql(
                        """
                        select distinct unnest(labels) as label from conversation.conversation
                        where status <> 'resolved' order by label limit 200
                        """)
                .query((row, n) -> row.getString("label"))
                .list();
    }
}

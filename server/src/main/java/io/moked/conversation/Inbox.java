package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.contact.Contacts;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * @param contact only those with this one, or with one that was merged into it
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
            @Nullable UUID contact,
            @Nullable String words) {}

    /** How much there is and goes on in a tenant. */
    public record Volume(int openConversations, int messages) {}

    /** In numbers only: conversations that are not resolved, and messages since a time. */
    @Transactional(readOnly = true)
    public Volume volume(Instant since) {
        return jdbc.sql(
                        """
                        select (select count(*) from conversation.conversation
                                where status <> 'resolved' and handler <> 'nobody')::int as open,
                            (select count(*) from conversation.message where id >= :from)::int as messages
                        """)
                .param("from", Ids.from(since))
                .query((row, n) -> new Volume(row.getInt("open"), row.getInt("messages")))
                .single();
    }

    /** How many, counted no further than it matters. */
    public record Count(int count, boolean more) {}

    /** Newest activity first. */
    @Transactional(readOnly = true)
    public Slice<Conversation> list(Filter filter, SignedIn caller, Page page) {
        return Slice.of(
                read(filter, caller, page), page, it -> new Cursor(it.lastMessageAt(), it.id()));
    }

    private List<Conversation> read(Filter filter, SignedIn caller, Page page) {
        var reach = caller.reach(Permission.READ_CONVERSATIONS);
        return jdbc.sql(
                        """
                        select * from conversation.conversation
                        where (last_message_at, id) < (:at, :id)
                            and (:status::text is null or status = :status)
                            and (:handler::text is null or handler = :handler)
                            and (handler <> 'nobody' or :handler::text = 'nobody'
                                or :parts::uuid[] is not null or :contacts::uuid[] is not null)
                            and (:department::uuid is null or department_id = :department)
                            and (:assignee::uuid is null or assignee_id = :assignee)
                            and (not :unassigned or assignee_id is null)
                            and (:channel::uuid is null or channel_id = :channel)
                            and (:label::text is null or :label = any(labels))
                            and (:parts::uuid[] is null or contact_id = any(:parts::uuid[]))
                            and (:contacts::uuid[] is null or contact_id = any(:contacts::uuid[]))
                            and (:everything or department_id = any(:departments::uuid[])
                                or assignee_id = :caller)
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
                .param("parts", parts(filter.contact()))
                .param("contacts", matching(filter.words()))
                .param("everything", reach.everything())
                .param("departments", reach.column())
                .param("caller", caller.user().value())
                .param("limit", page.rowsToRead())
                .query(ConversationStore::conversation)
                .list();
    }

    /** Of a contact and of those merged into it; null where none is asked for. */
    private @Nullable String @Nullable [] parts(@Nullable UUID contact) {
        return contact == null ? null : column(contacts.parts(contact));
    }

    /** Contacts by words; null where none are asked for. */
    private @Nullable String @Nullable [] matching(@Nullable String words) {
        return words == null || words.isBlank() ? null : column(contacts.matching(words));
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
    public Count waiting(SignedIn caller) {
        var reach = caller.reach(Permission.READ_CONVERSATIONS);
        return count(
                jdbc.sql(
                                """
                                select count(*) from (select from conversation.conversation
                                    where handler = 'queue' and status = 'open'
                                        and (:everything or department_id = any(:departments::uuid[]))
                                    limit :limit) as counted
                                """)
                        .param("everything", reach.everything())
                        .param("departments", reach.column()));
    }

    @Transactional(readOnly = true)
    public Count open(SignedIn caller) {
        return having("open", caller);
    }

    @Transactional(readOnly = true)
    public Count snoozed(SignedIn caller) {
        return having("snoozed", caller);
    }

    private Count having(String status, SignedIn caller) {
        var reach = caller.reach(Permission.READ_CONVERSATIONS);
        return count(
                jdbc.sql(
                                """
                                select count(*) from (select from conversation.conversation
                                    where status = :status and (:everything
                                        or department_id = any(:departments::uuid[]) or assignee_id = :caller)
                                    limit :limit) as counted
                                """)
                        .param("status", status)
                        .param("everything", reach.everything())
                        .param("departments", reach.column())
                        .param("caller", caller.user().value()));
    }

    private static Count count(JdbcClient.StatementSpec statement) {
        int most = Limit.COUNTED_ROWS.value();
        int counted = statement.param("limit", most + 1).query(Integer.class).single();
        return new Count(Math.min(counted, most), counted > most);
    }

    /** Waiting conversations by department. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> waitingByDepartment(SignedIn caller) {
        var reach = caller.reach(Permission.READ_CONVERSATIONS);
        return jdbc
                .sql(
                        """
                        select department_id, count(*)::int as waiting from conversation.conversation
                        where handler = 'queue' and status = 'open' and department_id is not null
                            and (:everything or department_id = any(:departments::uuid[]))
                        group by department_id
                        """)
                .param("everything", reach.everything())
                .param("departments", reach.column())
                .query((row, n) -> Map.entry(uuid(row, "department_id"), row.getInt("waiting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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

    /** Every label in use on a conversation that is not resolved, and so worth offering. */
    @Transactional(readOnly = true)
    public List<String> labels(SignedIn caller) {
        var reach = caller.reach(Permission.READ_CONVERSATIONS);
        return jdbc.sql(
                        """
                        select distinct unnest(labels) as label from conversation.conversation
                        where status <> 'resolved' and (:everything
                            or department_id = any(:departments::uuid[]) or assignee_id = :caller)
                        order by label limit 200
                        """)
                .param("everything", reach.everything())
                .param("departments", reach.column())
                .param("caller", caller.user().value())
                .query((row, n) -> row.getString("label"))
                .list();
    }
}

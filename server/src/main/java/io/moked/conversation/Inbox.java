package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.contact.Contacts;
import io.moked.kernel.Cursor;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lists of conversations that people work through. */
@Component
public class Inbox {

    private static final Cursor DUE_FIRST = new Cursor(Instant.EPOCH, new UUID(0, 0));

    /** Millennia: in cursors, those to whom nothing was promised stand behind all others. */
    private static final Duration BEHIND = Duration.ofDays(2_500_000);

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

    /** How many, counted no further than it matters. */
    public record Count(int count, boolean more) {}

    private static final String WANTED =
            """
                            and (:status::text is null or status = :status)
                            and (:handler::text is null or handler = :handler)
                            and (handler <> 'nobody' or :handler::text = 'nobody' or :parts::uuid[] is not null or :contacts::uuid[] is not null)
                            and (:department::uuid is null or department_id = :department)
                            and (:assignee::uuid is null or assignee_id = :assignee)
                            and (not :unassigned or assignee_id is null)
                            and (:channel::uuid is null or channel_id = :channel)
                            and (:label::text is null or :label = any(labels))
                            and (:parts::uuid[] is null or contact_id = any(:parts::uuid[]))
                            and (:contacts::uuid[] is null or contact_id = any(:contacts::uuid[]))
                            and (:everything or department_id = any(:departments::uuid[]) or assignee_id = :caller)
            """;

    /** Newest activity first. */
    @Transactional(readOnly = true)
    public Slice<Conversation> list(Filter filter, SignedIn caller, Page page) {
        var newest =
                jdbc.sql(
                        "select * from conversation.conversation where (last_message_at, id) < (:at, :id)"
                                + WANTED
                                + " order by last_message_at desc, id desc limit :limit");
        var rows = page(newest, filter, caller, page).query(ConversationStore::conversation).list();
        return Slice.of(rows, page, it -> new Cursor(it.lastMessageAt(), it.id()));
    }

    private static final String PROMISED =
            """
            select c.*, p.due_at as due from conversation.promise p
                join conversation.conversation c on c.id = p.conversation_id
            where (p.due_at, p.conversation_id) > (:at, :id) and status <> 'resolved'
            """
                    + WANTED
                    + " order by p.due_at, p.conversation_id limit :limit";

    private static final String NOT_PROMISED =
            """
            select c.*, last_message_at as due from conversation.conversation c
            where (last_message_at, id) > (:at, :id) and status <> 'resolved'
                and not exists (select from conversation.promise p where p.conversation_id = c.id)
            """
                    + WANTED
                    + " order by last_message_at, id limit :limit";

    private record Due(Conversation of, Instant at) {}

    /**
     * What is not resolved: by what was promised, due first; then the others, quiet longest first.
     */
    @Transactional(readOnly = true)
    public Slice<Conversation> listDue(Filter filter, SignedIn caller, Page page) {
        var from = page.after().equals(Cursor.NEWEST) ? DUE_FIRST : page.after();
        var rows = new ArrayList<Due>();
        boolean begins = from.at().isBefore(Instant.EPOCH.plus(BEHIND));
        if (begins) {
            var first = page(jdbc.sql(PROMISED), filter, caller, new Page(from, page.limit()));
            rows.addAll(due(first, Duration.ZERO));
        }
        if (rows.size() < page.rowsToRead()) {
            var after = begins ? DUE_FIRST : new Cursor(from.at().minus(BEHIND), from.id());
            var rest = page(jdbc.sql(NOT_PROMISED), filter, caller, new Page(after, page.limit()));
            rows.addAll(due(rest, BEHIND));
        }
        var slice = Slice.of(rows, page, it -> new Cursor(it.at(), it.of().id()));
        return new Slice<>(slice.items().stream().map(Due::of).toList(), slice.next());
    }

    private static List<Due> due(StatementSpec page, Duration behind) {
        return page.query((row, n) ->
                        new Due(
                                ConversationStore.conversation(row, n),
                                instant(row, "due").plus(behind)))
                .list();
    }

    private StatementSpec page(StatementSpec sql, Filter filter, SignedIn caller, Page page) {
        return within(sql, caller)
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
                .param("limit", page.rowsToRead());
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
        var conversations =
                jdbc.sql(
                        """
                        select count(*) from (select from conversation.conversation
                            where handler = 'queue' and status = 'open'
                                and (:everything or department_id = any(:departments::uuid[]))
                            limit :limit) as counted
                        """);
        return count(within(conversations, caller));
    }

    @Transactional(readOnly = true)
    public Count inStatus(Conversation.Status status, SignedIn caller) {
        var conversations =
                jdbc.sql(
                        """
                        select count(*) from (select from conversation.conversation
                            where status = :status and (:everything
                                or department_id = any(:departments::uuid[]) or assignee_id = :caller)
                            limit :limit) as counted
                        """);
        return count(within(conversations, caller).param("status", status.word()));
    }

    /** As far as the caller may read. */
    private static StatementSpec within(StatementSpec sql, SignedIn caller) {
        var reach = caller.reach(Permission.READ_CONVERSATIONS);
        return sql.param("everything", reach.everything())
                .param("departments", reach.column())
                .param("caller", caller.user().value());
    }

    private static Count count(StatementSpec statement) {
        int most = Limit.COUNTED_ROWS.value();
        int counted = statement.param("limit", most + 1).query(Integer.class).single();
        return new Count(Math.min(counted, most), counted > most);
    }

    /** Waiting conversations by department. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> waitingByDepartment(SignedIn caller) {
        var conversations =
                jdbc.sql(
                        """
                        select department_id, count(*)::int as waiting from conversation.conversation
                        where handler = 'queue' and status = 'open' and department_id is not null
                            and (:everything or department_id = any(:departments::uuid[]))
                        group by department_id
                        """);
        return within(conversations, caller)
                .query((row, n) -> Map.entry(uuid(row, "department_id"), row.getInt("waiting")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every label in use on a conversation that is not resolved, and so worth offering. */
    @Transactional(readOnly = true)
    public List<String> labels(SignedIn caller) {
        var conversations =
                jdbc.sql(
                        """
                        select distinct unnest(labels) as label from conversation.conversation
                        where status <> 'resolved' and (:everything
                            or department_id = any(:departments::uuid[]) or assignee_id = :caller)
                        order by label limit 200
                        """);
        return within(conversations, caller).query((row, n) -> row.getString("label")).list();
    }
}

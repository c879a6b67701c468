package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.channel.ChannelId;
import io.moked.contact.ContactId;
import io.moked.conversation.Conversation.Place;
import io.moked.kernel.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConversationStore {

    private final JdbcClient jdbc;

    ConversationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Conversation conversation(ResultSet row, int n) throws SQLException {
        return new Conversation(
                uuid(row, "id"),
                uuid(row, "contact_id"),
                uuid(row, "channel_id"),
                Conversation.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Conversation.Handler.valueOf(row.getString("handler").toUpperCase(Locale.ROOT)),
                uuidOrNull(row, "department_id"),
                uuidOrNull(row, "assignee_id"),
                List.of((String[]) row.getArray("labels").getArray()),
                row.getInt("unread"),
                instant(row, "opened_at"),
                instantOrNull(row, "waiting_since"),
                instantOrNull(row, "last_inbound_at"),
                instant(row, "last_message_at"),
                uuidOrNull(row, "last_message_id"));
    }

    Optional<Conversation> find(ConversationId id) {
        return jdbc.sql("select * from conversation.conversation where id = :id")
                .param("id", id.value())
                .query(ConversationStore::conversation)
                .optional();
    }

    /** With whom these conversations are. */
    Map<UUID, UUID> contacts(Collection<UUID> conversations) {
        return jdbc
                .sql(
                        """
                        select id, contact_id from conversation.conversation where id = any(:ids::uuid[])
                        """)
                .param("ids", column(conversations))
                .query((row, n) -> Map.entry(uuid(row, "id"), uuid(row, "contact_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void mustBeThere(ConversationId id) {
        var _ = find(id).orElseThrow(NotFound::new);
    }

    Map<UUID, Place> places(Collection<UUID> ids) {
        return jdbc
                .sql(
                        """
                        select id, department_id, assignee_id from conversation.conversation
                        where id = any(:ids::uuid[])
                        """)
                .param("ids", column(ids))
                .query((row, n) -> Map.entry(uuid(row, "id"), place(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static Place place(ResultSet row) throws SQLException {
        return new Place(uuidOrNull(row, "department_id"), uuidOrNull(row, "assignee_id"));
    }

    Optional<Conversation> lock(ConversationId id) {
        return jdbc.sql("select * from conversation.conversation where id = :id for update")
                .param("id", id.value())
                .query(ConversationStore::conversation)
                .optional();
    }

    /** Through whichever number: people know whom they spoke to. */
    Map<UUID, Conversations.Last> lastBefore(Collection<UUID> ids) {
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

    private static Conversations.Last last(ResultSet row) throws SQLException {
        return new Conversations.Last(uuid(row, "assignee_id"), instant(row, "resolved_at"));
    }

    /** So many of them that wait, in this order; what somebody else works on is left out. */
    List<Workload.Work> lockWaiting(List<UUID> ids, int most) {
        return jdbc
                .sql(
                        """
                        select c.* from unnest(:ids::uuid[]) with ordinality as w (id, place)
                            join conversation.conversation c using (id)
                        where handler = 'queue' and status = 'open' order by place limit :most for update of c skip locked
                        """)
                .param("ids", column(ids))
                .param("most", most)
                .query(ConversationStore::conversation)
                .stream()
                .map(Conversation::work)
                .toList();
    }

    /**
     * Opens those that nobody had to answer, now that the contact writes: they wait in a queue.
     *
     * @return whose they are
     */
    Map<UUID, Incoming.Party> wake(
            Collection<Incoming.News> news, @Nullable UUID queue, Instant now) {
        return jdbc
                .sql(
                        """
                        with news as (
                            select c.id as conversation, n.*
                            from unnest(:channels::uuid[], :contacts::uuid[], :counts::int[], :firsts::timestamptz[],
                                    :times::timestamptz[], :ids::uuid[]) as n (channel_id, contact_id, messages, since, at, id)
                                join conversation.conversation c on c.channel_id = n.channel_id and c.contact_id = n.contact_id
                            where c.handler = 'nobody' order by c.id for no key update of c
                        )
                        update conversation.conversation c
                        set status = 'open', handler = 'queue', department_id = :queue::uuid, waiting_since = :now,
                            resolved_at = null, opened_at = n.since, unread = n.messages,
                            last_inbound_at = greatest(c.last_inbound_at, n.at),
                            last_message_id = case when c.last_message_id is null or n.at >= c.last_message_at
                                then n.id else c.last_message_id end,
                            last_message_at = case when c.last_message_id is null then n.at
                                else greatest(c.last_message_at, n.at) end
                        from news n where c.id = n.conversation and c.handler = 'nobody' returning c.id, c.channel_id, c.contact_id
                        """)
                .param("queue", queue)
                .param("now", time(now))
                .param("channels", column(news, it -> it.party().channel().value()))
                .param("contacts", column(news, it -> it.party().contact().value()))
                .param("counts", column(news, it -> it.messages().size()))
                .param("firsts", column(news, Incoming.News::since))
                .param("times", column(news, it -> it.last().at()))
                .param("ids", column(news, it -> it.last().id()))
                .query((row, n) ->
                        Map.entry(
                                uuid(row, "id"),
                                new Incoming.Party(
                                        new ChannelId(uuid(row, "channel_id")),
                                        new ContactId(uuid(row, "contact_id")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void resolve(ConversationId id, Instant now) {
        jdbc.sql(
                        """
                        update conversation.conversation
                        set status = 'resolved', resolved_at = :now, waiting_since = null, unread = 0 where id = :id
                        """)
                .param("now", time(now))
                .param("id", id.value())
                .update();
    }

    void reopen(ConversationId id, @Nullable UUID queue, Instant now) {
        jdbc.sql(
                        """
                        update conversation.conversation
                        set status = 'open', resolved_at = null, handler = replace(handler, 'nobody', 'queue'),
                            department_id = case when handler = 'nobody' then :queue::uuid else department_id end,
                            waiting_since = case when handler in ('queue', 'nobody') then :now::timestamptz end
                        where id = :id
                        """)
                .param("queue", queue)
                .param("now", time(now))
                .param("id", id.value())
                .update();
    }

    /** Whether anything was unread. */
    boolean markRead(ConversationId id) {
        return jdbc.sql(
                                "update conversation.conversation set unread = 0 where id = :id and unread > 0")
                        .param("id", id.value())
                        .update()
                > 0;
    }

    void label(ConversationId id, List<String> labels) {
        jdbc.sql("update conversation.conversation set labels = :labels::text[] where id = :id")
                .param("labels", column(labels))
                .param("id", id.value())
                .update();
    }

    /** An outbound message is the last word, and whoever answers has read what came before. */
    void answered(ConversationId id, UUID message, Instant at) {
        jdbc.sql(
                        """
                        update conversation.conversation
                        set last_message_id = :message, last_message_at = greatest(last_message_at, :at), unread = 0
                        where id = :id
                        """)
                .param("message", message)
                .param("at", time(at))
                .param("id", id.value())
                .update();
    }
}

package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.conversation.Conversation.Place;
import io.moked.conversation.Conversation.Workload;
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
                uuidOrNull(row, "last_message_id"),
                instantOrNull(row, "snoozed_until"),
                uuidOrNull(row, "disposition_id"));
    }

    Optional<Conversation> find(ConversationId id) {
        return jdbc.sql("select * from conversation.conversation where id = :id")
                .param("id", id.value())
                .query(ConversationStore::conversation)
                .optional();
    }

    List<Conversation> find(Collection<UUID> ids) {
        return jdbc.sql("select * from conversation.conversation where id = any(:ids::uuid[])")
                .param("ids", column(ids))
                .query(ConversationStore::conversation)
                .list();
    }

    /** With whom these conversations are. */
    Map<UUID, UUID> contacts(Collection<UUID> conversations) {
        return find(conversations).stream()
                .collect(Collectors.toMap(Conversation::id, Conversation::contactId));
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

    /** Likewise of several, in the order of their ids. */
    List<Conversation> lock(Collection<UUID> ids) {
        return jdbc.sql(
                        "select * from conversation.conversation where id = any(:ids::uuid[]) order by id for update")
                .param("ids", column(ids))
                .query(ConversationStore::conversation)
                .list();
    }

    void resolve(ConversationId id, @Nullable UUID disposition, Instant now) {
        jdbc.sql(
                        """
                        update conversation.conversation
                        set status = 'resolved', resolved_at = :now, waiting_since = null, unread = 0,
                            disposition_id = :disposition
                        where id = :id
                        """)
                .param("now", time(now))
                .param("disposition", disposition)
                .param("id", id.value())
                .update();
    }

    /** The window is the contact's at this number, whichever conversation they wrote in. */
    void reopen(ConversationId id, @Nullable UUID queue, Instant now) {
        jdbc.sql(
                        """
                        update conversation.conversation c
                        set status = 'open', resolved_at = null, disposition_id = null,
                            last_inbound_at = (select max(o.last_inbound_at) from conversation.conversation o
                                where o.channel_id = c.channel_id and o.contact_id = c.contact_id),
                            handler = replace(handler, 'nobody', 'queue'),
                            department_id = case when handler = 'nobody' then :queue::uuid else department_id end,
                            waiting_since = case when handler in ('queue', 'nobody') then :now::timestamptz end
                        where id = :id
                        """)
                .param("queue", queue)
                .param("now", time(now))
                .param("id", id.value())
                .update();
    }

    /** Until then, or until the contact writes. */
    void snooze(ConversationId id, @Nullable Instant until) {
        jdbc.sql(
                        """
                        update conversation.conversation
                        set status = 'snoozed', snoozed_until = :until, waiting_since = null where id = :id
                        """)
                .param("until", until == null ? null : time(until))
                .param("id", id.value())
                .update();
    }

    /** Where they stood before. */
    void goOn(Collection<UUID> ids, Instant now) {
        jdbc.sql(
                        """
                        update conversation.conversation
                        set status = 'open', resolved_at = null, disposition_id = null, snoozed_until = null,
                            waiting_since = case when handler = 'queue' then :now::timestamptz end
                        where id = any(:ids::uuid[])
                        """)
                .param("now", time(now))
                .param("ids", column(ids))
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

    /**
     * An outbound message is the last word.
     *
     * @param isRead whether somebody has read what came before: whoever answers has
     */
    void lastWord(ConversationId id, UUID message, Instant at, boolean isRead) {
        jdbc.sql(
                        """
                        update conversation.conversation
                        set last_message_id = :message, last_message_at = greatest(last_message_at, :at),
                            unread = case when :read then 0 else unread end
                        where id = :id
                        """)
                .param("read", isRead)
                .param("message", message)
                .param("at", time(at))
                .param("id", id.value())
                .update();
    }
}

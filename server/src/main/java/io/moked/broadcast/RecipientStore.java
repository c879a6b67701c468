package io.moked.broadcast;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.conversation.Announcements.Announced;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recipients as whoever sends to them sees them; the broadcast is locked by them. */
@Repository
class RecipientStore {

    private final JdbcClient jdbc;

    RecipientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each contact once. */
    void add(BroadcastId broadcast, List<UUID> contacts, Instant now) {
        jdbc.sql(
                        """
                        insert into broadcast.recipient (tenant_id, broadcast_id, contact_id, due_at)
                        select :tenant, :broadcast, contact_id, :now from unnest(:contacts::uuid[]) as c (contact_id)
                        on conflict do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("broadcast", broadcast.value())
                .param("now", time(now))
                .param("contacts", column(contacts))
                .update();
    }

    /** Who may be written to now, those who have waited longest first. */
    List<UUID> due(BroadcastId broadcast, Instant now, int most) {
        return jdbc.sql(
                        """
                        select contact_id from broadcast.recipient
                        where broadcast_id = :broadcast and state = 'waiting' and due_at <= :now
                        order by due_at, contact_id limit :most for update
                        """)
                .param("broadcast", broadcast.value())
                .param("now", time(now))
                .param("most", most)
                .query((row, n) -> uuid(row, "contact_id"))
                .list();
    }

    /** Which of these contacts have become more than names on the list. */
    Set<UUID> writtenTo(BroadcastId broadcast, Collection<UUID> contacts) {
        return jdbc.sql(
                        """
                        select contact_id from broadcast.recipient
                        where broadcast_id = :broadcast and contact_id = any(:contacts::uuid[])
                            and state not in ('waiting', 'skipped')
                        """)
                .param("broadcast", broadcast.value())
                .param("contacts", column(contacts))
                .query((row, n) -> uuid(row, "contact_id"))
                .set();
    }

    /**
     * @param templates by contact, of which one each is sent
     */
    void queued(
            BroadcastId broadcast,
            List<Announced> announced,
            Map<UUID, UUID> templates,
            Instant now) {
        jdbc.sql(
                        """
                        update broadcast.recipient r
                        set state = 'queued', message_id = a.message_id, conversation_id = a.conversation_id,
                            template_id = a.template_id, queued_at = :now
                        from unnest(:contacts::uuid[], :messages::uuid[], :conversations::uuid[], :templates::uuid[])
                            as a (contact_id, message_id, conversation_id, template_id)
                        where r.broadcast_id = :broadcast and r.contact_id = a.contact_id
                        """)
                .param("broadcast", broadcast.value())
                .param("now", time(now))
                .param("contacts", column(announced, it -> it.contact().value()))
                .param("messages", column(announced, Announced::message))
                .param("conversations", column(announced, Announced::conversation))
                .param("templates", column(announced, it -> templates.get(it.contact().value())))
                .update();
    }

    void skip(BroadcastId broadcast, Map<UUID, Skip> skipped) {
        var rows = List.copyOf(skipped.entrySet());
        jdbc.sql(
                        """
                        update broadcast.recipient r set state = 'skipped', reason = s.reason
                        from unnest(:contacts::uuid[], :reasons::text[]) as s (contact_id, reason)
                        where r.broadcast_id = :broadcast and r.contact_id = s.contact_id
                        """)
                .param("broadcast", broadcast.value())
                .param("contacts", column(rows, Map.Entry::getKey))
                .param("reasons", column(rows, it -> it.getValue().word()))
                .update();
    }

    /** They are not to be disturbed before. */
    void putOff(BroadcastId broadcast, Map<UUID, Instant> until) {
        var rows = List.copyOf(until.entrySet());
        jdbc.sql(
                        """
                        update broadcast.recipient r set due_at = l.due_at
                        from unnest(:contacts::uuid[], :times::timestamptz[]) as l (contact_id, due_at)
                        where r.broadcast_id = :broadcast and r.contact_id = l.contact_id
                        """)
                .param("broadcast", broadcast.value())
                .param("contacts", column(rows, Map.Entry::getKey))
                .param("times", column(rows, Map.Entry::getValue))
                .update();
    }

    /** Messages that may not be on their way yet. */
    List<UUID> inTheOutbox(BroadcastId broadcast) {
        return jdbc.sql(
                        """
                        select message_id from broadcast.recipient
                        where broadcast_id = :broadcast and state = 'queued' order by contact_id
                        """)
                .param("broadcast", broadcast.value())
                .query((row, n) -> uuid(row, "message_id"))
                .list();
    }

    /** Likewise, each by whom it is to. */
    Map<UUID, UUID> inTheOutboxByContact(BroadcastId broadcast) {
        var messages = new LinkedHashMap<UUID, UUID>();
        jdbc.sql(
                        """
                        select contact_id, message_id from broadcast.recipient
                        where broadcast_id = :broadcast and state = 'queued' order by contact_id
                        """)
                .param("broadcast", broadcast.value())
                .query(row -> {
                    messages.put(uuid(row, "contact_id"), uuid(row, "message_id"));
                });
        return messages;
    }

    /** Likewise, those made from none of these templates. */
    List<UUID> inTheOutboxOfOthers(BroadcastId broadcast, Collection<UUID> templates) {
        return jdbc.sql(
                        """
                        select message_id from broadcast.recipient
                        where broadcast_id = :broadcast and state = 'queued' and template_id <> all(:templates::uuid[])
                        order by contact_id
                        """)
                .param("broadcast", broadcast.value())
                .param("templates", column(templates))
                .query((row, n) -> uuid(row, "message_id"))
                .list();
    }

    /** Their messages are not sent: as if they had never been. */
    void takenBack(Collection<UUID> messages) {
        jdbc.sql(
                        """
                        update broadcast.recipient
                        set state = 'waiting', message_id = null, conversation_id = null, template_id = null,
                            queued_at = null
                        where message_id = any(:messages::uuid[]) and state = 'queued'
                        """)
                .param("messages", column(messages))
                .update();
    }

    /** Whether anybody still waits, or has a message that may not have left. */
    boolean isAnybodyLeft(BroadcastId broadcast) {
        return jdbc.sql(
                        """
                        select exists (select from broadcast.recipient
                                where broadcast_id = :broadcast and state = 'waiting')
                            or exists (select from broadcast.recipient
                                where broadcast_id = :broadcast and state = 'queued')
                        """)
                .param("broadcast", broadcast.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * To whom a message is, and for which broadcast.
     *
     * @param template it is made from; null where that was not written down yet
     */
    record Addressed(BroadcastId broadcast, UUID contact, @Nullable UUID template) {}

    Optional<Addressed> of(UUID message) {
        return jdbc.sql(
                        """
                        select broadcast_id, contact_id, template_id from broadcast.recipient where message_id = :message
                        """)
                .param("message", message)
                .query((row, n) ->
                        new Addressed(
                                new BroadcastId(uuid(row, "broadcast_id")),
                                uuid(row, "contact_id"),
                                uuidOrNull(row, "template_id")))
                .optional();
    }

    /** Of the last messages: how many came through or failed, and with which codes. */
    record Fate(int concluded, int refused, int declined) {}

    Fate fate(BroadcastId broadcast, Instant since, List<String> refusing, List<String> declining) {
        return jdbc.sql(
                        """
                        select count(*)::int as concluded,
                            (count(*) filter (where state = 'failed' and reason = any(:refusing::text[])))::int as refused,
                            (count(*) filter (where state = 'failed' and reason = any(:declining::text[])))::int as declined
                        from (select state, reason from broadcast.recipient
                            where broadcast_id = :broadcast and queued_at > :since
                                and state in ('sent', 'failed', 'delivered', 'read')
                            order by queued_at desc limit 500) as latest
                        """)
                .param("refusing", column(refusing))
                .param("declining", column(declining))
                .param("broadcast", broadcast.value())
                .param("since", time(since))
                .query((row, n) ->
                        new Fate(
                                row.getInt("concluded"),
                                row.getInt("refused"),
                                row.getInt("declined")))
                .single();
    }
}

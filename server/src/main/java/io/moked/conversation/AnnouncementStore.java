package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.contact.ContactId;
import io.moked.conversation.Conversation.Workload;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AnnouncementStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnnouncementStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Whoever has a conversation that is not resolved keeps that, and so does whoever has one that
     * nobody has to answer.
     */
    void begin(List<Announcements.Thread> threads, ChannelId channel, Instant now) {
        jdbc.sql(
                        """
                        insert into conversation.conversation (tenant_id, id, contact_id, channel_id, status, handler,
                            opened_at, resolved_at, last_message_at)
                        select :tenant, id, contact_id, :channel, 'resolved', 'nobody', :now, :now, :now
                        from unnest(:ids::uuid[], :contacts::uuid[]) as c (id, contact_id)
                        where not exists (select from conversation.conversation o where o.channel_id = :channel
                            and o.contact_id = c.contact_id and o.status <> 'resolved')
                        order by contact_id
                        on conflict (tenant_id, channel_id, contact_id) where handler = 'nobody' do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("channel", channel.value())
                .param("now", time(now))
                .param("ids", column(threads, Announcements.Thread::id))
                .param("contacts", column(threads, Announcements.Thread::contact))
                .update();
    }

    /**
     * Nobody changes them before the transaction has come to its end. Whoever takes several takes
     * them in this order, so that two never wait for each other.
     */
    List<Announcements.Thread> threads(ChannelId channel, Collection<UUID> contacts) {
        return jdbc.sql(
                        """
                        select id, contact_id, handler from conversation.conversation
                        where channel_id = :channel and contact_id = any(:contacts::uuid[])
                            and (status <> 'resolved' or handler = 'nobody')
                        order by contact_id, id for no key update
                        """)
                .param("channel", channel.value())
                .param("contacts", column(contacts))
                .query((row, n) ->
                        new Announcements.Thread(
                                uuid(row, "id"),
                                uuid(row, "contact_id"),
                                !row.getString("handler").equals("nobody")))
                .list();
    }

    /**
     * Opens those that nobody had to answer, now that the contact writes: they wait in a queue.
     *
     * @return whose they are
     */
    Map<UUID, Incoming.Party> wake(
            Collection<Incoming.News> news, Workload.Entrance entrance, Instant now) {
        var woken = new HashMap<UUID, Incoming.Party>();
        jdbc.sql(
                        """
                        with news as (
                            select c.id as conversation, n.*
                            from unnest(:channels::uuid[], :contacts::uuid[], :queues::uuid[], :counts::int[],
                                    :firsts::timestamptz[], :times::timestamptz[], :ids::uuid[])
                                    as n (channel_id, contact_id, queue, messages, since, at, id)
                                join conversation.conversation c on c.channel_id = n.channel_id and c.contact_id = n.contact_id
                            where c.handler = 'nobody' order by c.id for no key update of c
                        )
                        update conversation.conversation c
                        set status = 'open', handler = 'queue', department_id = n.queue, waiting_since = :now,
                            resolved_at = null, opened_at = n.since, unread = n.messages,
                            last_inbound_at = greatest(c.last_inbound_at, n.at),
                            last_message_id = case when c.last_message_id is null or n.at >= c.last_message_at
                                then n.id else c.last_message_id end,
                            last_message_at = case when c.last_message_id is null then n.at
                                else greatest(c.last_message_at, n.at) end
                        from news n where c.id = n.conversation and c.handler = 'nobody' returning c.id, c.channel_id, c.contact_id
                        """)
                .param("queues", column(news, it -> entrance.of(it.party().channel())))
                .param("now", time(now))
                .param("channels", column(news, it -> it.party().channel().value()))
                .param("contacts", column(news, it -> it.party().contact().value()))
                .param("counts", column(news, it -> it.messages().size()))
                .param("firsts", column(news, Incoming.News::since))
                .param("times", column(news, it -> it.last().at()))
                .param("ids", column(news, it -> it.last().id()))
                .query(row -> {
                    woken.put(
                            uuid(row, "id"),
                            new Incoming.Party(
                                    new ChannelId(uuid(row, "channel_id")),
                                    new ContactId(uuid(row, "contact_id"))));
                });
        return woken;
    }

    void insert(
            List<Announcements.Placed> messages, ChannelId channel, UUID occasion, Instant now) {
        jdbc.sql(
                        """
                        insert into conversation.message (tenant_id, id, conversation_id, channel_id, direction,
                            author_kind, content, status, client_id, at)
                        select :tenant, id, conversation_id, :channel, 'outbound', 'system', content::jsonb, 'queued',
                            :occasion, :now
                        from unnest(:ids::uuid[], :conversations::uuid[], :contents::text[])
                            as m (id, conversation_id, content)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("channel", channel.value())
                .param("occasion", occasion)
                .param("now", time(now))
                .param("ids", column(messages, Announcements.Placed::id))
                .param("conversations", column(messages, it -> it.thread().id()))
                .param("contents", column(messages, it -> json.writeValueAsString(it.content())))
                .update();
    }

    /** Those that are there now; what was said before for the same occasion is not said again. */
    Set<UUID> say(Map<UUID, Announcements.Automatic> texts, Instant now) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                insert into conversation.message (tenant_id, id, conversation_id, channel_id, direction,
                                    author_kind, content, status, client_id, at)
                                select :tenant, id, conversation_id, channel_id, 'outbound', 'system', content::jsonb,
                                    'queued', occasion, :now
                                from unnest(:ids::uuid[], :conversations::uuid[], :channels::uuid[], :occasions::uuid[],
                                    :contents::text[]) as m (id, conversation_id, channel_id, occasion, content)
                                on conflict (tenant_id, conversation_id, client_id) where client_id is not null do nothing
                                returning id
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("now", time(now))
                        .param("ids", column(texts.keySet()))
                        .param("conversations", column(texts.values(), it -> it.conversation()))
                        .param("channels", column(texts.values(), it -> it.channel().value()))
                        .param("occasions", column(texts.values(), it -> it.occasion()))
                        .param("contents", column(texts.values(), this::written))
                        .query(UUID.class)
                        .list());
    }

    private String written(Announcements.Automatic it) {
        return json.writeValueAsString(new Content.Text(it.text()));
    }

    /** Before anything else of them, and in the order of {@link #threads}. */
    void lockPlacesOf(Collection<UUID> messages) {
        jdbc.sql(
                        """
                        select id from conversation.conversation
                        where id in (select m.conversation_id from conversation.message m
                            where m.id = any(:messages::uuid[]))
                        order by contact_id, id for update
                        """)
                .param("messages", column(messages))
                .query(row -> {});
    }

    /** Of conversations that nobody works on. */
    void lastWords(List<Announcements.Placed> messages, Instant now) {
        jdbc.sql(
                        """
                        update conversation.conversation c set last_message_id = m.id, last_message_at = :now
                        from unnest(:ids::uuid[], :conversations::uuid[]) as m (id, conversation_id)
                        where c.id = m.conversation_id and c.handler = 'nobody' and c.status = 'resolved'
                        """)
                .param("now", time(now))
                .param("ids", column(messages, Announcements.Placed::id))
                .param("conversations", column(messages, it -> it.thread().id()))
                .update();
    }

    /** Where the messages stood that are gone now. */
    List<UUID> remove(Collection<UUID> messages) {
        return jdbc.sql(
                        """
                        delete from conversation.message where id = any(:messages::uuid[]) returning conversation_id
                        """)
                .param("messages", column(messages))
                .query((row, n) -> uuid(row, "conversation_id"))
                .list();
    }

    void forgetLastWords(Collection<UUID> conversations) {
        jdbc.sql(
                        """
                        update conversation.conversation c set last_message_id =
                            (select m.id from conversation.message m where m.conversation_id = c.id
                             order by m.at desc, m.id desc limit 1)
                        where c.id = any(:conversations::uuid[]) and c.handler = 'nobody' and c.status = 'resolved'
                        """)
                .param("conversations", column(conversations))
                .update();
    }

    /**
     * Conversations that were begun, and in which nothing was said after all; where somebody has
     * noted something meanwhile, it stays.
     */
    void end(Collection<UUID> conversations) {
        jdbc.sql(
                        """
                        with ended as (
                            select c.id from conversation.conversation c
                            where c.id = any(:conversations::uuid[]) and c.handler = 'nobody' and c.status = 'resolved'
                                and c.last_message_id is null
                                and not exists (select from conversation.note n where n.conversation_id = c.id)
                                and not exists (select from conversation.event e where e.conversation_id = c.id)
                        ), unshared as (
                            delete from conversation.shared_file where conversation_id in (select id from ended)
                        )
                        delete from conversation.conversation where id in (select id from ended)
                        """)
                .param("conversations", column(conversations))
                .update();
    }
}

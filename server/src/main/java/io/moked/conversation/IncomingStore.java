package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.channel.InboundMessage;
import io.moked.contact.ContactId;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class IncomingStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    IncomingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The network's ids of those messages that have been recorded before. */
    Set<String> known(List<InboundMessage> messages) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select m.external_id
                                from unnest(:channels::uuid[], :externalIds::text[]) as w (channel_id, external_id)
                                    join conversation.message m
                                        on m.channel_id = w.channel_id and m.external_id = w.external_id
                                """)
                        .param("channels", column(messages, it -> it.channel().value()))
                        .param("externalIds", column(messages, InboundMessage::externalId))
                        .query(String.class)
                        .list());
    }

    /** The open conversations of these parties, held until the end of the transaction. */
    Map<Incoming.Party, UUID> lockOpen(Collection<Incoming.Party> parties) {
        var open = new HashMap<Incoming.Party, UUID>();
        jdbc.sql(
                        """
                        select c.id, c.channel_id, c.contact_id
                        from conversation.conversation c
                        where c.status <> 'resolved' and (c.channel_id, c.contact_id) in (
                            select * from unnest(:channels::uuid[], :contacts::uuid[]))
                        order by c.id for update of c
                        """)
                .param("channels", column(parties, it -> it.channel().value()))
                .param("contacts", column(parties, it -> it.contact().value()))
                .query(row -> {
                    open.put(
                            new Incoming.Party(
                                    new ChannelId(uuid(row, "channel_id")),
                                    new ContactId(uuid(row, "contact_id"))),
                            uuid(row, "id"));
                });
        return open;
    }

    /**
     * Opens conversations as they are with their first messages, waiting in a queue.
     *
     * @return those opened; a party that got one meanwhile keeps that
     */
    Set<UUID> open(List<Incoming.Opening> openings, @Nullable UUID queue, Instant now) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                insert into conversation.conversation (tenant_id, id, contact_id, channel_id, status,
                                    handler, department_id, waiting_since, opened_at, unread, last_inbound_at,
                                    last_message_at, last_message_id)
                                select :tenant, id, contact_id, channel_id, 'open', 'queue', :queue::uuid, :now, opened_at,
                                    messages, last_at, last_at, last_id
                                from unnest(:ids::uuid[], :contacts::uuid[], :channels::uuid[], :times::timestamptz[],
                                        :counts::int[], :lastTimes::timestamptz[], :lastIds::uuid[])
                                    as c (id, contact_id, channel_id, opened_at, messages, last_at, last_id)
                                order by contact_id, channel_id
                                on conflict (tenant_id, channel_id, contact_id) where status <> 'resolved' do nothing
                                returning id
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("queue", queue)
                        .param("now", time(now))
                        .param("ids", column(openings, Incoming.Opening::id))
                        .param("contacts", column(openings, it -> it.party().contact().value()))
                        .param("channels", column(openings, it -> it.party().channel().value()))
                        .param("times", column(openings, Incoming.Opening::at))
                        .param("counts", column(openings, it -> it.messages().size()))
                        .param("lastTimes", column(openings, it -> it.last().at()))
                        .param("lastIds", column(openings, it -> it.last().id()))
                        .query(UUID.class)
                        .list());
    }

    /** New messages; one that stands already is an error, and none of them is recorded. */
    void insert(List<Incoming.Placed> messages) {
        jdbc.sql(
                        """
                        insert into conversation.message (tenant_id, id, conversation_id, channel_id, direction,
                            author_kind, content, status, external_id, at)
                        select :tenant, id, conversation_id, channel_id, 'inbound', 'contact', content::jsonb,
                            'received', external_id, at
                        from unnest(:ids::uuid[], :conversations::uuid[], :channels::uuid[], :contents::text[],
                            :externalIds::text[], :times::timestamptz[])
                            as m (id, conversation_id, channel_id, content, external_id, at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("ids", column(messages, Incoming.Placed::id))
                .param("conversations", column(messages, Incoming.Placed::conversation))
                .param("channels", column(messages, it -> it.message().channel().value()))
                .param(
                        "contents",
                        column(messages, it -> json.writeValueAsString(it.message().content())))
                .param("externalIds", column(messages, it -> it.message().externalId()))
                .param("times", column(messages, Incoming.Placed::at))
                .update();
    }

    /** Brings the conversations up to their new messages; a snoozed one wakes up. */
    void touch(List<Incoming.Placed> messages) {
        if (messages.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update conversation.conversation c
                        set status = 'open', unread = c.unread + news.messages,
                            last_inbound_at = greatest(c.last_inbound_at, news.at),
                            last_message_id = case when c.last_message_id is null or news.at >= c.last_message_at
                                then news.id else c.last_message_id end,
                            last_message_at = case when c.last_message_id is null then news.at
                                else greatest(c.last_message_at, news.at) end
                        from (select conversation_id, count(*) as messages, max(at) as at,
                                (array_agg(id order by at desc, id desc))[1] as id
                              from unnest(:ids::uuid[], :conversations::uuid[], :times::timestamptz[])
                                  as m (id, conversation_id, at)
                              group by conversation_id) as news
                        where c.id = news.conversation_id
                        """)
                .param("ids", column(messages, Incoming.Placed::id))
                .param("conversations", column(messages, Incoming.Placed::conversation))
                .param("times", column(messages, it -> it.message().at()))
                .update();
    }
}

package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.channel.Context;
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
import java.util.function.Supplier;
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

    /** A conversation with news, and whether it was set aside. */
    record Touched(UUID conversation, boolean slept) {}

    /** Those whose messages have been recorded before. */
    List<Incoming.Origin> known(Collection<Incoming.Origin> origins) {
        return jdbc.sql(
                        """
                        select m.channel_id, m.external_id
                        from unnest(:channels::uuid[], :externalIds::text[]) as w (channel_id, external_id)
                            join conversation.message m
                                on m.channel_id = w.channel_id and m.external_id = w.external_id
                        """)
                .param("channels", column(origins, it -> it.channel().value()))
                .param("externalIds", column(origins, Incoming.Origin::externalId))
                .query((row, n) ->
                        new Incoming.Origin(
                                new ChannelId(uuid(row, "channel_id")),
                                row.getString("external_id")))
                .list();
    }

    /**
     * Brings the open conversations of these parties up to their news. They are locked in the order
     * of their ids, as everywhere, so that no two batches wait for each other.
     *
     * @return whose they are; a party without an open one is missing
     */
    Map<Incoming.Party, Touched> touch(Collection<Incoming.News> news) {
        var touched = new HashMap<Incoming.Party, Touched>();
        if (news.isEmpty()) {
            return touched;
        }
        jdbc.sql(
                        """
                        with news as (
                            select c.id as conversation, c.status = 'snoozed' as slept, n.messages, n.at, n.id
                            from unnest(:channels::uuid[], :contacts::uuid[], :counts::int[], :times::timestamptz[],
                                    :ids::uuid[]) as n (channel_id, contact_id, messages, at, id)
                                join conversation.conversation c on c.channel_id = n.channel_id and c.contact_id = n.contact_id
                            where c.status <> 'resolved' and c.handler <> 'nobody'
                            order by c.id for no key update of c
                        )
                        update conversation.conversation c
                        set unread = c.unread + news.messages,
                            last_inbound_at = greatest(c.last_inbound_at, news.at),
                            last_message_id = case when c.last_message_id is null or news.at >= c.last_message_at
                                then news.id else c.last_message_id end,
                            last_message_at = case when c.last_message_id is null then news.at
                                else greatest(c.last_message_at, news.at) end
                        from news where c.id = news.conversation
                        returning c.id, c.channel_id, c.contact_id, news.slept
                        """)
                .param("channels", column(news, it -> it.party().channel().value()))
                .param("contacts", column(news, it -> it.party().contact().value()))
                .param("counts", column(news, it -> it.messages().size()))
                .param("times", column(news, it -> it.last().at()))
                .param("ids", column(news, it -> it.last().id()))
                .query(row -> {
                    touched.put(
                            new Incoming.Party(
                                    new ChannelId(uuid(row, "channel_id")),
                                    new ContactId(uuid(row, "contact_id"))),
                            new Touched(uuid(row, "id"), row.getBoolean("slept")));
                });
        return touched;
    }

    /** What ended last with these parties, later than that. */
    List<UUID> endedSince(Collection<Incoming.News> news, Instant since) {
        return jdbc.sql(
                        """
                        select last.id
                        from unnest(:channels::uuid[], :contacts::uuid[]) as p (channel_id, contact_id) cross join lateral (
                            select c.id, c.handler, c.resolved_at from conversation.conversation c
                            where c.contact_id = p.contact_id and c.channel_id = p.channel_id
                            order by c.opened_at desc, c.id desc limit 1) as last
                        where last.resolved_at > :since and last.handler <> 'nobody'
                        """)
                .param("channels", column(news, it -> it.party().channel().value()))
                .param("contacts", column(news, it -> it.party().contact().value()))
                .param("since", time(since))
                .query((row, n) -> uuid(row, "id"))
                .list();
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
                        .param(
                                "contacts",
                                column(openings, it -> it.news().party().contact().value()))
                        .param(
                                "channels",
                                column(openings, it -> it.news().party().channel().value()))
                        .param("times", column(openings, it -> it.news().since()))
                        .param("counts", column(openings, it -> it.news().messages().size()))
                        .param("lastTimes", column(openings, it -> it.news().last().at()))
                        .param("lastIds", column(openings, it -> it.news().last().id()))
                        .query(UUID.class)
                        .list());
    }

    /** New messages; one that stands already is an error, and none of them is recorded. */
    void insert(List<Incoming.Placed> messages) {
        jdbc.sql(
                        """
                        insert into conversation.message (tenant_id, id, conversation_id, channel_id, direction,
                            author_kind, content, context, status, external_id, at)
                        select :tenant, id, conversation_id, channel_id, 'inbound', 'contact', content::jsonb,
                            context::jsonb, 'received', external_id, at
                        from unnest(:ids::uuid[], :conversations::uuid[], :channels::uuid[], :contents::text[],
                            :contexts::text[], :externalIds::text[], :times::timestamptz[])
                            as m (id, conversation_id, channel_id, content, context, external_id, at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("ids", column(messages, Incoming.Placed::id))
                .param("conversations", column(messages, Incoming.Placed::conversation))
                .param("channels", column(messages, it -> it.message().channel().value()))
                .param(
                        "contents",
                        column(messages, it -> json.writeValueAsString(it.message().content())))
                .param("contexts", column(messages, it -> written(it.message().context())))
                .param("externalIds", column(messages, it -> it.message().externalId()))
                .param("times", column(messages, it -> it.message().at()))
                .update();
    }

    /** Conversations that nobody has to answer; where there is one already, that stays. */
    void openQuietly(List<SaidElsewhere.Talk> talks, Supplier<UUID> ids) {
        if (talks.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into conversation.conversation (tenant_id, id, contact_id, channel_id, status, handler,
                            opened_at, resolved_at, last_message_at)
                        select :tenant, id, contact_id, channel_id, 'resolved', 'nobody', at, at, at
                        from unnest(:ids::uuid[], :contacts::uuid[], :channels::uuid[], :times::timestamptz[])
                            as c (id, contact_id, channel_id, at)
                        order by contact_id, channel_id
                        on conflict (tenant_id, channel_id, contact_id) where handler = 'nobody' do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("ids", column(talks, it -> ids.get()))
                .param("contacts", column(talks, it -> it.party().contact().value()))
                .param("channels", column(talks, it -> it.party().channel().value()))
                .param("times", column(talks, SaidElsewhere.Talk::first))
                .update();
    }

    /** What was said without us, by either side. */
    void keep(List<SaidElsewhere.Placed> lines) {
        jdbc.sql(
                        """
                        insert into conversation.message (tenant_id, id, conversation_id, channel_id, direction,
                            author_kind, content, context, about, status, external_id, at)
                        select :tenant, id, conversation_id, channel_id,
                            case when author = 'contact' then 'inbound' else 'outbound' end, author, content::jsonb,
                            context::jsonb, about,
                            (case when author = 'contact' then 'received' else 'sent' end)::conversation.message_status,
                            external_id, at
                        from unnest(:ids::uuid[], :conversations::uuid[], :channels::uuid[], :authors::text[], :contents::text[],
                                :contexts::text[], :abouts::text[], :externalIds::text[], :times::timestamptz[])
                            as m (id, conversation_id, channel_id, author, content, context, about, external_id, at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("ids", column(lines, it -> it.line().id()))
                .param("conversations", column(lines, SaidElsewhere.Placed::conversation))
                .param("channels", column(lines, it -> it.message().channel().value()))
                .param("authors", column(lines, it -> it.line().author().word()))
                .param(
                        "contents",
                        column(lines, it -> json.writeValueAsString(it.message().content())))
                .param("contexts", column(lines, it -> written(it.message().context())))
                .param("abouts", column(lines, it -> it.line().about()))
                .param("externalIds", column(lines, it -> it.message().externalId()))
                .param("times", column(lines, it -> it.message().at()))
                .update();
    }

    private @Nullable String written(@Nullable Context context) {
        return context == null ? null : json.writeValueAsString(context);
    }
}

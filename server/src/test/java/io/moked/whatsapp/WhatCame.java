package io.moked.whatsapp;

import io.moked.Business;
import io.moked.channel.Channels;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What has come of deliveries for one number of a business, by what is in the database. */
record WhatCame(ApplicationContext server, Business business, String number, UUID channel) {

    /** For a number, and an account of the same id, that nothing has come for. */
    static WhatCame forANewNumber(ApplicationContext server, Business business) {
        var number =
                Long.toString(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1L << 50));
        var wanted = new Channels.NewChannel("Corpus", number, "+1 555", "token", number);
        var channel =
                TenantScope.call(
                        business.tenant().id(),
                        () -> server.getBean(Channels.class).connect(wanted));
        return new WhatCame(server, business, number, channel.id().value());
    }

    static boolean isAllWorkedThrough(ApplicationContext server) {
        return server.getBean(WorkerDatabase.class)
                        .jdbc()
                        .sql("select count(*) from whatsapp.delivery")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    /** Each kind of thing once, in the order of their names. */
    TreeSet<String> all() {
        var all = new TreeSet<>(inTheTenant());
        all.addAll(
                beyond(
                        "select 'dead ' || reason from whatsapp.dead_letter where position(:number in body) > 0"));
        all.addAll(
                beyond(
                        "select 'kept ' || field from whatsapp.unread_change where position(:number in body) > 0"));
        return all;
    }

    private List<String> inTheTenant() {
        return scoped(jdbc ->
                jdbc.sql(
                                """
                                select 'message ' || (content ->> 'kind')
                                from conversation.message where channel_id = :channel
                                union select 'afterword ' || (content ->> 'kind')
                                from conversation.afterword where channel_id = :channel
                                union select 'news ' || field from number.news where account_id = :number
                                union select 'consent ' || c.marketing
                                from contact.consent c join contact.identity i on i.contact_id = c.contact_id
                                where i.value = :number
                                union select 'listed' from contact.contact c join contact.identity i on i.contact_id = c.id
                                where c.listed_at is not null and :channel::uuid = any(i.channels)
                                union select 'receipt ' || status from conversation.parked_receipt where channel_id = :channel
                                """)
                        .param("channel", channel)
                        .param("number", number)
                        .query(String.class)
                        .list());
    }

    private List<String> beyond(String sql) {
        return server.getBean(WorkerDatabase.class)
                .jdbc()
                .sql(sql)
                .param("number", number.getBytes(StandardCharsets.UTF_8))
                .query(String.class)
                .list();
    }

    /** Whether Meta is asked for the templates of the number's account. */
    boolean asksForTemplates() {
        return scoped(jdbc ->
                jdbc.sql("select exists (select from template.account where account_id = :number)")
                        .param("number", number)
                        .query(Boolean.class)
                        .single());
    }

    /** Whether something stands where this message or status of Meta's would. */
    boolean knows(String externalId) {
        var id = externalId.getBytes(StandardCharsets.UTF_8);
        return scoped(jdbc ->
                jdbc.sql(
                                """
                                select count(*) from (
                                    select from conversation.message where channel_id = :channel and external_id = :id
                                    union all select from conversation.afterword where channel_id = :channel and external_id = :id
                                    union all select from conversation.parked_receipt where channel_id = :channel and external_id = :id
                                ) as known
                                """)
                        .param("channel", channel)
                        .param("id", externalId)
                        .query(Integer.class)
                        .single())
                        > 0
                || isSetAside(id);
    }

    private boolean isSetAside(byte[] id) {
        return server.getBean(WorkerDatabase.class)
                        .jdbc()
                        .sql(
                                """
                                select count(*) from (
                                    select body from whatsapp.dead_letter union all select body from whatsapp.unread_change
                                ) as kept where position(:number in body) > 0 and position(:id in body) > 0
                                """)
                        .param("number", number.getBytes(StandardCharsets.UTF_8))
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a contact is known in this way. */
    boolean knowsSomebodyAs(String identity) {
        return scoped(jdbc ->
                jdbc.sql(
                                """
                                select exists (select from contact.identity where value = :value)
                                    or exists (select from contact.former_identity where value = :value)
                                """)
                        .param("value", identity)
                        .query(Boolean.class)
                        .single());
    }

    private <T> T scoped(Function<JdbcClient, T> work) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx -> work.apply(server.getBean(JdbcClient.class))));
    }
}

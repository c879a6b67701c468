package io.moked.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Api.Answer;
import io.moked.Business;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Inbound;
import io.moked.channel.InboundHandler;
import io.moked.channel.InboundMessage;
import io.moked.channel.Sender;
import io.moked.media.MediaLibrary;
import io.moked.tenancy.TenantScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One of two tenants alike in everything that is not of our own making: phones, names, wamids. */
record Twin(Business business, Api api, ApplicationContext server) {

    private static final List<String> PHONES = List.of("972500000001", "972500000002");
    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    static Twin create(ApplicationContext server, int port) throws IOException {
        var business = Business.create(server);
        var session =
                TenantScope.call(
                        business.tenant().id(),
                        () -> Business.session(server, business.administrator()));
        var twin = new Twin(business, new Api(port, session), server);
        TenantScope.call(business.tenant().id(), twin::furnish);
        twin.api()
                .put(
                        "/conversations/" + twin.conversation() + "/labels",
                        Map.of("labels", List.of("urgent")));
        twin.api()
                .post(
                        "/roles",
                        Map.of("name", "Same Name", "permissions", List.of("READ_CONVERSATIONS")));
        twin.api()
                .post(
                        "/meta-apps",
                        Map.of("name", "Same Name", "metaAppId", "123456", "secret", "same"));
        twin.api().post("/segments", Map.of("name", "Same Name", "criteria", Map.of()));
        twin.api()
                .post(
                        "/calendars",
                        Map.of("name", "Same Name", "timeZone", "UTC", "week", Map.of()));
        twin.api().post("/skills", Map.of("name", "Same Name"));
        twin.api().post("/dispositions", Map.of("name", "Same Name"));
        twin.api().post("/canned-replies", CannedBodies.reply(Map.of()));
        var rule = RuleBodies.rule(Map.of());
        rule.put("name", "Same Name");
        twin.api().post("/rules", rule);
        twin.api().bring("same.csv", "+972500000003,Same Name".getBytes(StandardCharsets.UTF_8));
        return twin;
    }

    private boolean furnish() throws IOException {
        for (var phone : PHONES) {
            var sender = new Sender(phone, null, "Same Name", null);
            var words = new Content.Text("the same words");
            var message =
                    new InboundMessage(
                            new ChannelId(business.channel()),
                            "wamid." + phone,
                            sender,
                            words,
                            Instant.now());
            server.getBean(InboundHandler.class).receive(Inbound.of(message));
        }
        scoped(jdbc ->
                jdbc.sql(
                                """
                                insert into factor.passkey
                                values (:tenant, :id, :user, 'same', 'same', 0, false, false, '', 'Same', now())
                                """)
                        .param("tenant", business.tenant().id().value())
                        .param("id", UUID.randomUUID())
                        .param("user", business.administrator().id())
                        .update());
        template();
        broadcast();
        server.getBean(MediaLibrary.class)
                .add("text/plain", "same.txt", 1, new ByteArrayInputStream(new byte[1]));
        scoped(jdbc ->
                jdbc.sql(
                                """
                                insert into conversation.shared_file (tenant_id, media_id, conversation_id)
                                select c.tenant_id, f.id, c.id from conversation.conversation c, media.file f
                                """)
                        .update());
        return true;
    }

    private void template() {
        scoped(jdbc ->
                jdbc.sql(
                                """
                                insert into template.template
                                select :tenant, id, 'same', id, 'same', 'en', 'UTILITY', 'APPROVED', null, false,
                                    '[{"type": "BODY", "text": "Same"}]', null, now(), now()
                                from unnest(array[gen_random_uuid(), gen_random_uuid()]) id
                                """)
                        .param("tenant", business.tenant().id().value())
                        .update());
    }

    private void broadcast() {
        scoped(jdbc ->
                jdbc.sql(
                                """
                                with sent as (
                                    insert into broadcast.broadcast
                                    select :tenant, gen_random_uuid(), gen_random_uuid(), 'same', :channel,
                                        (select id from template.template limit 1), 'UTILITY', false, '{}', '{}', null,
                                        now(), 'UTC', null, null, 'finished', null, null, true, 'epoch', false, 'epoch',
                                        :user, now(), now(), now()
                                    from generate_series(1, 2) returning id
                                )
                                insert into broadcast.recipient
                                select :tenant, sent.id, c.id, 'read', null, null, null, now(), now(), null
                                from sent, contact.contact c
                                """)
                        .param("tenant", business.tenant().id().value())
                        .param("channel", business.channel())
                        .param("user", business.administrator().id())
                        .update());
    }

    UUID conversation() {
        return first("/conversations");
    }

    /** The id of a thing of this tenant, by the word that stands before such ids in addresses. */
    UUID id(String things) {
        return switch (things) {
            case "messages", "around" -> first("/conversations/" + conversation() + "/messages");
            case "media" ->
                    scoped(jdbc ->
                            jdbc.sql("select id from media.file").query(UUID.class).single());
            case "sessions" -> first("/me/sessions");
            case "passkeys" ->
                    UUID.fromString(
                            api.get("/me/security").path("passkeys").get(0).path("id").asString());
            case "contact", "into" -> first("/contacts");
            case "users", "user", "assignee", "agents", "agent" -> business.agent().id();
            case "roles" ->
                    scoped(jdbc ->
                            jdbc.sql("select id from access.role").query(UUID.class).single());
            case "department" -> business.department();
            case "channel" -> business.channel();
            // Nobody is asked anything, or has anything to wind up; to either there is none.
            case "handovers", "offers", "wrap-ups", "webhook-calls" -> business.department();
            // The platform's; a business has ids, but none of these.
            case "tenants", "dead-letters" -> business.department();
            default -> first("/" + things);
        };
    }

    /** An answer says back which address was asked for. */
    static String plain(Answer answer) {
        return ID.matcher(answer.toString()).replaceAll("…");
    }

    void note() {
        var note = Map.of("clientId", UUID.randomUUID(), "body", "a note");
        api.post("/conversations/" + conversation() + "/notes", note);
    }

    private UUID first(String path) {
        return UUID.fromString(api.items(path).getFirst().path("id").asString());
    }

    /** Every id in every row of this tenant. */
    Set<String> everyId() {
        return scoped(jdbc ->
                jdbc
                        .sql(
                                """
                                select table_schema || '.' || table_name from information_schema.columns
                                where column_name = 'tenant_id'
                                """)
                        .query(String.class)
                        .stream()
                        .flatMap(table ->
                                jdbc
                                        .sql("select to_jsonb(t)::text from " + table + " t")
                                        .query(String.class)
                                        .stream())
                        .flatMap(row -> idsIn(row).stream())
                        .collect(Collectors.toSet()));
    }

    void assertUnnamedIn(String text, String where) {
        assertThat(idsIn(text)).as(where).doesNotContainAnyElementsOf(everyId());
    }

    static Set<String> idsIn(String text) {
        return ID.matcher(text).results().map(it -> it.group()).collect(Collectors.toSet());
    }

    private <T> T scoped(Function<JdbcClient, T> work) {
        var transactions = server.getBean(TransactionTemplate.class);
        var jdbc = server.getBean(JdbcClient.class);
        return TenantScope.call(
                business.tenant().id(), () -> transactions.execute(tx -> work.apply(jdbc)));
    }
}

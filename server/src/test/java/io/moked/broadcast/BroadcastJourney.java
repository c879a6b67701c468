package io.moked.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.contact.Consents;
import io.moked.sending.Outbox;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A business with a number, an approved template and contacts who wrote once. */
abstract class BroadcastJourney extends Journey {

    static final String BODY = "[{\"type\": \"BODY\", \"text\": \"Hi {{1}}, we are open again.\"}]";

    final GraphStub graph = GraphStub.get();
    Api manager;
    String account;
    String number;
    UUID channel;
    UUID template;

    @BeforeEach
    void connectANumberThatHasATemplate() {
        manager = Api.of(port, business.manager());
        account = Meta.newPhone();
        number = Meta.newPhone();
        TenantScope.run(
                business.tenant().id(),
                () ->
                        channel =
                                server.getBean(Channels.class)
                                        .connect(
                                                new Channels.NewChannel(
                                                        "Shop",
                                                        number,
                                                        "+1 555 " + number,
                                                        "a-token",
                                                        account))
                                        .id()
                                        .value());
        template = addTemplate("en", "MARKETING");
    }

    final UUID addTemplate(String language, String category) {
        var id = UUID.randomUUID();
        inTheDatabase(jdbc ->
                jdbc.sql(
                                """
                                insert into template.template
                                values (tenancy.current_tenant(), :id, :account, :meta, 'open_again', :language,
                                    :category, 'APPROVED', null, false, :components::jsonb, null, now(), now())
                                """)
                        .param("id", id)
                        .param("account", account)
                        .param("meta", id.toString())
                        .param("language", language)
                        .param("category", category)
                        .param("components", BODY)
                        .update());
        return id;
    }

    final void inTheDatabase(Consumer<JdbcClient> work) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(
                                        tx -> work.accept(server.getBean(JdbcClient.class))));
    }

    /** They wrote, and what they wanted has come to its end. */
    final List<String> contacts(int many) {
        var phones = new ArrayList<String>();
        for (int n = 0; n < many; n++) {
            phones.add(Meta.newPhone());
        }
        phones.forEach(it -> says(it, "hello"));
        for (var phone : phones) {
            agent.post("/conversations/" + idOf(phone) + "/resolution", Map.of());
        }
        return phones;
    }

    final void stopsMarketing(String phone) {
        var contact =
                UUID.fromString(
                        manager.items("/contacts?q=" + phone).getFirst().path("id").asString());
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx ->
                                        server.getBean(Consents.class)
                                                .said(
                                                        List.of(
                                                                new Consents.Word(
                                                                        contact,
                                                                        false,
                                                                        Instant.now())))));
    }

    final void says(String phone, String words) {
        says(Meta.text(phone, Meta.newId(), words));
    }

    final void says(Map<String, Object> message) {
        var change = Meta.change(number, "messages", List.of(message));
        assertThat(meta.post(Meta.body(List.of(change)))).isEqualTo(200);
    }

    final void tells(Map<String, Object> status) {
        var change = Meta.change(number, "statuses", List.of(status));
        assertThat(meta.post(Meta.body(List.of(change)))).isEqualTo(200);
    }

    /** To everybody, at once, in the name each has. */
    final Map<String, Object> toEverybody() {
        var plan = new HashMap<String, Object>();
        plan.put("clientId", UUID.randomUUID());
        plan.put("name", "Open again");
        plan.put("channelId", channel);
        plan.put("templateId", template);
        plan.put("values", Map.of("body.1", Map.of("field", "name", "otherwise", "friend")));
        plan.put("criteria", Map.of());
        plan.put("timeZone", "Asia/Jerusalem");
        return plan;
    }

    final String start(Map<String, Object> plan) {
        var answer = manager.post("/broadcasts", plan);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    /** So that there is time to turn it. */
    final void letTheNumberSendSlowly() {
        TenantScope.run(
                business.tenant().id(),
                () -> server.getBean(Outbox.class).allow(new ChannelId(channel), 1));
    }

    final JsonNode broadcast(String id) {
        return manager.get("/broadcasts/" + id);
    }

    final String stateOf(String id) {
        return broadcast(id).path("state").asString();
    }

    final JsonNode onceIn(String state, String id) {
        await().until(() -> stateOf(id).equals(state));
        return broadcast(id);
    }

    final int result(String id, String which) {
        return broadcast(id).path("results").path(which).asInt();
    }

    final JsonNode recipient(String id, String phone) {
        return manager.items("/broadcasts/" + id + "/recipients?limit=100").stream()
                .filter(it -> it.path("name").asString("").endsWith(phone))
                .findFirst()
                .orElseThrow();
    }

    /** The template that a phone was sent, which was one. */
    final JsonNode sentTo(String phone) {
        var sent = graph.acceptedFor(phone);
        assertThat(sent).hasSize(1);
        return sent.getFirst();
    }
}

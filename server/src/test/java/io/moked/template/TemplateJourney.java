package io.moked.template;

import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.channel.Channels;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A business with a number whose account has templates at Meta. */
abstract class TemplateJourney extends Journey {

    static final JsonMapper JSON = new JsonMapper();

    final GraphStub graph = GraphStub.get();
    Api administrator;
    String account;
    String number;

    @BeforeEach
    void connectANumberOfAnAccount() {
        administrator = Api.of(port, business.administrator());
        account = Meta.newPhone();
        number = Meta.newPhone();
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(Channels.class)
                                .connect(
                                        new Channels.NewChannel(
                                                "Shop", number, "+1 555 001", "a-token", account)));
    }

    static String template(String id, String name, String status, String components) {
        return """
        {"id": "%s", "name": "%s", "language": "en", "category": "UTILITY", "status": "%s",
         "quality_score": {"score": "GREEN"}, "rejected_reason": "NONE", "parameter_format": "POSITIONAL",
         "components": %s}
        """
                .formatted(id, name, status, components);
    }

    static String body(String text) {
        return "[{\"type\": \"BODY\", \"text\": \"" + text + "\"}]";
    }

    /** From now on Meta lists these, and we have asked it since. */
    final void metaLists(String... templates) {
        graph.tell(
                "GET " + account + "/message_templates",
                "{\"data\": [" + String.join(",", templates) + "]}");
        sync();
    }

    final void sync() {
        var before = syncedAt();
        administrator.post("/templates/syncs", Map.of());
        await().until(() -> !syncedAt().equals(before));
    }

    final String syncedAt() {
        return administrator
                .items("/templates/accounts")
                .getFirst()
                .path("syncedAt")
                .asString("never");
    }

    final JsonNode templateCalled(String name) {
        return administrator.items("/templates?limit=100").stream()
                .filter(it -> it.path("name").asString().equals(name))
                .findFirst()
                .orElse(JSON.missingNode());
    }

    final String idOfTemplate(String name) {
        return templateCalled(name).path("id").asString();
    }

    /** Somebody wrote so long ago that only a template may be sent. */
    final String conversationAfterTheWindow(String phone) {
        var longAgo = Instant.now().minus(Duration.ofHours(30));
        says(phone, longAgo);
        return idOf(phone);
    }

    final void says(String phone, Instant at) {
        var message = Meta.text(phone, Meta.newId(), "hello", at);
        meta.post(Meta.body(List.of(Meta.change(number, "messages", List.of(message)))));
    }

    final Api.Answer send(String conversation, String template, Map<String, String> values) {
        return agent.post(
                "/conversations/" + conversation + "/replies",
                Map.of(
                        "clientId",
                        UUID.randomUUID(),
                        "content",
                        Map.of("type", "template", "templateId", template, "values", values)));
    }

    final JsonNode sentTo(String phone) {
        await().until(() -> graph.acceptedFor(phone).size() == 1);
        return graph.acceptedFor(phone).getFirst().path("template");
    }

    /** What Meta tells by webhook of a template. */
    final void metaTells(String field, String templateId, Map<String, Object> news) {
        metaTellsOf(Instant.now(), field, templateId, news);
    }

    final void metaTellsOf(
            Instant when, String field, String templateId, Map<String, Object> news) {
        var value = new java.util.HashMap<>(news);
        value.put("message_template_id", Long.parseLong(templateId));
        var change = Map.of("field", field, "value", value);
        var entry =
                Map.of("id", account, "time", when.getEpochSecond(), "changes", List.of(change));
        meta.post(
                JSON.writeValueAsBytes(
                        Map.of("object", "whatsapp_business_account", "entry", List.of(entry))));
    }

    static String field(Api.Answer refused) {
        var error = refused.body().path("errors").path(0);
        return error.path("field").asString() + " " + error.path("message").asString();
    }
}

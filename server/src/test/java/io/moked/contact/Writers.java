package io.moked.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** People who write to a business, and what it sees of them. */
record Writers(Business business, Meta meta, Api agent, String phone) {

    void says(String userId, String from, String words) {
        says(userId, from, words, Instant.now());
    }

    void says(String userId, String from, String words, Instant at) {
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), words, at));
        message.put("from", from);
        message.put("from_user_id", userId);
        message.values().removeIf(Objects::isNull);
        assertThat(meta.deliver(business, List.of(message))).isEqualTo(200);
    }

    void changes(Map<String, Object> system, String from) {
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), "", Instant.now()));
        message.putAll(Map.of("type", "system", "system", system));
        message.put("from", from);
        message.values().removeIf(Objects::isNull);
        assertThat(meta.post(Meta.body(List.of(withoutContacts(message))))).isEqualTo(200);
    }

    /** As Meta sends what it has to say itself. */
    @SuppressWarnings("unchecked")
    Map<String, Object> withoutContacts(Map<String, Object> message) {
        var change =
                new HashMap<>(Meta.change(business.phoneNumberId(), "messages", List.of(message)));
        var value = new HashMap<>((Map<String, Object>) change.get("value"));
        value.remove("contacts");
        change.put("value", value);
        return change;
    }

    /** The conversation in which this was said last. */
    JsonNode conversationWith(String words) {
        var found = await().until(() -> lastSaid(words), it -> !it.isEmpty());
        return found.getFirst();
    }

    List<JsonNode> lastSaid(String words) {
        return agent.items("/conversations").stream()
                .filter(it -> it.path("lastMessage").path("preview").asString("").equals(words))
                .toList();
    }

    static String phoneIn(JsonNode conversation) {
        return conversation.path("contact").path("phone").asString("");
    }

    List<String> thread(JsonNode conversation) {
        var id = conversation.path("id").asString();
        return agent.items("/conversations/" + id + "/messages?limit=100").stream()
                .map(it -> it.path("content").path("body").asString(""))
                .toList()
                .reversed();
    }

    void saysAs(Map<String, Object> sender, String words) {
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), words));
        message.remove("from");
        message.putAll(sender);
        assertThat(meta.deliver(business, List.of(message))).isEqualTo(200);
    }

    JsonNode card(JsonNode conversation) {
        return agent.get("/contacts/" + conversation.path("contact").path("id").asString());
    }

    static JsonNode identity(JsonNode card, String phone) {
        return Api.list(card.path("identities")).stream()
                .filter(it -> it.path("value").asString().equals("+" + phone))
                .findFirst()
                .orElseThrow();
    }

    List<String> phones(JsonNode conversation) {
        return Api.list(card(conversation).path("identities")).stream()
                .filter(it -> it.path("kind").asString().equals("phone"))
                .map(it -> it.path("value").asString())
                .toList();
    }
}

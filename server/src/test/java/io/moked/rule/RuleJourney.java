package io.moked.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Journey;
import io.moked.Meta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A business whose manager says what happens by itself. */
abstract class RuleJourney extends Journey {

    Api manager;

    @BeforeEach
    final void comeIn() {
        manager = Api.of(port, business.manager());
    }

    /** A rule under a name, of this trigger, with these actions. */
    static Map<String, Object> rule(String name, String trigger, Object... actions) {
        var rule = new HashMap<String, Object>();
        rule.put("name", name);
        rule.put("enabled", true);
        rule.put("trigger", trigger);
        rule.put("conditions", List.of());
        rule.put("actions", List.of(actions));
        return rule;
    }

    static Map<String, Object> when(Map<String, Object> rule, Object... conditions) {
        rule.put("conditions", List.of(conditions));
        return rule;
    }

    static Map<String, Object> after(Map<String, Object> rule, int minutes) {
        rule.put("minutes", minutes);
        return rule;
    }

    static Map<String, Object> words(String type, String... words) {
        return Map.of("type", type, "words", List.of(words));
    }

    static Map<String, Object> ids(String type, Object... ids) {
        return Map.of("type", type, "ids", List.of(ids));
    }

    static Map<String, Object> labels(String... labels) {
        return Map.of("type", "labels", "labels", List.of(labels));
    }

    static Map<String, Object> to(String type, Object id) {
        return Map.of("type", type, "id", id);
    }

    final JsonNode add(Map<String, Object> rule) {
        var answer = manager.post("/rules", rule);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body();
    }

    final String says(String words) {
        var phone = Meta.newPhone();
        meta.says(business, phone, words);
        conversationOf(phone);
        return phone;
    }

    final List<String> labelsOf(String phone) {
        return conversationOf(phone).path("labels").valueStream().map(JsonNode::asString).toList();
    }

    final List<String> eventsOf(String phone) {
        return agent.items("/conversations/" + idOf(phone) + "/timeline?limit=100").stream()
                .filter(it -> it.path("kind").asString().equals("event"))
                .map(it ->
                        it.path("event").path("type").asString()
                                + " "
                                + it.path("event").path("subject").path("name").asString(""))
                .map(String::strip)
                .toList()
                .reversed();
    }

    final long acted(String name) {
        return manager.items("/rules").stream()
                .filter(it -> it.path("name").asString().equals(name))
                .mapToLong(it -> it.path("acted").asLong())
                .sum();
    }

    final void awaitActed(String name, long times) {
        await().until(() -> acted(name) == times);
    }
}

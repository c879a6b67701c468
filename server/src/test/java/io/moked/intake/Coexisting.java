package io.moked.intake;

import io.moked.Journey;
import io.moked.Meta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What Meta tells of a number that is also used in the WhatsApp Business app, as it tells it. */
abstract class Coexisting extends Journey {

    static final String BUSINESS = "1555";

    final Map<String, Object> text(String from, String id, String words, Instant at) {
        return new HashMap<>(Meta.text(from, id, words, at));
    }

    /** Written in the app, to somebody. */
    final Map<String, Object> echo(String to, String id, String words, Instant at) {
        var echo = text(BUSINESS, id, words, at);
        echo.put("to", to);
        return echo;
    }

    final Map<String, Object> past(
            String from, String id, String words, Instant at, String status) {
        var message = text(from, id, words, at);
        message.put("history_context", Map.of("status", status));
        return message;
    }

    final Map<String, Object> chunk(int progress, String with, List<Map<String, Object>> messages) {
        return Map.of(
                "metadata",
                Map.of("phase", 0, "chunk_order", 1, "progress", progress),
                "threads",
                List.of(Map.of("id", with, "messages", messages)));
    }

    final Map<String, Object> listing(String phone, String name, Instant at) {
        var contact = new HashMap<String, Object>(Map.of("phone_number", phone));
        if (name != null) {
            contact.put("full_name", name);
        }
        return Map.of(
                "type",
                "contact",
                "action",
                name == null ? "remove" : "add",
                "contact",
                contact,
                "metadata",
                Map.of("timestamp", Long.toString(at.getEpochSecond())));
    }

    final Map<String, Object> change(String field, String array, Map<String, Object> item) {
        return Map.of(
                "field",
                field,
                "value",
                Map.of(
                        "messaging_product",
                        "whatsapp",
                        "metadata",
                        Map.of(
                                "display_phone_number",
                                BUSINESS,
                                "phone_number_id",
                                business.phoneNumberId()),
                        array,
                        List.of(item)));
    }

    final void tell(String field, String array, Map<String, Object> item) {
        meta.post(Meta.body(List.of(change(field, array, item))));
    }

    /** All that the API shows of a conversation. */
    final List<JsonNode> everything(String conversation) {
        var all = new ArrayList<JsonNode>();
        all.add(agent.get("/conversations/" + conversation));
        all.addAll(agent.items("/conversations/" + conversation + "/messages?limit=100"));
        return all;
    }

    final JsonNode message(String conversation, String words) {
        return agent.items("/conversations/" + conversation + "/messages?limit=100").stream()
                .filter(it -> it.path("content").path("body").asString("").equals(words))
                .findFirst()
                .orElseThrow();
    }
}

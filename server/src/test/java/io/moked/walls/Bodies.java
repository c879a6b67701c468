package io.moked.walls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bodies that are right but for the one id they are made with. */
final class Bodies {

    /** What is given to somebody. */
    static final List<String> TO_AGENTS =
            List.of(
                    "POST /api/v1/conversations/{id}/transfer agentId",
                    "POST /api/v1/conversations/{id}/handovers agentId",
                    "POST /api/v1/agents/{id}/conversations/transfer agentId");

    /** What is sent to a department. */
    static final List<String> TO_DEPARTMENTS =
            List.of(
                    "POST /api/v1/conversations/{id}/transfer departmentId",
                    "POST /api/v1/agents/{id}/conversations/transfer departmentId");

    private Bodies() {}

    static Map<String, Object> inDepartment(UUID department) {
        return Map.of("role", "agent", "departments", List.of(department));
    }

    static Object reply(UUID media) {
        return said(Map.of("type", "document", "mediaId", media));
    }

    static Object menu(UUID media) {
        var header = Map.of("type", "document", "mediaId", media);
        var offer = Map.of("header", header, "buttons", List.of(Map.of("title", "Yes")));
        return said(Map.of("type", "menu", "body", "Look", "offer", offer));
    }

    static Object cards(UUID media) {
        var link = Map.of("button", "Look", "url", "https://test.example");
        var card = Map.of("type", "image", "mediaId", media, "link", link);
        var cards = Map.of("cards", List.of(card, card));
        return said(Map.of("type", "carousel", "body", "Look", "offer", cards));
    }

    static Object template(UUID template) {
        return said(Map.of("type", "template", "templateId", template));
    }

    static Object said(Map<String, Object> content) {
        return Map.of("clientId", UUID.randomUUID(), "content", content);
    }

    static Object answer(UUID message) {
        var content = Map.of("type", "text", "body", "words");
        return Map.of("clientId", UUID.randomUUID(), "content", content, "replyTo", message);
    }

    static Object number(UUID app) {
        var known = Map.of("name", "New", "accountId", "12345", "phoneNumberId", "1", "token", "t");
        var number = new HashMap<String, Object>(known);
        number.put("appId", app);
        return number;
    }

    static Object broadcast(Twin ours, String field, UUID id) {
        var broadcast = new HashMap<String, Object>();
        broadcast.put("clientId", UUID.randomUUID());
        broadcast.put("name", "New");
        broadcast.put("channelId", ours.id("channel"));
        broadcast.put("templateId", ours.id("templates"));
        broadcast.put("criteria", Map.of());
        broadcast.put("timeZone", "UTC");
        broadcast.put(field, id);
        return broadcast;
    }

    static Object user(Map<String, Object> role) {
        var email = UUID.randomUUID() + "@test.example";
        return Map.of("name", "New", "email", email, "language", "en", "roles", List.of(role));
    }
}

package io.moked.walls;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Bodies that are right but for the one id they are made with. */
final class Bodies {

    /** What is said of numbers. */
    private static final Map<String, Object> NUMBER_WORDS =
            Map.ofEntries(
                    Map.entry("name", "words"),
                    Map.entry("token", "words"),
                    Map.entry("code", "123456"),
                    Map.entry("pin", "123456"),
                    Map.entry("way", "SMS"),
                    Map.entry("language", "he_IL"),
                    Map.entry("about", "words"),
                    Map.entry("address", ""),
                    Map.entry("description", ""),
                    Map.entry("email", ""),
                    Map.entry("vertical", ""),
                    Map.entry("websites", List.of()));

    /** What is given to somebody. */
    static final List<String> TO_AGENTS =
            List.of(
                    "POST /api/v1/conversations/{id}/transfer agentId",
                    "POST /api/v1/conversations/{id}/handovers agentId",
                    "POST /api/v1/agents/{id}/conversations/transfer agentId");

    /** What is sent to a department. */
    static final List<String> TO_LINES =
            List.of(
                    "POST /api/v1/conversations/{id}/transfer departmentId",
                    "POST /api/v1/agents/{id}/conversations/transfer departmentId",
                    "PUT /api/v1/channels/{id}/department departmentId");

    private Bodies() {}

    static Map<String, Object> inDepartment(UUID department) {
        return Map.of("role", "agent", "departments", List.of(department));
    }

    static Object simulation(UUID department) {
        return simulation(department, List.of());
    }

    static Object team(Twin ours, UUID department) {
        return simulation(ours.business().department(), List.of(department));
    }

    /** Days gone through again, by the field that names a department. */
    static final Map<String, Function<UUID, Object>> REPLAYS =
            Map.of(
                    "departmentIds", id -> replay(List.of(id), List.of(), List.of()),
                    "change.choices.departmentId", id -> replay(List.of(), List.of(id), List.of()),
                    "change.teams.departmentIds", id -> replay(List.of(), List.of(), List.of(id)));

    private static Object replay(List<UUID> departments, List<UUID> choices, List<UUID> teams) {
        var change = new HashMap<String, Object>();
        change.put(
                "choices",
                choices.stream()
                        .map(it -> Map.of("departmentId", it, "choice", "round_robin"))
                        .toList());
        change.put("teams", teams.isEmpty() ? List.of() : List.of(modelTeam(teams)));
        change.put("handlingPercent", 100);
        change.put("arrivalsPercent", 100);
        var now = Instant.now();
        return Map.of(
                "from",
                now.minusSeconds(3_600),
                "to",
                now,
                "departmentIds",
                departments,
                "promisedSeconds",
                60,
                "seed",
                1,
                "change",
                change);
    }

    private static Object modelTeam(List<UUID> departments) {
        return Map.of(
                "agents", 1,
                "departmentIds", departments,
                "capacity", 1,
                "fromMinute", 0,
                "toMinute", 60);
    }

    private static Object simulation(UUID department, List<UUID> ofTeam) {
        return Map.of(
                "departments",
                List.of(
                        Map.of(
                                "departmentId",
                                department,
                                "arrivalsPerHour",
                                List.of(10),
                                "handlingSeconds",
                                60,
                                "choice",
                                "round_robin")),
                "teams",
                ofTeam.isEmpty() ? List.of() : List.of(modelTeam(ofTeam)),
                "promisedSeconds",
                60,
                "seed",
                1);
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

    static Object skills(UUID skill) {
        return Map.of("skills", List.of(Map.of("skillId", skill, "level", 3)));
    }

    static Object onBreak(UUID reason) {
        return Map.of("availability", "break", "reasonId", reason);
    }

    static Object required(UUID skill) {
        return demand(List.of(Map.of("skillId", skill, "level", 3)), List.of());
    }

    static Object preferred(UUID skill) {
        return demand(List.of(), List.of(Map.of("skillId", skill, "level", 3)));
    }

    private static Object demand(List<Object> required, List<Object> preferred) {
        return Map.of("priority", "high", "required", required, "preferred", preferred);
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

    static Object overflow(UUID department) {
        return Map.of(
                "name",
                "words",
                "mode",
                "pull",
                "choice",
                "round_robin",
                "overflowTo",
                List.of(department),
                "overflowSeconds",
                60);
    }

    static Object hours(UUID calendar) {
        return Map.of("follows", "calendar", "calendarId", calendar);
    }

    static Object user(Map<String, Object> role) {
        var email = UUID.randomUUID() + "@test.example";
        return Map.of("name", "New", "email", email, "language", "en", "roles", List.of(role));
    }

    /** All that a body could need, and right. */
    static Map<String, Object> ofEverything(String path, UUID agent) {
        var body = new HashMap<String, Object>();
        body.put("clientId", UUID.randomUUID());
        List.of("body", "label", "secret").forEach(it -> body.put(it, "words"));
        body.put("content", Map.of("type", "text", "body", "words"));
        body.put("assigneeId", agent);
        body.put("agentId", agent);
        body.put("labels", List.of());
        body.put("into", UUID.randomUUID());
        body.putAll(Map.of("state", "suspended", "category", "utility", "version", 1));
        body.putAll(Map.of("name", "words", "mode", "pull", "choice", "round_robin"));
        body.putAll(Map.of("priority", "high", "required", List.of(), "preferred", List.of()));
        body.put("skills", List.of());
        body.putAll(Map.of("requiresDisposition", false, "wrapUpSeconds", 0));
        body.putAll(Map.of("agentIds", List.of(), "capacity", 5, "availability", "busy"));
        body.putAll(Map.of("english", "words", "hebrew", "words", "units", 1));
        body.putAll(Map.of("greeting", Map.of(), "away", Map.of(), "asked", Map.of()));
        body.put("layout", Map.of("buttons", List.of(), "cards", List.of()));
        body.putAll(Map.of("samples", Map.of(), "phone", 0, "wantsMarketing", false));
        body.putAll(Map.of("follows", "always", "targets", List.of(), "warnPercent", 80));
        body.put("calendar", Map.of("name", "words", "timeZone", "UTC", "week", Map.of()));
        body.put("rule", RuleBodies.rule(Map.of()));
        body.putAll(Map.of("scope", "business", "texts", List.of()));
        if (path.contains("/contact-lists/")) {
            // There it is a column.
            body.remove("labels");
        }
        if (path.contains("/channels/")) {
            body.putAll(NUMBER_WORDS);
        }
        return body;
    }
}

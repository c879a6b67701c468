package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.world.Setup.Waba;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, creates, changes and removes message templates. */
final class TemplateCalls {

    private static final List<String> EDITABLE = List.of("APPROVED", "REJECTED", "PAUSED");
    private static final Duration NAME_RESTS = Duration.ofDays(30);
    private static final int PAGE = 25;

    private final World world;
    private final Weather weather;
    private final Templates templates;
    private final TemplateLife life;
    private final TemplateChecks checks;
    private final TemplateQuota quota;
    private final Map<String, Instant> removed = new ConcurrentHashMap<>();
    private final Map<String, Deque<Instant>> edits = new ConcurrentHashMap<>();

    TemplateCalls(
            World world,
            Weather weather,
            Templates templates,
            TemplateLife life,
            TemplateChecks checks) {
        this.world = world;
        this.weather = weather;
        this.templates = templates;
        this.life = life;
        this.checks = checks;
        this.quota = new TemplateQuota(templates);
    }

    Answer list(Request request) {
        List<ObjectNode> all =
                templates.of(waba(request)).stream()
                        .filter(one -> asked(one, request, "status"))
                        .filter(one -> asked(one, request, "name"))
                        .filter(one -> asked(one, request, "language"))
                        .filter(one -> asked(one, request, "category"))
                        .toList();
        int limit = number(request.query("limit"), PAGE);
        int from = request.query("after").isEmpty() ? 0 : offset(request.query("after"));
        int to = Math.min(all.size(), from + limit);
        ArrayNode data = Json.array();
        all.subList(Math.min(from, to), to)
                .forEach(one -> data.add(Nodes.only(one.deepCopy(), request)));
        ObjectNode answer = Json.object().set("data", data);
        ObjectNode paging = answer.putObject("paging");
        paging.putObject("cursors").put("before", cursor(from)).put("after", cursor(to));
        if (to < all.size()) {
            paging.put("next", request.path() + "?limit=" + limit + "&after=" + cursor(to));
        }
        return Answer.json(answer);
    }

    private static boolean asked(ObjectNode template, Request request, String field) {
        String wanted = request.query(field);
        return wanted.isEmpty() || Json.text(template, field).equalsIgnoreCase(wanted);
    }

    private static int number(String text, int otherwise) {
        return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : otherwise;
    }

    private static String cursor(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("at" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static int offset(String cursor) {
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            return Integer.parseInt(text.substring(2));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw GraphError.parameter("Invalid cursors values");
        }
    }

    Answer create(Request request) throws IOException {
        Waba waba = waba(request);
        ObjectNode template = request.object();
        checks.head(template);
        String name = Json.text(template, "name");
        String language = Json.text(template, "language");
        if (templates.find(waba, name, language).isPresent()) {
            throw GraphError.explained(
                    100,
                    2388024,
                    "Content in this language already exists",
                    "There is already content in " + language + " for this template.");
        }
        if (removed.getOrDefault(key(waba, name), Instant.MIN)
                .isAfter(weather.clock().now().minus(NAME_RESTS))) {
            throw GraphError.explained(
                    100,
                    2388023,
                    "The message template is being deleted",
                    "Its name can be used again 30 days after the template was deleted.");
        }
        Instant now = weather.clock().now();
        quota.check(waba, name, now);
        giveWords(template);
        checks.components(template);
        if (weather.settings().recategorise()
                && Json.text(template, "category").equals("UTILITY")) {
            template.put("category", "MARKETING");
        }
        life.review(templates.add(waba, template));
        quota.count(waba, now);
        return Answer.json(
                Json.object()
                        .put("id", Json.text(template, "id"))
                        .put("status", "PENDING")
                        .put("category", Json.text(template, "category")));
    }

    /** One-time codes come in Meta's own words. */
    private static void giveWords(ObjectNode template) {
        ObjectNode body = FilledTemplate.component(template, "body").asObject();
        if (Json.text(template, "category").equals("AUTHENTICATION") && !body.has("text")) {
            boolean secure = body.path("add_security_recommendation").asBoolean(false);
            body.put(
                    "text",
                    "*{{1}}* is your verification code."
                            + (secure ? " For your security, do not share this code." : ""));
        }
    }

    private static String key(Waba waba, String name) {
        return waba.id() + "/" + name;
    }

    /** {@code POST /{template-id}}: all components are replaced and reviewed anew. */
    Answer edit(Request request) throws IOException {
        String id = request.variable("id");
        ObjectNode template = templates.find(id).orElseThrow(() -> GraphError.unknownObject(id));
        ObjectNode changes = request.object();
        String status = Json.text(template, "status");
        if (!EDITABLE.contains(status)) {
            throw GraphError.explained(
                    100,
                    2388025,
                    "The template cannot be changed",
                    "Only approved, rejected and paused templates can be changed.");
        }
        if (changes.has("category")) {
            TemplateChecks.category(Json.text(changes, "category"));
            if (status.equals("APPROVED")
                    && !Json.text(changes, "category").equals(Json.text(template, "category"))) {
                throw GraphError.explained(
                        100,
                        2388026,
                        "The category cannot be changed",
                        "The category of an approved template stays.");
            }
        }
        ObjectNode changed = template.deepCopy();
        changed.setAll(changes);
        checks.components(changed);
        if (status.equals("APPROVED")) {
            countEdit(id);
        }
        template.setAll(changes);
        life.review(template);
        return Answer.SUCCESS;
    }

    /** Approved templates change once a day and ten times in 30 days. */
    private void countEdit(String id) {
        Instant now = weather.clock().now();
        Deque<Instant> earlier = edits.computeIfAbsent(id, one -> new ArrayDeque<>());
        synchronized (earlier) {
            earlier.removeIf(one -> one.isBefore(now.minus(Duration.ofDays(30))));
            boolean today =
                    !earlier.isEmpty()
                            && earlier.getLast().isAfter(now.minus(Duration.ofHours(24)));
            if (today || earlier.size() == 10) {
                throw GraphError.explained(
                        100,
                        2388003,
                        "Too many edits",
                        "Approved templates can be edited once in 24 hours and ten times in 30"
                                + " days.");
            }
            earlier.add(now);
        }
    }

    /** By name in all languages, or one of them by its id. */
    Answer remove(Request request) {
        Waba waba = waba(request);
        String name = request.query("name");
        String id = request.query("hsm_id");
        List<ObjectNode> going =
                templates.of(waba).stream()
                        .filter(one -> Json.text(one, "name").equals(name))
                        .filter(one -> id.isEmpty() || Json.text(one, "id").equals(id))
                        .toList();
        if (going.isEmpty()) {
            throw GraphError.explained(
                    100,
                    2593002,
                    "Message Template Not Found",
                    "There is no template of this name and id.");
        }
        if (going.stream().anyMatch(one -> Json.text(one, "status").equals("DISABLED"))) {
            throw GraphError.explained(
                    100, 2388027, "The template stays", "Disabled templates cannot be deleted.");
        }
        templates.remove(waba, going::contains);
        removed.put(key(waba, name), weather.clock().now());
        return Answer.SUCCESS;
    }

    private Waba waba(Request request) {
        String id = request.variable("id");
        return world.waba(id).orElseThrow(() -> GraphError.unknownObject(id));
    }
}

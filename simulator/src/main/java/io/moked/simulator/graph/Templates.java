package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Setup.Waba;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The message templates of every account; each begins with a few approved ones. */
public final class Templates {

    private final Map<String, List<ObjectNode>> templates = new ConcurrentHashMap<>();

    List<ObjectNode> of(Waba waba) {
        return templates.computeIfAbsent(waba.id(), id -> new CopyOnWriteArrayList<>(first()));
    }

    Optional<ObjectNode> find(Waba waba, String name, String language) {
        return of(waba).stream()
                .filter(one -> Json.text(one, "name").equals(name))
                .filter(one -> Json.text(one, "language").equals(language))
                .findFirst();
    }

    /** The template a message is made from. */
    Optional<ObjectNode> of(Waba waba, JsonNode content) {
        JsonNode template = content.path("template");
        return find(
                waba, Json.text(template, "name"), Json.text(template.path("language"), "code"));
    }

    public Optional<ObjectNode> find(String id) {
        return templates.values().stream()
                .flatMap(List::stream)
                .filter(one -> Json.text(one, "id").equals(id))
                .findFirst();
    }

    /** The account that has a template. */
    public Optional<String> owner(String id) {
        return templates.entrySet().stream()
                .filter(one ->
                        one.getValue().stream()
                                .anyMatch(template -> Json.text(template, "id").equals(id)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    ObjectNode add(Waba waba, ObjectNode template) {
        template.put("id", newId()).put("status", "PENDING").put("rejected_reason", "NONE");
        template.putObject("quality_score").put("score", "UNKNOWN");
        of(waba).add(template);
        return template;
    }

    boolean remove(Waba waba, Predicate<ObjectNode> which) {
        return of(waba).removeIf(which);
    }

    /** Under which category a message of this content is billed. */
    String category(Waba waba, ObjectNode content) {
        return of(waba, content)
                .map(one -> Json.text(one, "category").toLowerCase(Locale.ROOT))
                .orElse("service");
    }

    /** Adds to a template message what the phone will show. */
    void fill(Waba waba, ObjectNode content) {
        JsonNode template = content.path("template");
        of(waba, content)
                .ifPresent(
                        one -> template.asObject().set("filled", FilledTemplate.of(one, template)));
    }

    private static List<ObjectNode> first() {
        try (InputStream file =
                Objects.requireNonNull(Templates.class.getResourceAsStream("/templates.json"))) {
            List<ObjectNode> first =
                    Json.parse(file.readAllBytes()).valueStream().map(JsonNode::asObject).toList();
            for (ObjectNode one : first) {
                one.put("id", newId()).put("status", "APPROVED").put("rejected_reason", "NONE");
                one.putObject("quality_score").put("score", "GREEN");
            }
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newId() {
        return Long.toString(
                ThreadLocalRandom.current()
                        .nextLong(1_000_000_000_000_000L, 9_999_999_999_999_999L));
    }
}

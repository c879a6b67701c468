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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The message templates of every account; each begins with a few approved ones. */
final class Templates {

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

    Optional<ObjectNode> find(String id) {
        return templates.values().stream()
                .flatMap(List::stream)
                .filter(one -> Json.text(one, "id").equals(id))
                .findFirst();
    }

    /** The account that has a template. */
    Optional<String> owner(String id) {
        return templates.entrySet().stream()
                .filter(one ->
                        one.getValue().stream()
                                .anyMatch(template -> Json.text(template, "id").equals(id)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    ObjectNode add(Waba waba, ObjectNode template) {
        template.put("id", newId()).put("status", "PENDING");
        of(waba).add(template);
        return template;
    }

    boolean remove(Waba waba, String name) {
        return of(waba).removeIf(one -> Json.text(one, "name").equals(name));
    }

    /** Under which category a message of this content is billed. */
    String category(Waba waba, ObjectNode content) {
        JsonNode template = content.path("template");
        return find(waba, Json.text(template, "name"), Json.text(template.path("language"), "code"))
                .map(one -> Json.text(one, "category").toLowerCase(Locale.ROOT))
                .orElse("service");
    }

    /** Adds to a template message what the phone will show. */
    void fill(Waba waba, ObjectNode content) {
        JsonNode template = content.path("template");
        find(waba, Json.text(template, "name"), Json.text(template.path("language"), "code"))
                .ifPresent(
                        one -> template.asObject().set("filled", FilledTemplate.of(one, template)));
    }

    private static List<ObjectNode> first() {
        try (InputStream file =
                Objects.requireNonNull(Templates.class.getResourceAsStream("/templates.json"))) {
            List<ObjectNode> first =
                    Json.parse(file.readAllBytes()).valueStream().map(JsonNode::asObject).toList();
            first.forEach(one -> one.put("id", newId()).put("status", "APPROVED"));
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

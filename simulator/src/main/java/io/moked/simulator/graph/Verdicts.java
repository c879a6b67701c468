package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Why a message that was accepted does not arrive after all. */
final class Verdicts {

    private static final Duration REACTABLE = Duration.ofDays(30);
    private static final Duration A_DAY = Duration.ofHours(24);

    private final World world;
    private final Weather weather;
    private final Templates templates;
    private final MediaStore media;
    private final Map<String, Deque<Instant>> marketing = new ConcurrentHashMap<>();

    Verdicts(World world, Weather weather, Templates templates, MediaStore media) {
        this.world = world;
        this.weather = weather;
        this.templates = templates;
        this.media = media;
    }

    Optional<ObjectNode> on(Chat chat, Entry entry, boolean hasWhatsApp) {
        var asked = weather.faults(chat.line().number().id()).asyncError();
        if (asked.hits()) {
            return Optional.of(Known.failure(asked.code()));
        }
        if (!hasWhatsApp || world.state(chat.line()).blocks(chat.customer().phone())) {
            return Optional.of(Known.failure(131026));
        }
        ObjectNode content = entry.content();
        String hash = Json.text(content, "recipient_identity_key_hash");
        if (!hash.isEmpty() && !hash.equals(chat.customer().identity())) {
            return Optional.of(Known.failure(137000));
        }
        return Optional.ofNullable(
                switch (Json.text(content, "type")) {
                    case "template" -> template(chat, content);
                    case "reaction" -> reaction(chat, content.path("reaction"));
                    case "image", "video", "document", "audio", "sticker" -> media(chat, content);
                    default -> window(chat);
                });
    }

    /** Whether the call itself is to be refused, not only the message later. */
    void atOnce(Chat chat, String type) {
        if (weather.settings().windowAtOnce()
                && !type.equals("template")
                && !chat.windowOpen(weather.clock().now())) {
            throw Known.error(131047);
        }
    }

    private @Nullable ObjectNode window(Chat chat) {
        return chat.windowOpen(weather.clock().now()) ? null : Known.failure(131047);
    }

    private @Nullable ObjectNode template(Chat chat, ObjectNode content) {
        ObjectNode template = templates.of(chat.line().waba(), content).orElseGet(Json::object);
        if (Json.text(template, "status").equals("PAUSED")) {
            return Known.failure(132015);
        }
        if (!Json.text(template, "category").equals("MARKETING")) {
            return null;
        }
        if (world.state(chat.line()).stopped(chat.customer().waId())) {
            return Known.failure(131050);
        }
        return tooMuch(chat.customer()) ? Known.failure(131049) : null;
    }

    /** What all businesses together may send one person in a day. */
    private boolean tooMuch(Customer customer) {
        int most = weather.settings().marketingCap();
        Instant now = weather.clock().now();
        Deque<Instant> sent =
                marketing.computeIfAbsent(customer.waId(), waId -> new ArrayDeque<>());
        synchronized (sent) {
            sent.removeIf(one -> one.isBefore(now.minus(A_DAY)));
            if (most > 0 && sent.size() >= most) {
                return true;
            }
            sent.add(now);
            return false;
        }
    }

    private @Nullable ObjectNode reaction(Chat chat, JsonNode reaction) {
        Instant oldest = weather.clock().now().minus(REACTABLE);
        Predicate<Entry> reactable = one -> one.at().isAfter(oldest);
        return chat.entry(Json.text(reaction, "message_id")).filter(reactable).isPresent()
                ? window(chat)
                : Known.failure(131009, "There is no message of the last 30 days to react to.");
    }

    private @Nullable ObjectNode media(Chat chat, ObjectNode content) {
        String type = Json.text(content, "type");
        JsonNode part = content.path(type);
        return media.find(Json.text(part, "id"))
                .flatMap(one -> media.fault(one, type, part.path("voice").asBoolean(false)))
                .map(details -> Known.failure(131053, details))
                .orElseGet(() -> window(chat));
    }
}

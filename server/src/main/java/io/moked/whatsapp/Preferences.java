package io.moked.whatsapp;

import static io.moked.graph.Json.required;
import static io.moked.graph.Json.text;

import io.moked.channel.Channels;
import io.moked.channel.Inbound;
import io.moked.channel.InboundHandler;
import io.moked.channel.Preference;
import io.moked.channel.Sender;
import io.moked.graph.Change;
import io.moked.graph.ChangeReader;
import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Contacts who stop or resume marketing messages (Cloud API, "user_preferences webhook reference").
 * What is neither is not understood, and kept as it came.
 */
@Component
class Preferences implements ChangeReader {

    private final Channels channels;
    private final InboundHandler intake;

    Preferences(Channels channels, InboundHandler intake) {
        this.channels = channels;
        this.intake = intake;
    }

    @Override
    public Set<String> fields() {
        return Set.of("user_preferences");
    }

    @Override
    public void read(Change change) {
        var number = channels.locate(String.valueOf(change.number())).orElseThrow();
        var told =
                change.value()
                        .path("user_preferences")
                        .valueStream()
                        .map(it ->
                                new Preference(
                                        number.channel(),
                                        sender(it, change.value().path("contacts")),
                                        wantsMarketing(it),
                                        at(it)))
                        .toList();
        if (told.isEmpty()) {
            throw new IllegalArgumentException("Nobody prefers anything");
        }
        intake.receive(Inbound.of(told.toArray(Preference[]::new)));
    }

    private static Sender sender(JsonNode preference, JsonNode contacts) {
        var phone = text(preference, "wa_id");
        var userId = text(preference, "user_id");
        var name =
                contacts.valueStream()
                        .filter(it ->
                                phone != null && phone.equals(text(it, "wa_id"))
                                        || userId != null && userId.equals(text(it, "user_id")))
                        .map(it -> it.path("profile"))
                        .findFirst();
        return new Sender(
                phone,
                userId,
                name.map(it -> text(it, "name")).orElse(null),
                name.map(it -> text(it, "username")).orElse(null));
    }

    private static boolean wantsMarketing(JsonNode preference) {
        return switch (required(preference, "category") + " " + required(preference, "value")) {
            case "marketing_messages stop" -> false;
            case "marketing_messages resume" -> true;
            default -> throw new IllegalArgumentException("A preference of another kind");
        };
    }

    private static Instant at(JsonNode preference) {
        return Instant.ofEpochSecond(Long.parseLong(required(preference, "timestamp")));
    }
}

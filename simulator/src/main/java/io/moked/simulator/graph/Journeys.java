package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Entry.Side;
import io.moked.simulator.world.Entry.Status;
import io.moked.simulator.world.Settings;
import io.moked.simulator.world.Weather;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The way of accepted messages to the phone, told status by status. */
final class Journeys {

    private static final ObjectNode UNREACHABLE =
            Known.failure(131053, "Downloading media from weblink failed.");

    private final Chats chats;
    private final Webhooks webhooks;
    private final Weather weather;
    private final Templates templates;
    private final Links links;

    Journeys(Chats chats, Webhooks webhooks, Weather weather, Templates templates, Links links) {
        this.chats = chats;
        this.webhooks = webhooks;
        this.weather = weather;
        this.templates = templates;
        this.links = links;
    }

    void begin(Chat chat, Entry entry, boolean hasWhatsApp) {
        templates.fill(chat.line().waba(), entry.content());
        var journey = new Journey(chat, entry);
        boolean early = weather.faults(chat.line().number().id()).statusBeforeAnswer();
        ObjectNode failure = failure(chat, entry, hasWhatsApp);
        if (failure == null && early) {
            tell(journey, Status.SENT)
                    .completeOnTimeout(false, weather.settings().answerMs(), TimeUnit.MILLISECONDS)
                    .join();
        }
        Thread.startVirtualThread(() -> travel(journey, failure, early));
    }

    /** Takes up what an earlier life had accepted, and tells of what it had not told. */
    void goOn(Chat chat) {
        for (Entry entry : chat.all()) {
            if (entry.from() == Side.BUSINESS) {
                goOn(new Journey(chat, entry));
            }
        }
    }

    private void goOn(Journey journey) {
        Entry entry = journey.entry;
        if (entry.arrived()) {
            Stream.of(Status.values())
                    .filter(status -> status.compareTo(entry.told()) > 0)
                    .filter(status -> status.compareTo(entry.status()) <= 0)
                    .forEach(status -> tell(journey, status));
        } else {
            templates.fill(journey.chat.line().waba(), entry.content());
            ObjectNode failure = failure(journey.chat, entry, true);
            boolean early = entry.told() == Status.SENT;
            Thread.startVirtualThread(() -> travel(journey, failure, early));
        }
    }

    private record Journey(Chat chat, Entry entry) {}

    private @Nullable ObjectNode failure(Chat chat, Entry entry, boolean hasWhatsApp) {
        if (!hasWhatsApp) {
            return Known.failure(131026);
        }
        boolean template = Json.text(entry.content(), "type").equals("template");
        return template || chat.windowOpen(weather.clock().now()) ? null : Known.failure(131047);
    }

    private void travel(Journey journey, @Nullable ObjectNode failure, boolean early) {
        Settings pace = weather.settings();
        pause(pace.sentMs());
        ObjectNode problem =
                failure == null && !links.resolve(journey.entry) ? UNREACHABLE : failure;
        if (problem != null) {
            post(journey, "failed", problem);
            chats.forget(journey.chat, journey.entry);
            return;
        }
        if (!early) {
            tell(journey, Status.SENT);
        }
        if (isReaction(journey.entry)) {
            react(journey);
            return;
        }
        pause(pace.deliveredMs());
        raise(journey, Status.DELIVERED);
        if (pace.autoRead()) {
            pause(pace.readMs());
            raise(journey, Status.READ);
        }
    }

    private void raise(Journey journey, Status status) {
        if (!chats.raise(journey.chat, one -> one.wamid().equals(journey.entry.wamid()), status)
                .isEmpty()) {
            tell(journey, status);
        }
    }

    private static boolean isReaction(Entry entry) {
        return Json.text(entry.content(), "type").equals("reaction");
    }

    private void react(Journey journey) {
        chats.forget(journey.chat, journey.entry);
        var reaction = journey.entry.content().path("reaction");
        chats.react(
                journey.chat,
                Json.text(reaction, "message_id"),
                Side.BUSINESS,
                Json.text(reaction, "emoji"));
    }

    private CompletableFuture<Boolean> tell(Journey journey, Status status) {
        var heard = post(journey, status.word(), null);
        heard.thenAccept(kept -> {
            if (kept) {
                chats.told(journey.chat, journey.entry, status);
            }
        });
        return heard;
    }

    private CompletableFuture<Boolean> post(
            Journey journey, String status, @Nullable ObjectNode failure) {
        String category = templates.category(journey.chat.line().waba(), journey.entry.content());
        return webhooks.status(
                journey.chat,
                journey.entry,
                new io.moked.simulator.webhook.Status(status, category, false, failure));
    }

    private void pause(long millis) {
        try {
            weather.clock().sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

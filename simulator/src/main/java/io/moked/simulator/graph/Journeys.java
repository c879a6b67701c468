package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.webhook.StatusUpdate;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Entry.Side;
import io.moked.simulator.world.Entry.Status;
import io.moked.simulator.world.Settings;
import io.moked.simulator.world.Weather;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The way of accepted messages to the phone, told status by status. */
final class Journeys {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final ObjectNode UNREACHABLE =
            Known.failure(131053, "Downloading media from weblink failed.");

    private final Chats chats;
    private final Webhooks webhooks;
    private final Weather weather;
    private final Templates templates;
    private final Links links;
    private final Verdicts verdicts;

    Journeys(
            Chats chats,
            Webhooks webhooks,
            Weather weather,
            Templates templates,
            Links links,
            Verdicts verdicts) {
        this.chats = chats;
        this.webhooks = webhooks;
        this.weather = weather;
        this.templates = templates;
        this.links = links;
        this.verdicts = verdicts;
    }

    void begin(Chat chat, Entry entry, boolean hasWhatsApp) {
        templates.fill(chat.line().waba(), entry.content());
        var journey = new Journey(chat, entry);
        boolean early = weather.faults(chat.line().number().id()).statusBeforeAnswer();
        Optional<ObjectNode> failure = verdicts.on(chat, entry, hasWhatsApp);
        if (failure.isEmpty() && early) {
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
            Optional<ObjectNode> failure = verdicts.on(journey.chat, entry, true);
            boolean early = entry.told() == Status.SENT;
            Thread.startVirtualThread(() -> travel(journey, failure, early));
        }
    }

    private record Journey(Chat chat, Entry entry) {}

    private void travel(Journey journey, Optional<ObjectNode> failure, boolean early) {
        Settings pace = weather.settings();
        pause(pace.sentMs());
        Optional<ObjectNode> problem =
                failure.or(() ->
                        links.resolve(journey.entry.content())
                                ? Optional.empty()
                                : Optional.of(UNREACHABLE));
        if (problem.isPresent()) {
            post(journey, "failed", problem.get());
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
        if (!reaches(journey.chat)) {
            chats.forget(journey.chat, journey.entry);
            return;
        }
        raise(journey, Status.DELIVERED);
        if (pace.autoRead()) {
            pause(pace.readMs());
            raise(journey, Status.READ);
        }
    }

    /** Waits for a phone that is offline; after 30 days a message is dropped without a word. */
    private boolean reaches(Chat chat) {
        try {
            Instant end = weather.clock().now().plus(LIFE);
            return weather.clock().await(end, () -> !chat.customer().offline());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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
        Chat chat = journey.chat;
        String category = templates.category(chat.line().waba(), journey.entry.content());
        boolean free = chat.freeEntryPoint(weather.clock().now());
        return webhooks.status(
                chat, journey.entry, new StatusUpdate(status, category, free, failure));
    }

    private void pause(long millis) {
        try {
            weather.clock().sleep(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.moked.simulator.webhook;

import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Faults;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells apps what happens: updates of one sender leave in order, those of others at the same time.
 */
public final class Webhooks {

    private static final int MOST_OVERTAKING_MS = 400;

    private final Weather weather;
    private final Callbacks callbacks;
    private final Deliveries deliveries;
    private final Map<String, Queue<Update>> lanes = new HashMap<>();

    public Webhooks(World world, Weather weather, Deliveries deliveries) {
        this.weather = weather;
        this.callbacks = new Callbacks(world);
        this.deliveries = deliveries;
    }

    /** Posts what a customer wrote; completes once an app has kept it. */
    public CompletableFuture<Boolean> message(Chat chat, Entry entry) {
        return message(chat, entry, chat.customer().waId());
    }

    /** The pictures of an album come each for itself and at the same time. */
    public CompletableFuture<Boolean> messageApart(Chat chat, Entry entry) {
        return message(chat, entry, entry.wamid());
    }

    private CompletableFuture<Boolean> message(Chat chat, Entry entry, String sender) {
        String field = chat.standsBy() ? "standby" : "messages";
        return post(chat.line(), sender, field, Payload.message(chat, entry));
    }

    /** Posts how far a message of the business came; completes once an app has kept it. */
    public CompletableFuture<Boolean> status(Chat chat, Entry entry, StatusUpdate status) {
        if (status.name().equals("delivered")
                && weather.faults(chat.line().number().id()).dropDelivered()) {
            return CompletableFuture.completedFuture(false);
        }
        ObjectNode value = Payload.status(chat, entry, status, weather.clock().now());
        return post(chat.line(), chat.customer().waId(), "messages", value);
    }

    /** Posts an event of the account or number itself. */
    public void event(Line line, String field, ObjectNode value) {
        post(line, line.waba().id(), field, value);
    }

    /** Posts a delivery as it was recorded, whatever is in it; tells how many apps it goes to. */
    public int replay(Line line, ObjectNode recorded) {
        String field = recorded.at("/entry/0/changes/0/field").asString("messages");
        List<String> apps = callbacks.listeners(line, field);
        for (String appId : apps) {
            var kept = new CompletableFuture<Boolean>();
            Instant now = weather.clock().now();
            var update = new Update(line, appId, "", field, recorded, now, kept);
            Thread.startVirtualThread(() -> {
                try {
                    deliveries.deliver(List.of(update), recorded);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        return apps.size();
    }

    /** Posts any value; what one sender causes stays in order. */
    public CompletableFuture<Boolean> post(
            Line line, String sender, String field, ObjectNode value) {
        var kept = new CompletableFuture<Boolean>();
        Faults faults = weather.faults(line.number().id());
        Instant notBefore = weather.clock().now().plusMillis(faults.webhookDelayMs());
        for (String appId : callbacks.listeners(line, field)) {
            if (faults.reorder()) {
                long late = ThreadLocalRandom.current().nextLong(MOST_OVERTAKING_MS);
                Instant then = notBefore.plusMillis(late);
                var update = new Update(line, appId, sender, field, value, then, kept);
                Thread.startVirtualThread(() -> deliver(List.of(update)));
            } else {
                queue(new Update(line, appId, sender, field, value, notBefore, kept));
            }
        }
        return kept;
    }

    private void queue(Update update) {
        String lane = lane(update);
        synchronized (lanes) {
            Queue<Update> waiting = lanes.get(lane);
            if (waiting == null) {
                waiting = new ArrayDeque<>();
                lanes.put(lane, waiting);
                Thread.startVirtualThread(() -> drain(lane));
            }
            waiting.add(update);
        }
    }

    private String lane(Update update) {
        int lanes = weather.settings().lanes();
        String sender = update.sender() + "/" + update.line().number().id();
        String app = update.appId();
        var callback = callbacks.of(app, update.line(), update.field());
        return app
                + "/"
                + callback
                + "/"
                + (lanes == 0 ? sender : Math.floorMod(sender.hashCode(), lanes));
    }

    private void drain(String lane) {
        for (List<Update> batch = next(lane); !batch.isEmpty(); batch = next(lane)) {
            deliver(batch);
        }
    }

    private List<Update> next(String lane) {
        synchronized (lanes) {
            Queue<Update> waiting = lanes.getOrDefault(lane, new ArrayDeque<>());
            List<Update> batch = new ArrayList<>();
            while (!waiting.isEmpty() && batch.size() < weather.settings().batch()) {
                batch.add(waiting.remove());
            }
            if (batch.isEmpty()) {
                lanes.remove(lane);
            }
            return batch;
        }
    }

    private void deliver(List<Update> batch) {
        try {
            weather.clock().await(batch.getLast().notBefore(), () -> false);
            deliveries.deliver(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

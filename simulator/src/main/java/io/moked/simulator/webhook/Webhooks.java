package io.moked.simulator.webhook;

import io.moked.simulator.webhook.Payload.Status;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Faults;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World.Line;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells apps what happens: updates of one sender leave in order, those of others at the same time.
 */
public final class Webhooks {

    private static final int MOST_OVERTAKING_MS = 400;

    private final Weather weather;
    private final Deliveries deliveries;
    private final Map<String, Queue<Update>> lanes = new HashMap<>();

    public Webhooks(Weather weather, Deliveries deliveries) {
        this.weather = weather;
        this.deliveries = deliveries;
    }

    /** Posts what a customer wrote; completes once the app has kept it. */
    public CompletableFuture<Boolean> message(Chat chat, Entry entry) {
        return post(chat, Payload.message(chat, entry));
    }

    /** Posts how far a message of the business came; completes once the app has kept it. */
    public CompletableFuture<Boolean> status(
            Chat chat, Entry entry, String status, String category, @Nullable ObjectNode failure) {
        if (status.equals("delivered")
                && weather.faults(chat.line().number().id()).dropDelivered()) {
            return CompletableFuture.completedFuture(false);
        }
        return post(chat, Payload.status(chat, entry, new Status(status, category, failure)));
    }

    /** Posts an event of the account itself. */
    public void account(Line line, String field, ObjectNode value) {
        enqueue(line, line.waba().id(), field, value);
    }

    private CompletableFuture<Boolean> post(Chat chat, ObjectNode value) {
        return enqueue(chat.line(), chat.customer().waId(), "messages", value);
    }

    private CompletableFuture<Boolean> enqueue(
            Line line, String sender, String field, ObjectNode value) {
        var kept = new CompletableFuture<Boolean>();
        Faults faults = weather.faults(line.number().id());
        long notBefore = System.currentTimeMillis() + faults.webhookDelayMs();
        if (faults.reorder()) {
            long late = ThreadLocalRandom.current().nextLong(MOST_OVERTAKING_MS);
            var update = new Update(line, sender, field, value, notBefore + late, kept);
            Thread.startVirtualThread(() -> deliver(List.of(update)));
        } else {
            queue(new Update(line, sender, field, value, notBefore, kept));
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
        String app = update.line().waba().appId();
        return app + "/" + (lanes == 0 ? sender : Math.floorMod(sender.hashCode(), lanes));
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
            Thread.sleep(
                    Duration.ofMillis(batch.getLast().notBefore() - System.currentTimeMillis()));
            deliveries.deliver(batch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

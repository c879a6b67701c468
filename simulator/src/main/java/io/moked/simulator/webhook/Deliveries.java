package io.moked.simulator.webhook;

import io.moked.simulator.webhook.Delivery.Attempt;
import io.moked.simulator.world.Faults;
import io.moked.simulator.world.Setup.App;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.WorldClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * Delivers signed bodies, keeps at it for seven days when an app does not answer 200, and remembers
 * it all.
 */
public final class Deliveries {

    private static final Duration GIVE_UP = Duration.ofDays(7);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 2000;

    private final World world;
    private final Weather weather;
    private final Callbacks callbacks;
    private final AtomicLong ids = new AtomicLong();
    private final Deque<Delivery> log = new ArrayDeque<>();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(6))
                    .build();

    public Deliveries(World world, Weather weather) {
        this.world = world;
        this.weather = weather;
        this.callbacks = new Callbacks(world);
    }

    /** The newest deliveries, the newest first. */
    public List<Delivery> newest(int limit) {
        synchronized (log) {
            return log.stream().limit(limit).toList();
        }
    }

    public void clear() {
        synchronized (log) {
            log.clear();
        }
    }

    void deliver(List<Update> batch) throws InterruptedException {
        deliver(batch, Payload.envelope(batch));
    }

    /** Returns after the first attempt; further ones go on by themselves. */
    void deliver(List<Update> batch, ObjectNode envelope) throws InterruptedException {
        Update first = batch.getFirst();
        if (callback(first).isEmpty()) {
            return;
        }
        WorldClock clock = weather.clock();
        clock.await(Instant.MAX, () -> !weather.faults().outage());
        Faults faults = weather.faults(first.line().number().id());
        byte[] body = Corruption.of(envelope, faults);
        var delivery = new Delivery(ids.incrementAndGet(), clock.now(), first.appId(), body);
        remember(delivery);
        duplicate(delivery, first, faults);
        boolean forged = faults.wrongSignature().hits();
        boolean cut = faults.truncated().hits();
        if (attempt(delivery, first, forged, cut) && !cut) {
            batch.forEach(update -> update.kept().complete(true));
        } else {
            Thread.startVirtualThread(() -> repeat(delivery, batch));
        }
    }

    private void duplicate(Delivery delivery, Update update, Faults faults) {
        for (int copy = 1; copy <= faults.duplicate(); copy++) {
            Duration later = Duration.ofMillis(copy * faults.duplicateAfterMs());
            Thread.startVirtualThread(() -> {
                try {
                    weather.clock().sleep(later);
                    attempt(delivery, update, false, false);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }

    private Optional<URI> callback(Update update) {
        return callbacks.of(update.appId(), update.line(), update.field());
    }

    private void remember(Delivery delivery) {
        synchronized (log) {
            log.addFirst(delivery);
            if (log.size() > MOST_REMEMBERED) {
                log.removeLast();
            }
        }
    }

    private void repeat(Delivery delivery, List<Update> batch) {
        Update first = batch.getFirst();
        WorldClock clock = weather.clock();
        Instant end = clock.now().plus(GIVE_UP);
        Duration waited = Duration.ZERO;
        Duration pause = FIRST_PAUSE;
        try {
            while (waited.compareTo(GIVE_UP) < 0 && callback(first).isPresent()) {
                clock.sleep(
                        Duration.ofNanos(
                                (long) (pause.toNanos() / weather.settings().timeFactor())));
                if (clock.now().isAfter(end)) {
                    return;
                }
                if (attempt(delivery, first, false, false)) {
                    batch.forEach(update -> update.kept().complete(true));
                    return;
                }
                waited = waited.plus(pause);
                pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt(Delivery delivery, Update update, boolean forged, boolean cut) {
        Instant at = weather.clock().now();
        long start = System.nanoTime();
        int status = 0;
        String problem = "";
        try {
            byte[] body = cut ? Corruption.cut(delivery.bytes()) : delivery.bytes();
            status =
                    http.send(request(update, body, forged), BodyHandlers.discarding())
                            .statusCode();
        } catch (IOException e) {
            problem = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        delivery.attempts().add(new Attempt(at, status, took, problem));
        return status == 200;
    }

    private HttpRequest request(Update update, byte[] body, boolean forged) throws IOException {
        App app = world.app(update.appId()).orElseThrow(() -> new IOException("The app is gone"));
        URI callback =
                callback(update).orElseThrow(() -> new IOException("The app has no callback"));
        String secret = forged ? "not " + app.secret() : app.secret();
        return HttpRequest.newBuilder(callback)
                .timeout(Duration.ofMillis(weather.settings().answerMs()))
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header("X-Hub-Signature-256", Signature.of(body, secret))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }
}

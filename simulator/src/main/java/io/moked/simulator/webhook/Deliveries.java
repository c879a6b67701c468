package io.moked.simulator.webhook;

import io.moked.simulator.web.Json;
import io.moked.simulator.webhook.Delivery.Attempt;
import io.moked.simulator.world.Faults;
import io.moked.simulator.world.Setup.App;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
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

    /** Returns after the first attempt; further ones go on by themselves. */
    void deliver(List<Update> batch) {
        String appId = batch.getFirst().line().waba().appId();
        if (callback(appId).isEmpty()) {
            return;
        }
        Faults faults = weather.faults(batch.getFirst().line().number().id());
        byte[] body = Json.escapedLikeMeta(Payload.envelope(batch));
        Delivery delivery = remember(new Delivery(ids.incrementAndGet(), appId, body));
        for (int copy = 0; copy < faults.duplicate(); copy++) {
            Thread.startVirtualThread(() -> attempt(delivery, false));
        }
        if (attempt(delivery, faults.wrongSignature().hits())) {
            batch.forEach(update -> update.kept().complete(true));
        } else {
            Thread.startVirtualThread(() -> repeat(delivery, batch));
        }
    }

    private Optional<URI> callback(String appId) {
        return world.app(appId).map(App::callback);
    }

    private Delivery remember(Delivery delivery) {
        synchronized (log) {
            log.addFirst(delivery);
            if (log.size() > MOST_REMEMBERED) {
                log.removeLast();
            }
            return delivery;
        }
    }

    private void repeat(Delivery delivery, List<Update> batch) {
        Duration waited = Duration.ZERO;
        Duration pause = FIRST_PAUSE;
        try {
            while (waited.compareTo(GIVE_UP) < 0 && callback(delivery.appId()).isPresent()) {
                Thread.sleep(
                        Duration.ofNanos(
                                (long) (pause.toNanos() / weather.settings().timeFactor())));
                if (attempt(delivery, false)) {
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

    private boolean attempt(Delivery delivery, boolean forged) {
        Instant start = Instant.now();
        int status = 0;
        String problem = "";
        try {
            App app =
                    world.app(delivery.appId())
                            .orElseThrow(() -> new IOException("The app is gone"));
            status =
                    http.send(request(delivery, app, forged), BodyHandlers.discarding())
                            .statusCode();
        } catch (IOException e) {
            problem = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        long took = Duration.between(start, Instant.now()).toMillis();
        delivery.attempts().add(new Attempt(start, status, took, problem));
        return status == 200;
    }

    private HttpRequest request(Delivery delivery, App app, boolean forged) throws IOException {
        if (app.callback() == null) {
            throw new IOException("The app has no callback");
        }
        String secret = forged ? "not " + app.secret() : app.secret();
        return HttpRequest.newBuilder(app.callback())
                .timeout(Duration.ofMillis(weather.settings().answerMs()))
                .header("Content-Type", "application/json")
                .header("User-Agent", "facebookexternalua")
                .header("X-Hub-Signature-256", Signature.of(delivery.bytes(), secret))
                .POST(BodyPublishers.ofByteArray(delivery.bytes()))
                .build();
    }
}

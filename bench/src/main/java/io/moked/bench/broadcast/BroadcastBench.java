package io.moked.bench.broadcast;

import io.moked.bench.crash.Blow;
import io.moked.bench.crash.Caller;
import io.moked.bench.crash.Office;
import io.moked.bench.measure.Paper;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.Access.Line;
import io.moked.bench.product.DataDirectory;
import io.moked.bench.product.Installation;
import io.moked.bench.product.Packaged;
import io.moked.bench.proof.History;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One template to a crowd, while server and database are killed again and again; in the end Meta's
 * log is held against what the product says.
 */
public final class BroadcastBench {

    private static final List<Blow> BLOWS = List.of(Blow.SERVER, Blow.DATABASE, Blow.BOTH);
    private static final Set<String> OVER = Set.of("finished", "cancelled");
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Installation installation;
    private final Office office;
    private final Random random;
    private final Crowd crowd;
    private int blows;

    private BroadcastBench(Installation installation, Office office, Random random, Crowd crowd) {
        this.installation = installation;
        this.office = office;
        this.random = random;
        this.crowd = crowd;
    }

    public static Sent run(Packaged packaged, Settings settings) throws Exception {
        System.out.println("  seed " + settings.seed());
        var phones = Crowd.phones(settings.recipients());
        try (var installation =
                        Installation.start(packaged, DataDirectory.temporary(), List.of(), phones);
                var history = new History(Paper.file("broadcast", "jsonl"))) {
            var office = new Office(new Caller(history), installation.access(), line(installation));
            var crowd = new Crowd(installation, settings.recipients());
            crowd.write(office.number());
            var random = new Random(settings.seed());
            return new BroadcastBench(installation, office, random, crowd).run(settings, phones);
        }
    }

    private static Line line(Installation installation) {
        return installation.access().lines().getFirst();
    }

    private Sent run(Settings settings, List<String> phones) throws Exception {
        // Receipts come soon, so that a few minutes see the whole of it.
        installation.simulator().pace(Map.of("timeFactor", 100));
        var template = approved();
        var began = Instant.now();
        var broadcast = start(template);
        while (blows < settings.rounds() && !isOver(broadcast)) {
            strike();
        }
        awaitEnd(broadcast);
        var took = Duration.between(began, Instant.now());
        var posts = installation.simulator().posts();
        return Sent.of(settings.seed(), phones, blows, took, posts, settled(broadcast));
    }

    /** A template of the product's own, as soon as Meta has approved it. */
    private String approved() throws Exception {
        var layout =
                Map.of(
                        "body",
                        "Dear {{1}}, we are open again.",
                        "buttons",
                        List.of(),
                        "cards",
                        List.of());
        var text =
                Map.of(
                        "category",
                        "utility",
                        "layout",
                        layout,
                        "samples",
                        Map.of("body.1", "Dana"));
        office.post(
                "/templates",
                Map.of(
                        "accountId",
                        office.line().waba(),
                        "name",
                        "open_again",
                        "language",
                        "en",
                        "text",
                        text));
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            var found = office.get("/templates?status=approved&q=open_again").path("items");
            if (!found.isEmpty()) {
                return found.get(0).path("id").asString();
            }
            Thread.sleep(LOOK);
        }
        throw new IllegalStateException("The template is not approved");
    }

    private String start(String template) throws Exception {
        var channel = office.get("/channels").path("items").get(0).path("id").asString();
        var name = Map.of("field", "name", "otherwise", "friend");
        return office.post(
                        "/broadcasts",
                        Map.of(
                                "clientId",
                                UUID.randomUUID(),
                                "name",
                                "Open again",
                                "channelId",
                                channel,
                                "templateId",
                                template,
                                "values",
                                Map.of("body.1", name),
                                "criteria",
                                Map.of(),
                                "timeZone",
                                "UTC"))
                .path("id")
                .asString();
    }

    private void strike() throws Exception {
        Thread.sleep(Duration.ofMillis(random.nextInt(500, 6_000)));
        var blow = BLOWS.get(random.nextInt(BLOWS.size()));
        var struck = blow.strike(installation, random);
        installation.server().awaitReady();
        // Whoever held these is dead: let five minutes pass.
        installation.database().endLeases(struck);
        blows++;
        System.out.printf("  %3d  %s%n", blows, blow.title());
    }

    private boolean isOver(String broadcast) throws InterruptedException {
        try {
            return OVER.contains(broadcast(broadcast).path("state").asString());
        } catch (IOException away) {
            return false;
        }
    }

    private JsonNode broadcast(String id) throws IOException, InterruptedException {
        return office.get("/broadcasts/" + id);
    }

    private void awaitEnd(String broadcast) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!isOver(broadcast)) {
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException("The broadcast does not come to its end");
            }
            Thread.sleep(LOOK);
        }
    }

    /** Once all receipts have been worked through, and nothing changes any more. */
    private Map<String, String> settled(String broadcast) throws Exception {
        var before = crowd.states(broadcast);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < giveUp) {
            Thread.sleep(Duration.ofSeconds(5));
            installation.database().awaitDrained();
            var now = crowd.states(broadcast);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        throw new IllegalStateException("The broadcast's receipts do not come to an end");
    }
}

package io.moked.bench.crash;

import static java.util.stream.Collectors.toMap;

import io.moked.bench.product.Access.Line;
import io.moked.bench.product.Installation;
import io.moked.bench.proof.Evidence;
import io.moked.bench.proof.History;
import io.moked.bench.proof.Op;
import io.moked.bench.proof.Op.Said;
import io.moked.bench.proof.Post;
import io.moked.bench.proof.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** An installation with people at work on it, and everything that is known of what they did. */
public final class Lab implements AutoCloseable {

    public static final List<String> PHONES =
            IntStream.range(0, 16).mapToObj(n -> "155570000%02d".formatted(n)).toList();

    private static final int AGENTS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(7);
    private static final Set<String> ARRIVED = Set.of("delivered", "read");

    private final Installation installation;
    private final Path file;
    private final History history;
    private final Recovery recovery = new Recovery();
    private final Crew crew = new Crew();
    private final Look look;

    public Lab(Installation installation, Path file, Random random) throws Exception {
        this.installation = installation;
        this.file = file;
        history = new History(file);
        var caller = new Caller(history);
        var replies = new Replies(history);
        var access = installation.access();
        var offices = access.lines().stream().map(it -> new Office(caller, access, it)).toList();
        look = new Look(offices, replies);
        // Later than in the wild: a repetition that takes minutes would keep every round waiting.
        installation.simulator().pace(Map.of("timeFactor", 100));
        openWindows();
        hireCustomers(caller, random);
        for (var office : offices) {
            hireAgents(office, replies, random);
        }
        var webhooks = new Webhooks(caller, access, recovery);
        var simulator = installation.simulator();
        crew.hire("gossip", new Gossip(simulator, webhooks, replies, child(random)));
    }

    /** Every fourth contact writes to both businesses. */
    private List<Line> writesTo(int contact) {
        var lines = installation.access().lines();
        return contact % 4 == 0 ? lines : List.of(lines.get(contact % lines.size()));
    }

    /** Meta, too, lets nobody be answered who has not written. */
    private void openWindows() throws Exception {
        int expected = 0;
        for (int n = 0; n < PHONES.size(); n++) {
            for (var line : writesTo(n)) {
                var phone = PHONES.get(n);
                var text = "first words of " + phone;
                var said = new Said(line.phoneNumberId(), phone, 0, "", text, null);
                history.begin(new Op.Deliver(List.of(said)));
                installation.simulator().write(phone, line.phoneNumberId(), said.text());
                expected++;
            }
        }
        while (look.atEverything().size() < expected) {
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    /** From now on Meta has its bad days. */
    void changeWeather(Random random) {
        crew.hire("weather", new Weather(installation.simulator(), random));
    }

    private void hireCustomers(Caller caller, Random random) {
        var webhooks = new Webhooks(caller, installation.access(), recovery);
        var wamids = new AtomicLong(1);
        for (int n = 0; n < PHONES.size(); n++) {
            var theirs = writesTo(n);
            var phone = PHONES.get(n);
            var camera = new Camera(installation, child(random));
            crew.hire(phone, new Customer(phone, theirs, webhooks, wamids, camera, child(random)));
        }
    }

    private void hireAgents(Office office, Replies replies, Random random) throws Exception {
        var users = office.users();
        for (int n = 0; n < AGENTS; n++) {
            crew.hire("agent " + n, new Agent(office, n, AGENTS, users, replies, child(random)));
        }
    }

    private static Random child(Random random) {
        return new Random(random.nextLong());
    }

    /** Demos have contacts of their own, whose threads nobody looks at. */
    public static boolean isOfALab(JsonNode conversation) {
        var phone = conversation.path("contact").path("phone").asString("");
        return phone.startsWith("+") && PHONES.contains(phone.substring(1));
    }

    public Installation installation() {
        return installation;
    }

    public Office office(int number) {
        return look.offices().get(number);
    }

    public Recovery recovery() {
        return recovery;
    }

    /** Lets everybody pause, and tells what is known by now. */
    public Evidence evidence() throws Exception {
        var evidence = new ArrayList<Evidence>();
        crew.whilePaused(() -> {
            installation.database().awaitDrained();
            evidence.add(gather(false));
        });
        return evidence.getFirst();
    }

    /** Ends all work, waits until nothing is on its way, and tells what is known then. */
    public Evidence finalEvidence() throws Exception {
        var evidence = new ArrayList<Evidence>();
        crew.whilePaused(() -> {
            crew.close();
            installation.simulator().heal();
            long giveUp = System.nanoTime() + PATIENCE.toNanos();
            while (isOnItsWay() && System.nanoTime() < giveUp) {
                Thread.sleep(Duration.ofSeconds(1));
            }
            installation.database().awaitDrained();
            evidence.add(gather(true));
        });
        return evidence.getFirst();
    }

    /** Something is to be sent or fetched, or not all that was sent is known to have arrived. */
    private boolean isOnItsWay() throws Exception {
        installation.database().awaitDrained();
        if (installation.database().unsent() > 0 || installation.database().unfetched() > 0) {
            return true;
        }
        var shown = statuses(look.atEverything());
        return installation.simulator().posts().stream()
                .anyMatch(post -> !ARRIVED.contains(shown.getOrDefault(post.reference(), "")));
    }

    private static Map<String, String> statuses(List<Shown> threads) {
        return threads.stream()
                .flatMap(thread -> thread.items().stream())
                .collect(toMap(Shown.Item::id, Shown.Item::status));
    }

    private Evidence gather(boolean complete) throws IOException, InterruptedException {
        var threads = look.atEverything();
        var posts =
                installation.simulator().posts().stream()
                        .map(it ->
                                new Post(
                                        Instant.parse(it.at()),
                                        it.phoneNumberId(),
                                        it.to(),
                                        it.reference()))
                        .toList();
        Map<String, String> files = complete ? look.intoFiles(threads) : Map.of();
        return new Evidence(History.read(file), threads, posts, files, complete);
    }

    @Override
    public void close() throws IOException {
        crew.close();
        history.close();
    }
}

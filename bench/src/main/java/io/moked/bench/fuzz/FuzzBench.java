package io.moked.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moked.bench.measure.Result;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.Stage;
import io.moked.bench.webhook.Mailman;
import io.moked.bench.webhook.Seal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Posts mutations of every documented payload, in waves that are worked through before the next, so
 * that none is declined because too much waits.
 */
public final class FuzzBench {

    private static final int WAVE = 20_000;

    /** One in so many is signed for what it was before it was changed. */
    private static final int FORGED = 10;

    private static final int KEPT = 200;
    private static final int FORBIDDEN = 401;

    private final Stage stage;
    private final Settings settings;
    private final List<byte[]> corpus;
    private final Map<Integer, AtomicLong> answers = new ConcurrentHashMap<>();
    private final AtomicLong forgeries = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();

    private FuzzBench(Stage stage, Settings settings) throws IOException {
        this.stage = stage;
        this.settings = settings;
        this.corpus = Corpus.of(stage.line(0));
    }

    public static Result run(Stage stage, Settings settings) throws Exception {
        return new FuzzBench(stage, settings).run();
    }

    private Result run() throws Exception {
        long began = System.nanoTime();
        long stuck = 0;
        int posted = 0;
        while (posted < settings.mutations()) {
            int wave = Math.min(WAVE, settings.mutations() - posted);
            wave(wave, posted);
            stuck += stage.database().awaitWorkedThrough();
            posted += wave;
            System.out.printf("  %,d of %,d%n", posted, settings.mutations());
        }
        return new Fuzz(
                settings.seed(),
                posted,
                posted / ((System.nanoTime() - began) / 1e9),
                counted(),
                forgeries.get(),
                accepted.get(),
                stuck,
                stage.database().setAside(),
                isAlive());
    }

    private Map<Integer, Long> counted() {
        var counted = new TreeMap<Integer, Long>();
        answers.forEach((status, times) -> counted.put(status, times.get()));
        return counted;
    }

    private void wave(int mutations, int first) throws Exception {
        int hands = settings.connections();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posted = new ArrayList<Future<?>>();
            for (int hand = 0; hand < hands; hand++) {
                int share = mutations / hands + (hand < mutations % hands ? 1 : 0);
                long seed = settings.seed() + first + hand;
                posted.add(threads.submit(() -> post(share, new Random(seed))));
            }
            for (var one : posted) {
                one.get();
            }
        }
    }

    private Void post(int mutations, Random random) throws IOException {
        var mutator = new Mutator(random);
        var seal = new Seal(stage.access().appSecret());
        try (var mailman = new Mailman(stage.access().webhook())) {
            for (int n = 0; n < mutations; n++) {
                var original = corpus.get(random.nextInt(corpus.size()));
                var mutated = mutator.of(original);
                int status = mailman.carry(request(mutated, seal.of(mutated)));
                answers.computeIfAbsent(status, it -> new AtomicLong()).incrementAndGet();
                if (n % FORGED == 0 && !Arrays.equals(original, mutated)) {
                    forgeries.incrementAndGet();
                    if (mailman.carry(request(mutated, seal.of(original))) != FORBIDDEN) {
                        accepted.incrementAndGet();
                    }
                }
            }
        }
        return null;
    }

    private byte[] request(byte[] body, String signature) {
        var webhook = stage.access().webhook();
        var head =
                """
                POST %s HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                X-Hub-Signature-256: %s\r
                Content-Length: %d\r
                \r
                """
                        .formatted(
                                webhook.getPath(), webhook.getAuthority(), signature, body.length);
        var request = new ByteArrayOutputStream(head.length() + body.length);
        request.writeBytes(head.getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** What is right is still read. */
    private boolean isAlive() throws IOException, SQLException {
        var right = corpus.getFirst();
        try (var mailman = new Mailman(stage.access().webhook())) {
            int status =
                    mailman.carry(request(right, new Seal(stage.access().appSecret()).of(right)));
            stage.database().awaitDrained();
            return status == KEPT;
        }
    }
}

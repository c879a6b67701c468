package io.moked.bench.stream;

import io.moked.bench.measure.Latencies;
import io.moked.bench.product.Stage;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How long messages take from being posted to being told of on the open stream. */
public final class Sightings implements AutoCloseable {

    private final Stage stage;
    private final Events events;
    private final Map<Long, Long> posted = new ConcurrentHashMap<>();

    /** Of one number. */
    public Sightings(Stage stage, int line) throws IOException, InterruptedException {
        this.stage = stage;
        events = Events.of(stage.access(), stage.line(line).apiToken());
    }

    /** The next number, posted from now on. */
    public long next() {
        long number = stage.numbers().getAndIncrement();
        posted.put(number, System.nanoTime());
        return number;
    }

    /** What was seen of what was posted. */
    public record Sight(Latencies latencies, long unseen, Set<String> conversations) {}

    public Sight collect() throws SQLException {
        events.await(posted.size());
        return sight(Events.Seen::nanos);
    }

    /** How long until it was told that the conversations of what was posted are given to agents. */
    public Sight collectGiven() throws SQLException {
        events.awaitGiven(posted.size());
        return sight(it -> events.givenAt(it.conversation()));
    }

    private Sight sight(Function<Events.Seen, @Nullable Long> toldAt) throws SQLException {
        var latencies = new Latencies();
        var conversations = new HashSet<String>();
        stage.database()
                .readRecorded(
                        Collections.min(posted.keySet()),
                        (number, message) -> {
                            var start = posted.get(number);
                            var seen = events.of(message);
                            if (start == null || seen == null) {
                                return;
                            }
                            var told = toldAt.apply(seen);
                            if (told != null) {
                                latencies.add(told - start);
                                conversations.add(seen.conversation());
                            }
                        });
        return new Sight(latencies, posted.size() - latencies.size(), conversations);
    }

    @Override
    public void close() {
        events.close();
    }
}

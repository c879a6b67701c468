package io.moked.routing.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Others who also get what waits in a department for long. Nothing is moved when that begins: in
 * which lines something stands is told by its wait.
 *
 * @param after how long a wait
 * @param to the departments of the others, the first ones first; none for nobody
 */
public record Overflow(Duration after, List<UUID> to) {

    public static final Overflow NONE = new Overflow(Duration.ofMinutes(5), List.of());

    public Overflow {
        to = List.copyOf(to);
    }

    /** In which lines of these something stands at a moment; in its own first. */
    public List<UUID> lines(UUID own, Instant since, Instant now) {
        return since.plus(after).isAfter(now)
                ? List.of(own)
                : Stream.concat(Stream.of(own), to.stream()).distinct().toList();
    }

    /** When it will stand in more of them; empty for never. */
    public Optional<Instant> beginsAt(Instant since, Instant now) {
        var at = since.plus(after);
        return to.isEmpty() || !at.isAfter(now) ? Optional.empty() : Optional.of(at);
    }

    /** Whether something that overflows out of a department could come back to it. */
    public static boolean leadsBack(UUID department, Map<UUID, List<UUID>> ways) {
        var seen = new HashSet<UUID>();
        var next = new ArrayDeque<>(ways.getOrDefault(department, List.of()));
        for (var one = next.poll(); one != null; one = next.poll()) {
            if (one.equals(department)) {
                return true;
            }
            if (seen.add(one)) {
                next.addAll(ways.getOrDefault(one, List.of()));
            }
        }
        return false;
    }
}

package io.moked.routing.simulation;

import io.moked.routing.simulation.Past.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is not known of a past day. How long an agent would have taken is taken from somebody of the
 * same department who was answered. How long somebody would have waited is known of those who gave
 * up; the others waited at least until they were answered. Where patience is exponential, the mean
 * is all the waiting divided by how often somebody gave up (the estimate of largest likelihood for
 * censored times: Brown et al., JASA 100, 2005, section 5), and whoever has waited will wait as
 * long again.
 */
final class Guess {

    private final Duration length;
    private final Duration usual;
    private final Map<UUID, List<Duration>> handlings = new HashMap<>();
    private final Map<UUID, Duration> patience = new HashMap<>();

    Guess(Past past, Duration usual) {
        this.length = past.length();
        this.usual = usual;
        var waited = new HashMap<UUID, Duration>();
        var gaveUp = new HashMap<UUID, Integer>();
        for (var it : past.passages()) {
            var handling = it.handling();
            if (handling != null) {
                handlings.computeIfAbsent(it.department(), d -> new ArrayList<>()).add(handling);
            }
            waited.merge(it.department(), waited(it), Duration::plus);
            gaveUp.merge(it.department(), it.gaveUp() ? 1 : 0, Integer::sum);
        }
        gaveUp.forEach((department, times) -> {
            if (times > 0) {
                var whole = Objects.requireNonNull(waited.get(department));
                patience.put(department, whole.dividedBy(times));
            }
        });
    }

    private Duration waited(Passage it) {
        return (it.ended() == null ? length : it.ended()).minus(it.came());
    }

    Duration handling(Passage it, Chance chance) {
        double share = chance.share();
        var known = it.handling();
        if (known != null) {
            return known;
        }
        var others = handlings.getOrDefault(it.department(), List.of());
        return others.isEmpty() ? usual : others.get((int) (share * others.size()));
    }

    /** Null for those who wait whatever happens, because nobody there ever gave up. */
    @Nullable Duration patience(Passage it, Chance chance) {
        var more = chance.exponential(patience.getOrDefault(it.department(), Duration.ZERO));
        if (it.gaveUp()) {
            return waited(it);
        }
        return patience.containsKey(it.department()) ? waited(it).plus(more) : null;
    }
}

package io.moked.number;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.graph.GraphClient;
import io.moked.tenancy.TenantScope;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How people rate what a number sends (Cloud API, "Business phone numbers": quality rating). Meta
 * tells by itself only when it becomes bad, so it is asked now and then, and nobody waits for the
 * answer.
 */
@Component
public class Ratings {

    private static final Logger LOG = LoggerFactory.getLogger(Ratings.class);
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Channels channels;
    private final GraphClient graph;
    private final Clock clock;
    private final Cache<ChannelId, Asked> asked = Caffeine.newBuilder().maximumSize(10_000).build();

    Ratings(Channels channels, GraphClient graph, Clock clock) {
        this.channels = channels;
        this.graph = graph;
        this.clock = clock;
    }

    /** In Meta's words. */
    public enum Rating {
        GREEN,
        YELLOW,
        RED,
        UNKNOWN
    }

    /** What was told, and when it was asked for; nothing was told before the first answer. */
    private record Asked(Optional<Rating> told, Instant at) {}

    /**
     * As far as is known; what is older than a while is asked anew meanwhile. Empty while it is
     * asked for the first time, which takes no longer than Meta may take to answer.
     */
    public Optional<Rating> of(ChannelId channel) {
        var now = clock.instant();
        var known = asked.getIfPresent(channel);
        if (known != null && known.at().isAfter(now.minus(FRESH)) && !known.at().isAfter(now)) {
            return known.told();
        }
        var told = known == null ? Optional.<Rating>empty() : known.told();
        asked.put(channel, new Asked(told, now));
        var tenant = TenantScope.current();
        Thread.ofVirtual()
                .name("rating")
                .start(() ->
                        TenantScope.run(tenant, () -> ask(channel, told.orElse(Rating.UNKNOWN))));
        return told;
    }

    private void ask(ChannelId channel, Rating before) {
        var rating = before;
        try {
            var speaker = channels.credentials(channel);
            var answer = graph.get(speaker, speaker.externalId() + "?fields=quality_rating");
            rating = rating(answer.body().path("quality_rating").asString(""));
        } catch (IOException | RuntimeException untold) {
            LOG.debug("A rating was not told: {}", untold.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        asked.put(channel, new Asked(Optional.of(rating), clock.instant()));
    }

    private static Rating rating(String word) {
        return Arrays.stream(Rating.values())
                .filter(it -> it.name().equals(word))
                .findFirst()
                .orElse(Rating.UNKNOWN);
    }
}

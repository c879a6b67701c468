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

    private record Asked(Rating rating, Instant at) {}

    /** As far as is known; what is older than a while is asked anew meanwhile. */
    public Rating of(ChannelId channel) {
        var now = clock.instant();
        var known = asked.getIfPresent(channel);
        if (known != null && known.at().isAfter(now.minus(FRESH)) && !known.at().isAfter(now)) {
            return known.rating();
        }
        var rating = known == null ? Rating.UNKNOWN : known.rating();
        asked.put(channel, new Asked(rating, now));
        var tenant = TenantScope.current();
        Thread.ofVirtual().name("rating").start(() -> TenantScope.run(tenant, () -> ask(channel)));
        return rating;
    }

    private void ask(ChannelId channel) {
        try {
            var speaker = channels.credentials(channel);
            var answer = graph.get(speaker, speaker.externalId() + "?fields=quality_rating");
            asked.put(
                    channel,
                    new Asked(
                            rating(answer.body().path("quality_rating").asString("")),
                            clock.instant()));
        } catch (IOException | RuntimeException untold) {
            LOG.debug("A rating was not told: {}", untold.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Rating rating(String word) {
        return Arrays.stream(Rating.values())
                .filter(it -> it.name().equals(word))
                .findFirst()
                .orElse(Rating.UNKNOWN);
    }
}

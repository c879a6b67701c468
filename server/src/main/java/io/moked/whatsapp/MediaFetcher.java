package io.moked.whatsapp;

import io.moked.channel.Channels;
import io.moked.graph.GraphClient;
import io.moked.media.MediaLibrary;
import io.moked.media.MediaTooLarge;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Fetches the files of messages from Meta, where they wait for seven days. */
@Component
class MediaFetcher extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(MediaFetcher.class);
    private static final int AT_ONCE = 8;
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** The last one comes after seven days, which is how long Meta keeps a file. */
    static final int MOST_ATTEMPTS = 180;

    /** Whoever waits is told then: a token that is dead does not mend itself in a moment. */
    private static final int LATE_AFTER = 3;

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(1);

    private final MediaFetches fetches;
    private final Channels channels;
    private final GraphClient graph;
    private final MediaLibrary library;
    private final Semaphore free = new Semaphore(AT_ONCE);

    MediaFetcher(MediaFetches fetches, Channels channels, GraphClient graph, MediaLibrary library) {
        super("media-fetcher", 1, LONGEST_SLEEP, fetches.bell());
        this.fetches = fetches;
        this.channels = channels;
        this.graph = graph;
        this.library = library;
    }

    @Override
    protected boolean round() {
        fetches.claim(free.availablePermits()).forEach(this::begin);
        return false;
    }

    private void begin(MediaFetches.Claimed claimed) {
        free.acquireUninterruptibly();
        Thread.ofVirtual()
                .name("media-fetch")
                .start(() -> {
                    try {
                        TenantScope.run(claimed.tenant(), () -> fetch(claimed));
                    } catch (RuntimeException away) {
                        LOG.warn("A file comes later: {}", away.getClass().getSimpleName());
                    } finally {
                        free.release();
                        ring();
                    }
                });
    }

    private void fetch(MediaFetches.Claimed claimed) {
        if (!library.isExpected(claimed.media())) {
            fetches.done(claimed);
            return;
        }
        try (var file =
                graph.download(channels.credentials(claimed.channel()), claimed.externalId())) {
            var told = claimed.sha256() == null ? file.sha256() : claimed.sha256();
            library.arrive(claimed.media(), file.bytes(), new MediaLibrary.Told(file.size(), told));
            fetches.done(claimed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            failed(claimed, failure);
        }
    }

    private void failed(MediaFetches.Claimed claimed, Exception failure) {
        var what = failure.getClass().getSimpleName();
        LOG.warn("A file was not fetched, try {}: {}", claimed.attempts(), what);
        boolean isHopeless =
                failure instanceof GraphClient.Gone || failure instanceof MediaTooLarge;
        if (isHopeless || claimed.attempts() >= MOST_ATTEMPTS) {
            library.fail(claimed.media());
            fetches.giveUp(claimed);
        } else {
            if (claimed.attempts() >= LATE_AFTER) {
                library.late(claimed.media());
            }
            fetches.again(claimed, pause(claimed.attempts()));
        }
    }

    /** Twice as long each time, up to an hour. */
    static Duration pause(int attempts) {
        return Duration.ofSeconds(
                Math.min(LONGEST_PAUSE.toSeconds(), 2L << Math.min(attempts, 20)));
    }
}

package io.moked.whatsapp;

import io.moked.channel.Channels;
import io.moked.media.MediaLibrary;
import io.moked.media.MediaTooLarge;
import io.moked.tenancy.TenantScope;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Fetches the files of messages from Meta, where they wait for seven days. */
@Component
class MediaFetcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MediaFetcher.class);
    private static final int AT_ONCE = 8;
    private static final long LONGEST_PAUSE_SECONDS = 3_600;

    /** The last one comes after seven days, which is how long Meta keeps a file. */
    static final int MOST_ATTEMPTS = 180;

    private static final long LONGEST_SLEEP_MILLIS = 1_000;

    private final MediaFetches fetches;
    private final Channels channels;
    private final GraphClient graph;
    private final MediaLibrary library;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile boolean running;

    MediaFetcher(MediaFetches fetches, Channels channels, GraphClient graph, MediaLibrary library) {
        this.fetches = fetches;
        this.channels = channels;
        this.graph = graph;
        this.library = library;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("media-fetcher").start(this::fetchOn);
    }

    private void fetchOn() {
        try {
            while (running) {
                try {
                    fetches.claim(free.availablePermits()).forEach(this::begin);
                } catch (DataAccessException | TransactionException away) {
                    LOG.warn("Files wait for the database: {}", away.getClass().getSimpleName());
                }
                fetches.await(LONGEST_SLEEP_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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
                        fetches.wake();
                    }
                });
    }

    private void fetch(MediaFetches.Claimed claimed) {
        try (var file =
                graph.download(channels.credentials(claimed.channel()), claimed.externalId())) {
            library.arrive(claimed.media(), file, claimed.sha256());
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
            fetches.done(claimed);
        } else {
            fetches.again(claimed, pause(claimed.attempts()));
        }
    }

    /** Twice as long each time, up to an hour. */
    static Duration pause(int attempts) {
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 2L << Math.min(attempts, 20)));
    }

    @Override
    public void stop() {
        running = false;
        fetches.wake();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

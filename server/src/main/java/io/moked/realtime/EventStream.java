package io.moked.realtime;

import io.moked.access.SignedIn;
import io.moked.journal.Position;
import io.moked.kernel.Limit;
import io.moked.tenancy.TenantId;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open console. Events wait in a queue of their own and are written by a thread that lives only
 * while there are any, so a slow console holds up nobody and an idle one costs no thread.
 */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final SignedIn listener;
    private final AsyncContext connection;
    private final Instant openedAt;
    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final CountDownLatch completed = new CountDownLatch(1);

    /** What happens while the stream is still to be told what it missed. */
    private final List<Told> meanwhile = new ArrayList<>();

    /** The last thing it was told; null until it begins to catch up. */
    private @Nullable Position last;

    EventStream(SignedIn listener, AsyncContext connection, Instant openedAt) {
        this.listener = listener;
        this.connection = connection;
        this.openedAt = openedAt;
    }

    /** An event with its place in the journal. */
    record Told(Position position, byte[] event) {}

    TenantId tenant() {
        return listener.tenant();
    }

    SignedIn listener() {
        return listener;
    }

    /**
     * Whether it was opened too long ago, or the session or token that opened it has come to its
     * end.
     */
    boolean isOver(Instant oldest, Instant now) {
        return openedAt.isBefore(oldest) || !listener.credential().endsAt().isAfter(now);
    }

    boolean hasEnded() {
        return ended.get();
    }

    /** Says what was missed, then what happened meanwhile: nothing twice, nothing left out. */
    synchronized void catchUp(Position from, List<Told> missed) {
        last = from;
        missed.forEach(this::tell);
        meanwhile.forEach(this::tell);
        meanwhile.clear();
    }

    synchronized void tell(Told told) {
        if (last == null) {
            meanwhile.add(told);
        } else if (told.position().compareTo(last) > 0) {
            last = told.position();
            write(told.event());
        }
    }

    /** A console that does not keep up is cut off; it comes back and is told what it missed. */
    void write(byte[] event) {
        if (count.incrementAndGet() > Limit.EVENTS_WAITING.value()) {
            end();
            return;
        }
        waiting.add(event);
        if (writing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("event-stream").start(this::writeAll);
        }
    }

    private void writeAll() {
        try {
            while (!ended.get()) {
                writeWaiting();
                writing.set(false);
                boolean more = ended.get() || !waiting.isEmpty();
                if (!more || !writing.compareAndSet(false, true)) {
                    return;
                }
            }
        } catch (IOException | IllegalStateException gone) {
            ended.set(true);
        }
        complete();
    }

    private void writeWaiting() throws IOException {
        var out = connection.getResponse().getOutputStream();
        for (var event = waiting.poll(); event != null && !ended.get(); event = waiting.poll()) {
            count.decrementAndGet();
            out.write(event);
        }
        out.flush();
    }

    /** Ends it at once, or as soon as whoever writes to it stops. */
    void end() {
        ended.set(true);
        if (writing.compareAndSet(false, true)) {
            complete();
        }
    }

    /** Only the owner of {@code writing} gets here, and keeps it: nobody writes after this. */
    private void complete() {
        waiting.clear();
        try {
            connection.complete();
        } catch (IllegalStateException completedAlready) {
            LOG.debug("The connection of a stream was over before the stream");
        } finally {
            completed.countDown();
        }
    }

    /**
     * Returns once the connection is given back. A connection that failed while somebody wrote to
     * it must not be left by its container sooner: an error page would go to nobody.
     */
    void awaitCompletion() {
        try {
            completed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static byte[] event(String name, @Nullable Position id, String data) {
        var place = id == null ? "" : "id: " + id + "\n";
        return ("event: " + name + "\n" + place + "data: " + data + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}

package io.moked.bench.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.moked.bench.product.Access;
import io.moked.bench.product.Access.Line;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Thousands of open consoles on one thread, which note when they are told of a message. */
final class Audience implements AutoCloseable {

    private static final String RECEIVED = "event: conversation.message-received";
    private static final String MESSAGE = "\"messageId\":\"";
    private static final int ID = 36;
    private static final int PATIENCE_SECONDS = 120;

    /** So that the server takes them in as fast as consoles really come back. */
    private static final long BETWEEN_NANOS = 5_000_000;

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private final AtomicInteger ready = new AtomicInteger();
    private final AtomicInteger gone = new AtomicInteger();
    private final ConcurrentLinkedQueue<Told> told = new ConcurrentLinkedQueue<>();

    Audience() throws IOException {
        Thread.ofPlatform().daemon().name("audience").start(this::listen);
    }

    /** A message that one console was told of. */
    record Told(String message, long nanos) {}

    /** Takes turns among the businesses, and returns when everybody listens. */
    void gather(Access access, List<Line> lines, int consoles) throws IOException {
        var server = new InetSocketAddress("127.0.0.1", access.webhook().getPort());
        for (int number = 0; number < consoles; number++) {
            var channel = SocketChannel.open(server);
            var head =
                    "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(lines.get(number % lines.size()).apiToken());
            channel.write(ByteBuffer.wrap(head.getBytes(ISO_8859_1)));
            channel.configureBlocking(false);
            selector.wakeup();
            channel.register(selector, SelectionKey.OP_READ, new StringBuilder());
            LockSupport.parkNanos(BETWEEN_NANOS);
        }
        long giveUp = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (ready.get() < consoles) {
            if (gone.get() > 0 || System.nanoTime() > giveUp) {
                throw new IOException(
                        "%d of %d consoles listen, %d are gone"
                                .formatted(ready.get(), consoles, gone.get()));
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void listen() {
        try {
            while (selector.isOpen()) {
                selector.select(this::read, 50);
            }
        } catch (IOException | java.nio.channels.ClosedSelectorException closed) {
            gone.incrementAndGet();
        }
    }

    private void read(SelectionKey key) {
        try {
            buffer.clear();
            int length = ((SocketChannel) key.channel()).read(buffer);
            if (length < 0) {
                throw new IOException("hung up");
            }
            hear((StringBuilder) key.attachment(), length, System.nanoTime());
        } catch (IOException lost) {
            gone.incrementAndGet();
            key.cancel();
        }
    }

    /** Chunks begin between events, so the little that is read of them stands in no event's way. */
    private void hear(StringBuilder text, int length, long now) {
        text.append(new String(buffer.array(), 0, length, ISO_8859_1));
        for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
            var event = text.substring(0, end);
            text.delete(0, end + 2);
            if (event.contains("event: ready")) {
                ready.incrementAndGet();
            } else if (event.contains(RECEIVED)) {
                int id = event.indexOf(MESSAGE) + MESSAGE.length();
                told.add(new Told(event.substring(id, id + ID), now));
            }
        }
    }

    int gone() {
        return gone.get();
    }

    /** Everything that was told until now, of which nobody else hears again. */
    List<Told> told() {
        var all = List.copyOf(told);
        told.clear();
        return all;
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}

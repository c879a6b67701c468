package io.moked.bench.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.moked.bench.measure.Latencies;
import io.moked.bench.measure.Load.Done;
import io.moked.bench.product.Stage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Posts over many connections, on each the next message after the last is answered, and all of them
 * in one thread: a thread for each would take a sixth of a small machine from what is measured.
 */
public final class Flood implements AutoCloseable {

    private static final int LONGEST_ANSWER = 2_048;
    private static final double UNLIMITED = 0;
    private static final long MILLISECOND = 1_000_000;
    private static final long LOOK_NANOS = 50 * MILLISECOND;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Selector selector = Selector.open();
    private final List<Line> lines = new ArrayList<>();
    private final Latencies kept = new Latencies();
    private final Latencies refused = new Latencies();

    /** Each connection has so many messages written and signed before the clock starts. */
    public Flood(Stage stage, int connections, int prepared, IntFunction<Ledger> ledgers)
            throws IOException {
        var letters = new ArrayList<Letters>();
        for (int number = 0; number < connections; number++) {
            letters.add(new Letters(stage, stage.line(number), prepared));
        }
        // Nobody keeps a connection open for long on which nothing comes.
        for (int number = 0; number < connections; number++) {
            lines.add(
                    new Line(stage.access().webhook(), letters.get(number), ledgers.apply(number)));
        }
    }

    /** As fast as they are answered. */
    public Done run(Duration duration) throws IOException {
        return run(duration, UNLIMITED);
    }

    /**
     * So many a second: each has its moment, and a late one counts as slow from its moment. What is
     * not under way when the time is over is not posted any more.
     */
    public Done run(Duration duration, double rate) throws IOException {
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        var idle = new ArrayDeque<>(lines);
        for (long posted = 0; ; ) {
            long now = System.nanoTime();
            long due = rate == UNLIMITED ? now : began + (long) (posted * 1e9 / rate);
            boolean isOver = Math.max(due, now) >= end;
            if (isOver && idle.size() == lines.size()) {
                return new Done(kept, refused, (now - began) / 1e9);
            }
            if (!isOver && due <= now && !idle.isEmpty()) {
                idle.remove().post(due);
                posted++;
                continue;
            }
            await(idle.isEmpty() || isOver ? LOOK_NANOS : due - now);
            answered(idle);
            if (now > end + PATIENCE_NANOS) {
                throw new IOException(lines.size() - idle.size() + " deliveries are not answered");
            }
        }
    }

    /** Until an answer comes, or that long; a selector knows no time below a millisecond. */
    private void await(long nanos) throws IOException {
        if (nanos >= MILLISECOND) {
            selector.select(nanos / MILLISECOND);
        } else {
            LockSupport.parkNanos(nanos);
            selector.selectNow();
        }
    }

    private void answered(Deque<Line> idle) throws IOException {
        long now = System.nanoTime();
        for (var key : selector.selectedKeys()) {
            var line = (Line) key.attachment();
            if (line.isAnswered(now)) {
                idle.add(line);
            }
        }
        selector.selectedKeys().clear();
    }

    /** One connection and what is under way on it. */
    private final class Line {

        private final URI server;
        private final Letters letters;
        private final Ledger ledger;
        private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        private Letters.Letter letter;
        private SocketChannel channel;
        private long due;

        Line(URI server, Letters letters, Ledger ledger) throws IOException {
            this.server = server;
            this.letters = letters;
            this.ledger = ledger;
            letter = letters.next();
            channel = connect();
        }

        private SocketChannel connect() throws IOException {
            var fresh = SocketChannel.open(new InetSocketAddress("127.0.0.1", server.getPort()));
            fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
            fresh.configureBlocking(false);
            fresh.register(selector, SelectionKey.OP_READ, this);
            return fresh;
        }

        void post(long moment) throws IOException {
            due = moment;
            var request = ByteBuffer.wrap(letter.request());
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        /** Notes the answer once all of it is here, and takes the next letter into the hand. */
        boolean isAnswered(long now) throws IOException {
            if (channel.read(answer) < 0) {
                throw new EOFException("The server hung up");
            }
            var text = new String(answer.array(), 0, answer.position(), ISO_8859_1);
            if (!text.endsWith("\r\n\r\n")) {
                return false;
            }
            var read = Answer.read(new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
            answer.clear();
            if (read.status() == 200) {
                ledger.acknowledged(letter.number());
                kept.add(now - due);
            } else {
                refused.add(now - due);
            }
            if (read.isLast()) {
                channel.close();
                channel = connect();
            }
            letter = letters.next();
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        for (var line : lines) {
            line.channel.close();
        }
        selector.close();
    }
}

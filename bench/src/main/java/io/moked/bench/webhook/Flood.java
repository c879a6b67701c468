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
import java.util.ArrayList;
import java.util.List;

/**
 * Posts over many connections, on each the next message as soon as the last is answered, and all of
 * them in one thread: a thread for each would take a sixth of a small machine from what is
 * measured.
 */
public final class Flood implements AutoCloseable {

    private static final int LONGEST_ANSWER = 2_048;
    private static final long LOOK_MILLIS = 50;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private final Ledger ledger;
    private final Selector selector = Selector.open();
    private final List<Line> lines = new ArrayList<>();
    private final Latencies kept = new Latencies();
    private final Latencies refused = new Latencies();

    /** Each connection has so many messages written and signed before the clock starts. */
    public Flood(Stage stage, int connections, int prepared, Ledger ledger) throws IOException {
        this.ledger = ledger;
        var letters = new ArrayList<Letters>();
        for (int number = 0; number < connections; number++) {
            letters.add(new Letters(stage, stage.line(number), prepared));
        }
        // Nobody keeps a connection open for long on which nothing comes.
        for (var each : letters) {
            lines.add(new Line(stage.access().webhook(), each));
        }
    }

    public Done run(Duration duration) throws IOException {
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        for (var line : lines) {
            line.post();
        }
        for (int waiting = lines.size(); waiting > 0; ) {
            selector.select(LOOK_MILLIS);
            long now = System.nanoTime();
            for (var key : selector.selectedKeys()) {
                var line = (Line) key.attachment();
                if (!line.isAnswered(now)) {
                    continue;
                }
                if (now < end) {
                    line.post();
                } else {
                    waiting--;
                }
            }
            selector.selectedKeys().clear();
            if (now > end + PATIENCE_NANOS) {
                throw new IOException(waiting + " deliveries are not answered");
            }
        }
        return new Done(kept, refused, (System.nanoTime() - began) / 1e9);
    }

    /** One connection and what is under way on it. */
    private final class Line {

        private final URI server;
        private final Letters letters;
        private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        private Letters.Letter letter;
        private SocketChannel channel;
        private long posted;

        Line(URI server, Letters letters) throws IOException {
            this.server = server;
            this.letters = letters;
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

        void post() throws IOException {
            posted = System.nanoTime();
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
                kept.add(now - posted);
            } else {
                refused.add(now - posted);
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

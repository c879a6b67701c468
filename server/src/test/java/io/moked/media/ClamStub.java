package io.moked.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as ClamAV's daemon does, and knows one virus. */
final class ClamStub {

    static final String VIRUS = "virus";
    static final int MOST_BYTES = 200_000;

    private final ServerSocket server;
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile boolean isAway;

    private ClamStub(ServerSocket server) {
        this.server = server;
    }

    static ClamStub start() {
        try {
            var stub = new ClamStub(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(stub::serve);
            return stub;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Hangs up on whoever calls. */
    void beAway(boolean away) {
        isAway = away;
    }

    int turnedAway() {
        return turnedAway.get();
    }

    private void serve() {
        while (true) {
            try (var caller = server.accept()) {
                if (isAway) {
                    turnedAway.incrementAndGet();
                } else {
                    answer(caller);
                }
            } catch (IOException hungUp) {
                // The next one is served.
            }
        }
    }

    private static void answer(Socket caller) throws IOException {
        var question = new DataInputStream(caller.getInputStream());
        if (!new String(question.readNBytes(10), StandardCharsets.US_ASCII).equals("nINSTREAM\n")) {
            throw new IOException("Not understood");
        }
        var heard = new StringBuilder();
        for (int n = question.readInt(); n > 0; n = question.readInt()) {
            heard.append(new String(question.readNBytes(n), StandardCharsets.ISO_8859_1));
            if (heard.length() > MOST_BYTES) {
                say(caller, "INSTREAM size limit exceeded. ERROR\n");
                question.skipNBytes(question.available());
                return;
            }
        }
        say(caller, heard.indexOf(VIRUS) < 0 ? "stream: OK\n" : "stream: Test-Virus FOUND\n");
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }
}

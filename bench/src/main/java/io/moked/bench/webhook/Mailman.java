package io.moked.bench.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;

/** Carries requests, one at a time, over one connection for as long as the server keeps it open. */
public final class Mailman implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final URI server;
    private Socket socket;
    private InputStream in;

    public Mailman(URI server) throws IOException {
        this.server = server;
        socket = connect(server);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket connect(URI server) throws IOException {
        var fresh = new Socket("127.0.0.1", server.getPort());
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(PATIENCE_MILLIS);
        return fresh;
    }

    /** Returns the status of the answer. */
    public int carry(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        var answer = Answer.read(in);
        if (answer.isLast()) {
            socket.close();
            socket = connect(server);
            in = new BufferedInputStream(socket.getInputStream());
        }
        return answer.status();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

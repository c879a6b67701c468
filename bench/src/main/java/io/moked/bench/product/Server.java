package io.moked.bench.product;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The packaged server, run as {@code serve} again and again on the same data and port. */
public final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> command;
    private final Map<String, String> environment;
    private final DataDirectory data;
    private final URI ready;
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Process process;

    Server(List<String> command, Map<String, String> environment, DataDirectory data, int port) {
        this.command = command;
        this.environment = environment;
        this.data = data;
        this.ready = URI.create("http://127.0.0.1:%d/health/ready".formatted(port));
    }

    /** Where its API is. */
    public String api() {
        return ready.resolve("/api/v1").toString();
    }

    /** Does not wait until it is ready. */
    public void start() throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(data.log().toFile()));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    public void awaitReady() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!running().isAlive() || System.nanoTime() > giveUp) {
                throw new IOException("The server is not ready; it said:\n" + data.lastWords());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    public boolean isReady() throws InterruptedException {
        var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    public void kill() throws IOException, InterruptedException {
        Signal.KILL.send(List.of(pid()));
        running().waitFor();
    }

    public void freeze() throws IOException, InterruptedException {
        Signal.STOP.send(List.of(pid()));
    }

    public void thaw() throws IOException, InterruptedException {
        Signal.CONT.send(List.of(pid()));
    }

    /** Asks it to stop, and returns how long that took; after so long it is killed. */
    public Duration stop(Duration patience) throws IOException, InterruptedException {
        long began = System.nanoTime();
        running().destroy();
        if (!running().waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    public long pid() {
        return running().pid();
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("The server has not been started");
        }
        return process;
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            try {
                thaw();
                stop(Duration.ofSeconds(40));
            } catch (IOException | InterruptedException hurried) {
                process.destroyForcibly();
            }
        }
    }
}

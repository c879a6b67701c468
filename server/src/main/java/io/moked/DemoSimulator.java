package io.moked;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The simulator as a process beside us, which stops when our end of its standard input closes. */
final class DemoSimulator implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 3;

    private final Process process;

    private DemoSimulator(Process process) {
        this.process = process;
    }

    static DemoSimulator start(Path jar, DemoPorts ports, Path data) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        var cache = jar.resolveSibling("moked-simulator.aot");
        if (Files.exists(cache)) {
            command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off,cds=off"));
        }
        command.addAll(List.of("-jar", jar.toString(), "--stop-with-stdin"));
        command.addAll(List.of("--data", data.resolve("simulator").toString()));
        command.addAll(List.of("--port", String.valueOf(ports.simulator())));
        command.addAll(List.of("--mail-port", String.valueOf(ports.mail())));
        command.addAll(List.of("--smtp-port", String.valueOf(ports.smtp())));
        try {
            return new DemoSimulator(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever it says before it is ready is its reason for not getting there. */
    void awaitReady() {
        var said = process.inputReader();
        var before = new StringBuilder();
        try {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith("Simulator ready")) {
                    Thread.ofVirtual().start(() -> discard(said));
                    return;
                }
                before.append(line).append(System.lineSeparator());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new StartRefused("The simulator did not start; it said: " + before);
    }

    private static void discard(BufferedReader output) {
        output.lines().forEach(line -> {});
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

package io.moked.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A play in a process of its own, which can be killed and started again. */
final class KillablePlay extends Play {

    private static final Pattern READY = Pattern.compile("Simulator ready on (\\S+),.*");

    private final Supplier<List<String>> options;
    private Process process;
    private String address;

    KillablePlay(Supplier<List<String>> options) {
        this.options = options;
    }

    @Override
    void start() throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), Simulator.class.getName()));
        command.addAll(List.of("--port", "0", "--mail-port", "0", "--smtp-port", "0"));
        command.addAll(options.get());
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        address =
                process.inputReader()
                        .lines()
                        .flatMap(line -> READY.matcher(line).results())
                        .map(ready -> ready.group(1))
                        .findFirst()
                        .orElseThrow();
    }

    void restart() throws Exception {
        stop();
        start();
        setUp();
    }

    /** As {@code kill -9} does. */
    @Override
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    String address() {
        return address;
    }
}

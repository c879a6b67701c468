package io.moked.bench.product;

import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What one process may do to another: end it, or let it stand still for a while. */
enum Signal {
    KILL,
    INT,
    STOP,
    CONT;

    /** All of them at once; those that are gone already are no matter. */
    void send(Collection<Long> processes) throws IOException, InterruptedException {
        var command =
                Stream.concat(
                                Stream.of("kill", "-" + name()),
                                processes.stream().map(String::valueOf))
                        .toList();
        var kill =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        kill.waitFor(10, TimeUnit.SECONDS);
    }
}

package io.moked.bench.product;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** The processes of the product's own PostgreSQL. */
public record Postgres(DataDirectory data) {

    public void kill() throws IOException, InterruptedException {
        Signal.KILL.send(processes());
    }

    /** Ends it in good order; the server starts it again. */
    public void restart() throws IOException, InterruptedException {
        Signal.INT.send(List.of(data.postmaster()));
    }

    public void freeze() throws IOException, InterruptedException {
        Signal.STOP.send(processes());
    }

    public void thaw() throws IOException, InterruptedException {
        Signal.CONT.send(processes());
    }

    /** The postmaster first, so that it starts nobody behind our back. */
    private List<Long> processes() throws IOException {
        long postmaster = data.postmaster();
        var children =
                ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(postmaster), children).toList();
    }
}

package io.moked.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL writes about its running self into {@code postmaster.pid}. */
record PidFile(Path file, long pid, String state) {

    private static final int STATE_LINE = 7;

    static Optional<PidFile> in(Path cluster) {
        var file = cluster.resolve("postmaster.pid");
        try {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            var state = lines.size() > STATE_LINE ? lines.get(STATE_LINE).strip() : "";
            return Optional.of(new PidFile(file, Long.parseLong(lines.getFirst().strip()), state));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isReady() {
        return state.equals("ready");
    }

    /** The number may by now belong to a process that has nothing to do with us. */
    boolean namesPostgresOf(Path cluster) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains("postgres") && line.contains(cluster.toString()))
                .isPresent();
    }

    /** A zombie has no command any more. */
    boolean namesLivingProcess() {
        return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Explanation.of(file, e);
        }
    }
}

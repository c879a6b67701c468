package io.moked.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Starts and stops the one PostgreSQL process of a cluster. */
record Postmaster(Cluster cluster, int port, List<String> settings) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(10);

    /** Tries again while what was killed is still on its way out. */
    Process start() {
        stopOrphan();
        keepLastLog();
        var giveUp = System.nanoTime() + PATIENCE.toNanos();
        for (var pause = LOOK; ; pause = pause.multipliedBy(2)) {
            var process = launch();
            if (becomesReady(process)) {
                return process;
            }
            var complaint = complaint();
            if (!isStillHeld(complaint) || System.nanoTime() > giveUp) {
                throw Explanation.of(directory(), complaint);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Stops what a killed server left running. */
    void stopOrphan() {
        var found = PidFile.in(directory());
        if (found.filter(pidFile -> pidFile.namesPostgresOf(directory())).isPresent()) {
            stop();
        } else if (found.filter(PidFile::namesLivingProcess).isPresent()) {
            found.orElseThrow().delete();
        }
    }

    /** Ends every connection, writes everything down and waits for the end. */
    void stop() {
        var command =
                List.of(
                        cluster.binaries().program("pg_ctl"),
                        "stop",
                        "--mode=fast",
                        "--silent",
                        "--pgdata=" + directory(),
                        "--timeout=" + PATIENCE.toSeconds());
        try {
            cluster.run(command);
        } catch (DatabaseProblem e) {
            if (PidFile.in(directory()).filter(PidFile::namesLivingProcess).isPresent()) {
                throw e;
            }
        }
    }

    private void keepLastLog() {
        try {
            if (Files.exists(log())) {
                var last = log().resolveSibling("postgres.last.log");
                Files.move(log(), last, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw Explanation.of(log(), e);
        }
    }

    private Process launch() {
        var command = new ArrayList<>(List.of(cluster.binaries().program("postgres"), "-D"));
        command.add(directory().toString());
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        command.addAll(List.of("-c", "port=" + port));
        try {
            return cluster.identity().program(command).redirectOutput(log().toFile()).start();
        } catch (IOException e) {
            throw Explanation.of(directory(), e);
        }
    }

    /** Waits without an end, because replaying a crash takes as long as it takes. */
    private boolean becomesReady(Process process) {
        while (process.isAlive()) {
            var ready =
                    PidFile.in(directory())
                            .filter(pidFile -> pidFile.pid() == process.pid() && pidFile.isReady());
            if (ready.isPresent()) {
                return true;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return false;
    }

    private String complaint() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw Explanation.of(log(), e);
        }
    }

    private static boolean isStillHeld(String complaint) {
        return complaint.contains("postmaster.pid\" already exists")
                || complaint.contains("shared memory block")
                || complaint.contains("Address already in use");
    }

    private Path directory() {
        return cluster.directory();
    }

    private Path log() {
        return directory().resolveSibling("postgres.log");
    }
}

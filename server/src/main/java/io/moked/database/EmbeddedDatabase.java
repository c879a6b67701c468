package io.moked.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL of our own in the data directory, watched and started again should it die. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Postmaster postmaster;
    private final Doors doors;
    private final Object turn = new Object();
    private Process process;
    private boolean closed;

    private EmbeddedDatabase(Postmaster postmaster, DataDirectory data) {
        this.postmaster = postmaster;
        process = postmaster.start();
        doors = provision(data);
        watch(process);
    }

    private Doors provision(DataDirectory data) {
        try {
            return Provisioning.of(data, postmaster.port()).run();
        } catch (RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    /** Starts it and makes what is missing: programs, cluster, roles and the database. */
    public static EmbeddedDatabase start(DataDirectory data) {
        var postgres = data.path().resolve("postgres");
        return start(data, postgres, Identity.suitable(), PostgresSettings.DURABLE);
    }

    static EmbeddedDatabase start(
            DataDirectory data, Path programs, Identity identity, List<String> settings) {
        var cluster = cluster(data, programs, identity);
        cluster.createIfMissing(data.secret(Cluster.SUPERUSER));
        return new EmbeddedDatabase(new Postmaster(cluster, cluster.port(), settings), data);
    }

    private static Cluster cluster(DataDirectory data, Path programs, Identity identity) {
        var directory = data.path().resolve("postgres").resolve("data");
        return new Cluster(directory, Binaries.unpackedUnder(programs), identity);
    }

    /** The doors to the one that a server runs in a directory, if it does. */
    public static Optional<Doors> running(Path directory) {
        return DataDirectory.inUse(directory)
                .map(data -> {
                    try (data) {
                        var port = Cluster.keptPort(data.path().resolve("postgres"));
                        return Provisioning.of(data, port).doors();
                    }
                });
    }

    /** Forgets everything kept in the directory, after stopping what still runs there. */
    public static void erase(DataDirectory data) {
        var postgres = data.path().resolve("postgres");
        var cluster = cluster(data, postgres, Identity.suitable());
        new Postmaster(cluster, 0, PostgresSettings.DURABLE).stopOrphan();
        data.erase();
    }

    public Doors doors() {
        return doors;
    }

    long pid() {
        synchronized (turn) {
            return process.pid();
        }
    }

    private void watch(Process watched) {
        watched.onExit().thenRunAsync(this::startAgain);
    }

    private void startAgain() {
        synchronized (turn) {
            if (closed) {
                return;
            }
            log.warn("PostgreSQL ended unexpectedly; starting it again.");
            try {
                process = postmaster.start();
                watch(process);
            } catch (DatabaseProblem e) {
                log.error("{}", e.getMessage());
                tryLater();
            }
        }
    }

    private void tryLater() {
        var later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(this::startAgain, later);
    }

    @Override
    public void close() {
        synchronized (turn) {
            if (!closed) {
                closed = true;
                postmaster.stop();
            }
        }
    }
}

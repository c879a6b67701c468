package io.moked.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own directory: made once, checked at each start. */
record Cluster(Path directory, Binaries binaries, Identity identity) {

    static final String SUPERUSER = "postgres";

    /** Unicode rules for upper and lower case, without which Hebrew has no trigrams. */
    private static final List<String> LOCALE =
            List.of(
                    "--locale-provider=builtin",
                    "--builtin-locale=PG_UNICODE_FAST",
                    "--locale=C.UTF-8",
                    "--encoding=UTF8");

    void createIfMissing(String superuserPassword) {
        try {
            if (Files.notExists(directory)) {
                create(superuserPassword);
            }
            identity.give(directory);
            refuseOtherVersions();
        } catch (IOException e) {
            throw Explanation.of(directory, e);
        }
    }

    /** Renamed into place at the end, so that a half-made cluster is never taken for one. */
    private void create(String superuserPassword) throws IOException {
        var unfinished = directory.resolveSibling(directory.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(unfinished);
        DataDirectory.makePrivate(unfinished);
        var password = Files.writeString(unfinished.resolve("password"), superuserPassword);
        identity.give(unfinished);
        var made = unfinished.resolve("data");
        var options =
                List.of(
                        "--pgdata=" + made,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256");
        var command = new ArrayList<>(List.of(binaries.program("initdb")));
        command.addAll(options);
        command.addAll(LOCALE);
        run(command);
        Files.move(made, directory, StandardCopyOption.ATOMIC_MOVE);
        FileSystemUtils.deleteRecursively(unfinished);
    }

    void run(List<String> command) {
        try {
            var process = identity.program(command).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw Explanation.of(directory, output);
            }
        } catch (IOException e) {
            throw Explanation.of(directory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseProblem("Interrupted while working in " + directory + ".", e);
        }
    }

    private void refuseOtherVersions() throws IOException {
        var file = directory.resolve("PG_VERSION");
        if (Files.notExists(file)) {
            throw new DatabaseProblem(
                    directory
                            + " is not a PostgreSQL data directory: restore it, or move it away.");
        }
        var written = Files.readString(file).strip();
        var brought = binaries.majorVersion();
        if (!written.equals(brought)) {
            throw new DatabaseProblem(
                    "%s was written by PostgreSQL %s, but this Moked brings PostgreSQL %s: start it with the Moked that wrote it, make a backup there and restore it here."
                            .formatted(directory, written, brought));
        }
    }

    /** The port of last time while it is free, so that the address stays. */
    int port() {
        var file = directory.resolveSibling("port");
        try {
            var kept = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
            var port = free(kept).or(() -> free(0)).orElseThrow();
            Files.writeString(file, port + "\n");
            return port;
        } catch (IOException e) {
            throw Explanation.of(file, e);
        }
    }

    /** Where the one that runs in this directory listens. */
    static int keptPort(Path postgres) {
        var file = postgres.resolve("port");
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (IOException e) {
            throw Explanation.of(file, e);
        }
    }

    private static Optional<Integer> free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return Optional.of(socket.getLocalPort());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

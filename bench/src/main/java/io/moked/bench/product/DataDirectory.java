package io.moked.bench.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where a product under test keeps everything; thrown away at the end unless it is to be kept. */
public record DataDirectory(Path path, boolean kept) implements AutoCloseable {

    public static DataDirectory temporary() throws IOException {
        return new DataDirectory(Files.createTempDirectory("moked-bench"), false);
    }

    /** That of an earlier run, if there is one; thrown away where none is named. */
    public static DataDirectory kept(String path) throws IOException {
        return path.isEmpty()
                ? temporary()
                : new DataDirectory(Files.createDirectories(Path.of(path)), true);
    }

    /** Beside the directory, which has to be the product's alone. */
    Path log() {
        return path.resolveSibling(path.getFileName() + ".log");
    }

    String lastWords() throws IOException {
        var said = Files.readAllLines(log());
        return String.join("\n", said.subList(Math.max(0, said.size() - 30), said.size()));
    }

    public Database database() throws IOException {
        return new Database(Integer.parseInt(word("postgres/port")), word("secrets/postgres"));
    }

    public long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(path.resolve("postgres/data/postmaster.pid"))
                        .getFirst()
                        .strip());
    }

    Path demo() {
        return path.resolve("demo.json");
    }

    public String secret(String name) throws IOException {
        return word("secrets/" + name);
    }

    private String word(String file) throws IOException {
        return Files.readString(path.resolve(file)).strip();
    }

    static int anyPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (kept || Files.notExists(path)) {
            return;
        }
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            Files.deleteIfExists(log());
        } catch (IOException | UncheckedIOException gone) {
            System.err.println("Left behind: " + path);
        }
    }
}

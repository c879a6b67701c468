package io.moked.bench.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged product, run as a demo without traffic in a directory that is thrown away. */
public final class Product implements AutoCloseable {

    /** The flags of the launcher, so that what is measured is what people run. */
    private static final List<String> JVM = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private static final List<String> PLACES =
            List.of("server/target/app/moked.jar", "server/target/moked.jar");
    private static final String SIMULATOR = "simulator/target/moked-simulator.jar";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path data;
    private final Process process;

    private Product(Path data, Process process) {
        this.data = data;
        this.process = process;
    }

    public static Product start() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("moked-bench");
        var log = log(data).toFile();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-jar", built(), "demo", "--quiet", "--no-open"));
        command.addAll(List.of("--simulator", SIMULATOR, "--data", data.toString()));
        command.addAll(List.of("--port", String.valueOf(anyPort())));
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        var product = new Product(data, process);
        Runtime.getRuntime().addShutdownHook(new Thread(product::close));
        product.awaitReady();
        return product;
    }

    private static String built() throws IOException {
        return PLACES.stream()
                .filter(place -> Files.exists(Path.of(place)))
                .findFirst()
                .orElseThrow(() -> new IOException("Build the product first: ./moked build"));
    }

    private static int anyPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Beside the directory, which has to be the product's alone. */
    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private void awaitReady() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(data.resolve("demo.json"))) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > giveUp) {
                throw new IOException("The product did not start:\n" + Files.readString(log(data)));
            }
        }
    }

    public Access access() throws IOException {
        return Access.read(data.resolve("demo.json"));
    }

    public Database database() throws IOException {
        return new Database(Integer.parseInt(word("postgres/port")), word("secrets/postgres"));
    }

    public CpuTime cpu() throws IOException {
        long postmaster =
                Long.parseLong(
                        Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                                .getFirst());
        return new CpuTime(process.pid(), postmaster);
    }

    private String word(String file) throws IOException {
        return Files.readString(data.resolve(file)).strip();
    }

    @Override
    public void close() {
        if (Files.notExists(data)) {
            return;
        }
        process.destroy();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).exceptionally(late -> process).join();
        process.destroyForcibly();
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            Files.deleteIfExists(log(data));
        } catch (IOException gone) {
            System.err.println("Left behind: " + data);
        }
    }
}

package io.moked.bench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The packaged product, run as a demo without traffic. */
public final class Product implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SECONDS_TO_STOP = 30;
    private static final int TRIES = 5;

    private final DataDirectory data;
    private final Process process;

    private Product(DataDirectory data, Process process) {
        this.data = data;
        this.process = process;
    }

    /** Another program may be quicker to take a port that was free a moment ago. */
    public static Product start(Packaged packaged, DataDirectory data)
            throws IOException, InterruptedException {
        for (int tries = 1; ; tries++) {
            var product = new Product(data, launch(packaged, data));
            Runtime.getRuntime().addShutdownHook(new Thread(product::close));
            try {
                product.awaitReady();
                return product;
            } catch (IOException failed) {
                product.stop();
                if (tries == TRIES || !failed.toString().contains("in use")) {
                    throw failed;
                }
            }
        }
    }

    private static Process launch(Packaged packaged, DataDirectory data) throws IOException {
        var command =
                packaged.serverCommand(
                        "demo",
                        "--quiet",
                        "--no-open",
                        "--simulator",
                        packaged.simulator().toString(),
                        "--data",
                        data.path().toString(),
                        "--port",
                        String.valueOf(DataDirectory.anyPort()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.log().toFile())
                .start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(data.demo())) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > giveUp) {
                throw new IOException(
                        "The product did not start:\n" + Files.readString(data.log()));
            }
        }
    }

    public Access access() throws IOException {
        return Access.read(data.demo());
    }

    public Database database() throws IOException {
        return data.database();
    }

    public CpuTime cpu() throws IOException {
        return new CpuTime(process.pid(), data.postmaster());
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        stop();
        data.close();
    }

    /** Leaves the data where it is. */
    public void stop() {
        process.destroy();
        process.onExit()
                .orTimeout(SECONDS_TO_STOP, TimeUnit.SECONDS)
                .exceptionally(late -> process)
                .join();
        process.destroyForcibly();
    }
}

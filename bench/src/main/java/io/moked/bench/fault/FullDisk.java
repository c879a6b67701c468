package io.moked.bench.fault;

import io.moked.bench.crash.Lab;
import io.moked.bench.product.DataDirectory;
import io.moked.bench.product.Installation;
import io.moked.bench.product.Packaged;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A small disk for everything the product keeps and says, filled to its last byte for a while. */
final class FullDisk {

    private static final String SIZE = "640m";
    private static final int SECONDS = 10;
    private static final byte[] BLOCK = new byte[64 * 1024];

    private FullDisk() {}

    /** Empty where no disk may be mounted; it is seen in our own mount namespace only. */
    static Optional<Endured> endure(Packaged packaged, Path history, Random random)
            throws Exception {
        var disk = Files.createTempDirectory("moked-disk");
        if (!isAllowed() || run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "moked", disk) != 0) {
            Files.delete(disk);
            return Optional.empty();
        }
        var data = new DataDirectory(Files.createDirectory(disk.resolve("data")), false);
        try (var installation = Installation.start(packaged, data, List.of(), Lab.PHONES);
                var lab = new Lab(installation, history, random)) {
            var title = "disk full for %d s: data, database, media, log".formatted(SECONDS);
            return Optional.of(new Endurance(lab).endure(title, () -> fill(disk)));
        } finally {
            run("umount", "--lazy", disk);
            Files.deleteIfExists(disk);
        }
    }

    /** The launcher says so when it has made a namespace for us. */
    private static boolean isAllowed() {
        return "own".equals(System.getenv("MOKED_BENCH_MOUNTS"));
    }

    private static int run(Object... command) throws IOException, InterruptedException {
        var words = java.util.stream.Stream.of(command).map(Object::toString).toList();
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    /** Whatever space comes free meanwhile is taken, too. */
    private static void fill(Path disk) throws IOException, InterruptedException {
        var ballast = disk.resolve("ballast");
        for (int tenth = 0; tenth < SECONDS * 10; tenth++) {
            try (var file =
                    Files.newOutputStream(
                            ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                fill(file);
            }
            Thread.sleep(Duration.ofMillis(100));
        }
        Files.delete(ballast);
    }

    private static void fill(OutputStream file) {
        try {
            while (true) {
                file.write(BLOCK);
            }
        } catch (IOException full) {
            // As intended.
        }
    }
}

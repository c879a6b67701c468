package io.moked.media.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Has files looked into by a process of its own, with little memory and little time: a file that is
 * too much for a decoder ends that process and nothing else. One file at a time.
 */
public final class Looking implements AutoCloseable {

    private final Duration patience;
    private final ExecutorService hand =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("looking").factory());
    private volatile @Nullable Process process;

    /**
     * @param patience for one file
     */
    public Looking(Duration patience) {
        this.patience = patience;
    }

    /** The other process did not outlive a file. */
    public static final class Ended extends IOException {

        private static final long serialVersionUID = 1L;

        Ended(Throwable cause) {
            super("A file was too much to look into", cause);
        }
    }

    /**
     * Looks into a file.
     *
     * @param size in bytes, of which there are as many
     * @throws Ended if that took too much time or memory
     * @throws IOException if the file cannot be read
     */
    public Seen look(Kind kind, long size, InputStream file) throws IOException {
        var seen = hand.submit(() -> ask(kind, (int) size, file));
        try {
            return seen.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            close();
            throw failure.getCause() instanceof IOException known ? known : new Ended(failure);
        } catch (TimeoutException late) {
            close();
            throw new Ended(late);
        } catch (InterruptedException stopped) {
            close();
            Thread.currentThread().interrupt();
            throw new Ended(stopped);
        }
    }

    private Seen ask(Kind kind, int size, InputStream file) throws IOException {
        var viewer = process;
        if (viewer == null || !viewer.isAlive()) {
            viewer = start();
            process = viewer;
        }
        var question = new DataOutputStream(viewer.getOutputStream());
        tell(() -> {
            question.writeByte(kind.ordinal());
            question.writeInt(size);
        });
        var buffer = new byte[64 * 1024];
        for (int n = file.read(buffer); n >= 0; n = file.read(buffer)) {
            int count = n;
            tell(() -> question.write(buffer, 0, count));
        }
        tell(question::flush);
        try {
            return Seen.read(new DataInputStream(viewer.getInputStream()));
        } catch (IOException ended) {
            throw new Ended(ended);
        }
    }

    private interface Words {
        void say() throws IOException;
    }

    private static void tell(Words words) throws Ended {
        try {
            words.say();
        } catch (IOException ended) {
            throw new Ended(ended);
        }
    }

    private static Process start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx128m",
                        "-XX:MaxDirectMemorySize=16m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ActiveProcessorCount=1",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(entrance());
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    /** In the jar that holds everything, classes are found by a loader of the jar's own. */
    private static List<String> entrance() {
        var place = String.valueOf(Viewer.class.getResource("Viewer.class"));
        return place.startsWith("jar:nested:")
                ? List.of(
                        "-Dloader.main=" + Viewer.class.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of(Viewer.class.getName());
    }

    /** Whoever has nothing more to be looked into for a while needs no process either. */
    @Override
    public void close() {
        var viewer = process;
        if (viewer != null) {
            viewer.destroyForcibly();
            process = null;
        }
    }
}

package io.moked.database;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** As whom PostgreSQL runs, since it refuses to run as root. */
enum Identity {
    OURSELVES(List.of()),
    OURSELVES_IN_A_USER_NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODYS_ID = 65534;

    /** In a session of its own, so that the Ctrl-C meant for us does not reach it before us. */
    private static final List<String> OWN_SESSION = works("setsid") ? List.of("setsid") : List.of();

    private final List<String> prefix;

    Identity(List<String> prefix) {
        this.prefix = prefix;
    }

    static Identity suitable() {
        if (new UnixSystem().getUid() != 0) {
            return OURSELVES;
        }
        return Stream.of(OURSELVES_IN_A_USER_NAMESPACE, NOBODY)
                .filter(identity -> works(identity.prefix.toArray(String[]::new)))
                .findFirst()
                .orElseThrow(() ->
                        new DatabaseProblem(
                                "PostgreSQL refuses to run as root, and neither unshare nor"
                                        + " setpriv works here: start Moked as an ordinary"
                                        + " user."));
    }

    private static boolean works(String... prefix) {
        var command = new ArrayList<>(List.of(prefix));
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A program run as this identity, which sees none of our environment and so no secret. */
    ProcessBuilder program(List<String> command) {
        var whole = Stream.of(OWN_SESSION, prefix, command).flatMap(List::stream).toList();
        var builder = new ProcessBuilder(whole).redirectErrorStream(true);
        var path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        return builder;
    }

    /** Hands over a directory, and opens the way through its parent, where we are not its user. */
    void give(Path directory) throws IOException {
        if (this != NOBODY) {
            return;
        }
        refuseBarrier(directory.resolve("../..").normalize());
        for (var above : List.of(directory.resolve(".."), directory.resolve("../.."))) {
            Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwx--x--x"));
        }
        try (var all = Files.walk(directory)) {
            all.forEach(Identity::giveOne);
        }
    }

    private static void refuseBarrier(Path data) throws IOException {
        for (var above = data.getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(OTHERS_EXECUTE)) {
                throw new DatabaseProblem(
                        "PostgreSQL refuses to run as root and runs as nobody here, who may not pass through %s: choose a data directory elsewhere, or start Moked as an ordinary user."
                                .formatted(above));
            }
        }
    }

    private static void giveOne(Path path) {
        try {
            Files.setAttribute(path, "unix:uid", NOBODYS_ID);
            Files.setAttribute(path, "unix:gid", NOBODYS_ID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

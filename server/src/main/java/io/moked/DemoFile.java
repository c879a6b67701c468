package io.moked;

import io.moked.operations.DemoAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/** What {@code demo.json} says to scripts while the demo can be used. */
record DemoFile(
        String console,
        String api,
        String webhook,
        String verifyToken,
        String appSecret,
        String simulator,
        String mail,
        long pid,
        List<DemoAccess.Tenant> tenants,
        DemoAccess.SignIn operator) {

    private static final String NAME = "demo.json";

    /** Whole or not at all; gone when closed. */
    AutoCloseable write(Path directory, ObjectMapper json) throws IOException {
        var file = directory.resolve(NAME);
        var unfinished = directory.resolve("." + NAME);
        Files.write(unfinished, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        return () -> Files.deleteIfExists(file);
    }

    /** Left behind by a demo that was killed. */
    static void forget(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NAME));
    }
}

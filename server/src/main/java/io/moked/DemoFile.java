package io.moked;

import io.moked.kernel.Durable;
import io.moked.operations.DemoAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Whole or not at all, for our user alone; gone when closed. */
    AutoCloseable write(Path directory, ObjectMapper json) throws IOException {
        var file = directory.resolve(NAME);
        Durable.writePrivate(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(this));
        return () -> Files.deleteIfExists(file);
    }

    /** Left behind by a demo that was killed. */
    static void forget(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(NAME));
    }
}

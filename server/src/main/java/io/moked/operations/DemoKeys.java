package io.moked.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers how to get into a demo, beside its other secrets, so that a second start says the same.
 */
class DemoKeys {

    private final Path file;
    private final JsonMapper json;

    DemoKeys(Path data, JsonMapper json) {
        this.file = data.resolve("secrets").resolve("demo-access");
        this.json = json;
    }

    Optional<DemoAccess> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(json.readValue(Files.readAllBytes(file), DemoAccess.class))
                    : Optional.empty();
        } catch (IOException | JacksonException unreadable) {
            return Optional.empty();
        }
    }

    void write(DemoAccess access) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, json.writeValueAsBytes(access));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failure) {
            throw new UncheckedIOException("The demo's sign-ins cannot be kept", failure);
        }
    }

    /** One for everybody in a demo, of letters and digits that are easily told apart and typed. */
    String password() {
        var letters = "abcdefghjkmnpqrstuvwxyz23456789";
        var random = new SecureRandom();
        var password = new StringBuilder("moked-");
        for (int n = 0; n < 8; n++) {
            password.append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }

    /** The same number has the same token in every run, so the simulator can be told it anew. */
    String graphToken(String phoneNumberId) {
        var seed = ("demo-token/" + phoneNumberId).getBytes(StandardCharsets.UTF_8);
        return "EAAG"
                + UUID.nameUUIDFromBytes(seed).toString().replace("-", "").toUpperCase(Locale.ROOT);
    }
}

package io.moked.tenancy;

import io.moked.kernel.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The secrets of this installation. Each is given as {@code moked.secrets.<name>} (32 bytes in
 * base64), or made once and kept in the data directory, readable by its owner only.
 */
@Component
public class InstallationSecrets {

    private static final int BYTES = 32;

    private final Environment environment;
    private final Path directory;

    InstallationSecrets(Environment environment, @Value("${moked.data:.moked}") Path data) {
        this.environment = environment;
        this.directory = data.resolve("secrets");
    }

    /** 256 bits under this name, the same ones for as long as the installation lives. */
    public byte[] key(String name) {
        var given = environment.getProperty("moked.secrets." + name, "");
        var key = Base64.getDecoder().decode(given.isBlank() ? kept(name) : given.strip());
        if (key.length != BYTES) {
            throw new IllegalStateException(
                    "The secret '" + name + "' must be 32 bytes in base64, but has " + key.length);
        }
        return key;
    }

    private String kept(String name) {
        var file = directory.resolve(name);
        try {
            if (Files.notExists(file)) {
                keep(file);
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot keep a secret in " + file, unreadable);
        }
    }

    private void keep(Path file) throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(directory);
        Durable.writePrivate(file, Base64.getEncoder().encodeToString(bytes));
    }
}

package io.moked.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir Path directory;

    @Test
    void refusesADirectoryOfSomebodyElse() throws IOException {
        Files.writeString(directory.resolve("holiday.jpg"), "");

        assertThatThrownBy(() -> DataDirectory.open(directory))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("holds files that are not Moked's");
    }

    @Test
    void refusesAFile() throws IOException {
        var file = Files.writeString(directory.resolve("holiday.jpg"), "");

        assertThatThrownBy(() -> DataDirectory.open(file)).hasMessageContaining("is a file");
    }

    @Test
    void keepsASecretToItself() throws IOException {
        try (var data = DataDirectory.open(directory)) {
            var secret = data.secret("key");

            assertThat(secret).hasSizeGreaterThan(20).isEqualTo(data.secret("key"));
            assertThat(data.secret("other")).isNotEqualTo(secret);
            assertThat(Files.getPosixFilePermissions(directory.resolve("secrets/key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(directory))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }
}

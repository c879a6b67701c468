package io.moked.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class InstallationSecretsTest {

    @TempDir Path data;

    private InstallationSecrets secrets(MockEnvironment environment) {
        return new InstallationSecrets(environment, data);
    }

    @Test
    void aSecretIsMadeOnceForItsOwnerAlone() throws IOException {
        var made = secrets(new MockEnvironment()).key("root");
        assertThat(made).hasSize(32).isEqualTo(secrets(new MockEnvironment()).key("root"));
        assertThat(secrets(new MockEnvironment()).key("pepper")).isNotEqualTo(made);
        try (var files = Files.list(data.resolve("secrets"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("root", "pepper");
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("secrets/root")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSecretThatIsGivenCountsAndIsNotKept() {
        var given = Base64.getEncoder().encodeToString(new byte[32]);
        var environment = new MockEnvironment().withProperty("moked.secrets.root", given + "\n");
        assertThat(secrets(environment).key("root")).isEqualTo(new byte[32]);
        assertThat(data.resolve("secrets")).doesNotExist();
    }

    @Test
    void aSecretOfAnotherLengthIsRefusedWithoutBeingTold() {
        var environment = new MockEnvironment().withProperty("moked.secrets.root", "aHVzaA==");
        assertThatThrownBy(() -> secrets(environment).key("root"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("root")
                .hasMessageNotContaining("aHVzaA");
    }
}

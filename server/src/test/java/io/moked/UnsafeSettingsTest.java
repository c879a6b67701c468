package io.moked;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;

class UnsafeSettingsTest {

    private static void initialize(String... more) {
        var context = new GenericApplicationContext();
        TestPropertyValues.of("moked.meta.app-secret=a", "moked.meta.verify-token=b")
                .and(more)
                .applyTo(context);
        new UnsafeSettings().initialize(context);
    }

    @Test
    void asksForTheSecretsThatServersOfOneDatabaseShare() {
        var database = "moked.database.url=jdbc:postgresql://db.example/moked";
        assertThatThrownBy(() -> initialize(database))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MOKED_SECRETS_ROOT")
                .hasMessageContaining("MOKED_SECRETS_PEPPER");
        assertThatCode(() -> initialize(database, "moked.secrets.root=c", "moked.secrets.pepper=d"))
                .doesNotThrowAnyException();
    }

    @Test
    void asksForNoSharedSecretsWithAnEmbeddedDatabase() {
        assertThatCode(() -> initialize()).doesNotThrowAnyException();
    }
}

package io.moked;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class UnsafeSettingsTest {

    private static void initialize(String... more) {
        var environment =
                new MockEnvironment()
                        .withProperty("moked.meta.app-secret", "a")
                        .withProperty("moked.meta.verify-token", "b")
                        .withProperty("moked.public-url", "https://moked.example");
        for (var setting : more) {
            var parts = setting.split("=", 2);
            environment.setProperty(parts[0], parts[1]);
        }
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
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
    void asksForWhatProvesThatMetaDelivers() {
        assertThatThrownBy(() -> initialize("moked.meta.app-secret="))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MOKED_META_APP_SECRET");
        assertThatThrownBy(() -> initialize("moked.meta.verify-token= "))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MOKED_META_VERIFY_TOKEN");
    }

    @Test
    void asksForNoSharedSecretsWithAnEmbeddedDatabase() {
        assertThatCode(() -> initialize()).doesNotThrowAnyException();
    }

    @Test
    void asksWherePeopleFindTheConsoleAndThatNobodyListensOnTheWay() {
        assertThatThrownBy(() -> initialize("moked.public-url="))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MOKED_PUBLIC_URL is missing");
        for (var open : List.of("http://moked.example", "moked.example", "http://localhost.evil")) {
            assertThatThrownBy(() -> initialize("moked.public-url=" + open))
                    .hasMessageContaining("MOKED_PUBLIC_URL is not https");
        }
        for (var safe : List.of("https://moked.example/", "http://localhost:8080")) {
            assertThatCode(() -> initialize("moked.public-url=" + safe)).doesNotThrowAnyException();
        }
    }

    @Test
    void asksWhoWeAreToAStoreOfFiles() {
        assertThatThrownBy(() -> initialize("moked.media.s3.bucket=files"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MOKED_MEDIA_S3_ACCESS_KEY")
                .hasMessageContaining("MOKED_MEDIA_S3_SECRET_KEY");
    }

    @Test
    void asksWhereLettersComeFrom() {
        var mail = "moked.mail.host=mail.example";
        assertThatThrownBy(() -> initialize(mail))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("MOKED_MAIL_FROM");
        assertThatCode(() -> initialize(mail, "moked.mail.from=a@b.example"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesWhatWouldSilentlyHaveNoEffect() {
        for (var vain :
                List.of(
                        "server.forward-headers-strategy=framework",
                        "management.server.port=9000")) {
            assertThatThrownBy(() -> initialize(vain))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("would have no effect");
        }
        assertThatCode(() -> initialize("server.forward-headers-strategy=native"))
                .doesNotThrowAnyException();
    }

    @Test
    void sendsNoLinksForEverybodyToRead() {
        var open = "moked.mail.tls=off";
        var from = "moked.mail.from=a@b.example";
        assertThatThrownBy(() -> initialize("moked.mail.host=mail.example", open, from))
                .hasMessageContaining("MOKED_MAIL_TLS");
        assertThatCode(() -> initialize("moked.mail.host=localhost", open, from))
                .doesNotThrowAnyException();
    }
}

package io.moked;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses to serve with settings that leave a door open. */
final class UnsafeSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private record Required(String name, String sentence) {}

    private static final List<Required> SHARED_SECRETS =
            List.of(
                    new Required(
                            "moked.secrets.root",
                            "MOKED_SECRETS_ROOT is missing: it opens what is sealed in a database of"
                                    + " your own, so every server needs the same one, kept apart from"
                                    + " the data; make it with: openssl rand -base64 32. Servers that"
                                    + " share a database must share the directory media in MOKED_DATA"
                                    + " as well."),
                    new Required(
                            "moked.secrets.pepper",
                            "MOKED_SECRETS_PEPPER is missing: without the one they were made with no"
                                    + " password in a database of your own is right; make it with:"
                                    + " openssl rand -base64 32."));

    private static final List<Required> REQUIRED =
            List.of(
                    new Required(
                            "moked.meta.app-secret",
                            "MOKED_META_APP_SECRET is missing: without it nobody could tell Meta's"
                                    + " deliveries from forged ones; take it from the app's basic"
                                    + " settings at Meta."),
                    new Required(
                            "moked.meta.verify-token",
                            "MOKED_META_VERIFY_TOKEN is missing: choose a long random text and give"
                                    + " the same one to Meta when you subscribe the webhook."));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var isOwnDatabase = !environment.getProperty("moked.database.url", "").isBlank();
        var complaints =
                Stream.concat(
                                REQUIRED.stream(),
                                isOwnDatabase ? SHARED_SECRETS.stream() : Stream.empty())
                        .filter(required -> environment.getProperty(required.name, "").isBlank())
                        .map(Required::sentence)
                        .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new StartRefused(complaints);
        }
    }
}

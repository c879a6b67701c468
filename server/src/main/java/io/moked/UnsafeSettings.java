package io.moked;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses to serve with settings that leave a door open. */
final class UnsafeSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private record Required(String name, String sentence) {}

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
        var complaints =
                REQUIRED.stream()
                        .filter(required -> environment.getProperty(required.name, "").isBlank())
                        .map(Required::sentence)
                        .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new StartRefused(complaints);
        }
    }
}

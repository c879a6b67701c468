package io.moked;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses to serve with settings that leave a door open. */
final class UnsafeSettings
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, String> REQUIRED =
            Map.of(
                    "moked.meta.app-secret",
                    "MOKED_META_APP_SECRET is missing: without it nobody could tell Meta's"
                            + " deliveries from forged ones; take it from the app's basic settings"
                            + " at Meta.",
                    "moked.meta.verify-token",
                    "MOKED_META_VERIFY_TOKEN is missing: choose a long random text and give the"
                            + " same one to Meta when you subscribe the webhook.");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        REQUIRED.forEach((name, sentence) -> {
            if (context.getEnvironment().getProperty(name, "").isBlank()) {
                throw new StartRefused(sentence);
            }
        });
    }
}

package io.moked;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

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
                                    + " share a database must share a bucket or the directory media in"
                                    + " MOKED_DATA as well."),
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
                                    + " the same one to Meta when you subscribe the webhook."),
                    new Required(
                            "moked.public-url",
                            "MOKED_PUBLIC_URL is missing: it decides how cookies are protected and for"
                                    + " which site passkeys are; say where people reach the console,"
                                    + " such as https://moked.your.example."));

    private static final Required SENDER =
            new Required(
                    "moked.mail.from",
                    "MOKED_MAIL_FROM is missing: a mail server takes letters from somebody only;"
                            + " name the address they come from.");

    private static final List<Required> BUCKET =
            List.of(
                    new Required(
                            "moked.media.s3.access-key",
                            "MOKED_MEDIA_S3_ACCESS_KEY is missing: a store hands files to somebody"
                                    + " it knows only."),
                    new Required(
                            "moked.media.s3.secret-key",
                            "MOKED_MEDIA_S3_SECRET_KEY is missing: it proves to the store of files"
                                    + " who we are."));

    private static final String LETTERS_READ_ON_THE_WAY =
            "MOKED_MAIL_TLS is off: letters hold links that open accounts, and would go to another"
                    + " machine for everybody to read; use starttls or implicit.";

    private static final String READ_ON_THE_WAY =
            "MOKED_PUBLIC_URL is not https: whoever listens on the way could take sessions over;"
                    + " put a proxy with TLS in front. Only localhost does without.";

    private static final String WITHOUT_EFFECT =
            "SERVER_FORWARD_HEADERS_STRATEGY=framework and MANAGEMENT_SERVER_PORT would have no"
                    + " effect: which parts a server has was decided when it was built. Use the"
                    + " strategy native, and let the proxy keep /metrics and /health from outside.";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var isOwnDatabase = !environment.getProperty("moked.database.url", "").isBlank();
        var isMailing = !environment.getProperty("moked.mail.host", "").isBlank();
        var hasBucket = !environment.getProperty("moked.media.s3.bucket", "").isBlank();
        var complaints =
                Stream.of(
                                REQUIRED.stream(),
                                SHARED_SECRETS.stream().filter(it -> isOwnDatabase),
                                Stream.of(SENDER).filter(it -> isMailing),
                                BUCKET.stream().filter(it -> hasBucket))
                        .flatMap(it -> it)
                        .filter(required -> environment.getProperty(required.name, "").isBlank())
                        .map(Required::sentence);
        var all =
                Stream.of(
                                complaints,
                                Stream.of(READ_ON_THE_WAY).filter(it -> isOpen(environment)),
                                Stream.of(LETTERS_READ_ON_THE_WAY)
                                        .filter(it -> isMailOpen(environment)),
                                Stream.of(WITHOUT_EFFECT)
                                        .filter(it -> isWithoutEffect(environment)))
                        .flatMap(it -> it)
                        .collect(Collectors.joining("\n"));
        if (!all.isEmpty()) {
            throw new StartRefused(all);
        }
    }

    private static boolean isOpen(Environment environment) {
        var url = environment.getProperty("moked.public-url", "");
        return !url.isBlank()
                && !url.matches("https://.+|http://(localhost|127\\.0\\.0\\.1)(:\\d+)?/?");
    }

    private static boolean isWithoutEffect(Environment environment) {
        var strategy = environment.getProperty("server.forward-headers-strategy", "");
        return strategy.equalsIgnoreCase("framework")
                || environment.containsProperty("management.server.port");
    }

    private static boolean isMailOpen(Environment environment) {
        var host = environment.getProperty("moked.mail.host", "");
        return environment.getProperty("moked.mail.tls", "").equalsIgnoreCase("off")
                && !Set.of("", "localhost", "127.0.0.1").contains(host);
    }
}

package io.moked;

import io.moked.database.EmbeddedDatabase;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The server's rooms without its doors and workers, for a command that does one thing and ends;
 * also beside a server that is running. With settings that a server would refuse it would seal with
 * other keys and print links that lead elsewhere.
 */
final class Office {

    private Office() {}

    static ConfigurableApplicationContext open() {
        var application = new SpringApplication(MokedApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setRegisterShutdownHook(false);
        application.addInitializers(new UnsafeSettings(), Office::useRunningDatabase);
        return application.run();
    }

    private static void useRunningDatabase(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.getProperty("moked.database.url", "").isBlank()) {
            EmbeddedDatabase.running(Path.of(environment.getRequiredProperty("moked.data")))
                    .ifPresent(doors ->
                            ((GenericApplicationContext) context)
                                    .getBeanFactory()
                                    .registerSingleton("doors", doors));
        }
    }
}

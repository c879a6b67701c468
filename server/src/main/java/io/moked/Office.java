package io.moked;

import static org.springframework.context.support.AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME;

import io.moked.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The server's rooms without its doors and workers, for a command that does one thing and ends;
 * also beside a server that is running, whose tables it leaves as they are. With settings that a
 * server would refuse it would seal with other keys and print links that lead elsewhere.
 */
final class Office {

    private Office() {}

    /** Takes nothing up: no delivery, no reply, no letter, nothing that is cleared away in time. */
    private static final class NoLife extends DefaultLifecycleProcessor {

        NoLife(BeanFactory beans) {
            setBeanFactory(beans);
        }

        @Override
        public void onRefresh() {}
    }

    static ConfigurableApplicationContext open() {
        var application = new SpringApplication(MokedApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("moked.database.upgrade", "false"));
        application.addInitializers(
                new UnsafeSettings(), Office::startNothing, Office::useRunningDatabase);
        return application.run();
    }

    private static void startNothing(ConfigurableApplicationContext context) {
        var beans = context.getBeanFactory();
        beans.registerSingleton(LIFECYCLE_PROCESSOR_BEAN_NAME, new NoLife(beans));
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

package io.moked;

import io.moked.database.ThrowAwayDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context a database of its own. */
final class TestDatabaseInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var beans = context.getBeanFactory();
        beans.registerSingleton("doors", ThrowAwayDatabase.create());
        var data = ThrowAwayDatabase.directory();
        beans.registerSingleton("dataDirectory", data);
        TestPropertyValues.of("moked.data=" + data.path()).applyTo(context);
    }
}

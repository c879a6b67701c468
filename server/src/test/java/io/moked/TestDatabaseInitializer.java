package io.moked;

import io.moked.database.ThrowAwayDatabase;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context a database of its own, and a stub in the place of Meta. */
final class TestDatabaseInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var beans = context.getBeanFactory();
        beans.registerSingleton("doors", ThrowAwayDatabase.create());
        var data = ThrowAwayDatabase.directory();
        beans.registerSingleton("dataDirectory", data);
        TestPropertyValues.of(
                        "moked.data=" + data.path(),
                        "moked.meta.app-secret=" + Meta.SECRET,
                        "moked.meta.verify-token=" + Meta.TOKEN,
                        "moked.meta.graph=" + GraphStub.get().address(),
                        "moked.meta.files=" + GraphStub.get().address())
                .applyTo(context);
    }
}

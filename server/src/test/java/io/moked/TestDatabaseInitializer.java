package io.moked;

import io.moked.database.DataDirectory;
import io.moked.database.Doors;
import io.moked.database.ThrowAwayDatabase;
import io.moked.mail.Mailbox;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application context a database, a mailbox, and a stub for Meta. */
final class TestDatabaseInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Doors doors;
    private final DataDirectory data;

    /** A database of its own. */
    TestDatabaseInitializer() {
        this(ThrowAwayDatabase.create(), ThrowAwayDatabase.directory());
    }

    /** One that another context has, too. */
    TestDatabaseInitializer(Doors doors, DataDirectory data) {
        this.doors = doors;
        this.data = data;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("doors", doors);
        context.getBeanFactory().registerSingleton("dataDirectory", data);
        TestPropertyValues.of(
                        "moked.data=" + data.path(),
                        "moked.public-url="
                                + context.getEnvironment()
                                        .getProperty("test.public-url", "http://localhost:8080"),
                        "moked.meta.app-secret=" + Meta.SECRET,
                        "moked.meta.verify-token=" + Meta.TOKEN,
                        "moked.meta.graph=" + GraphStub.get().address(),
                        "moked.mail.host=localhost",
                        "moked.mail.port=" + Mailbox.port(),
                        "moked.mail.from=Moked <moked@moked.example>",
                        "moked.mail.tls=off",
                        "moked.meta.files=" + GraphStub.get().address())
                .applyTo(context);
    }
}

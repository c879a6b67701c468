package io.moked;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** The command that runs the server, configured by environment or file. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the server until it is told to stop.",
            "Configuration comes from the environment (MOKED_...) or config/application.yaml;",
            "without MOKED_DATABASE_URL the database is an embedded one under MOKED_DATA."
        })
final class Serve implements Callable<Integer> {

    @Override
    public Integer call() throws InterruptedException {
        var application = MokedApplication.prepared();
        application.addInitializers(new UnsafeSettings());
        application.run();
        new CountDownLatch(1).await();
        return 0;
    }
}

package io.moked;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that shows the whole product on this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Runs everything here: database, server, console, WhatsApp simulator, two businesses.")
final class Demo implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "port of the console")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".moked",
            description = "where everything is kept")
    private Path data = Path.of(".moked");

    @Option(names = "--fresh", description = "forget what an earlier demo kept")
    private boolean fresh;

    @Option(names = "--no-open", description = "leave the browser alone")
    private boolean noOpen;

    @Option(
            names = "--quiet",
            description = "nobody who writes, and nothing that is said or sent, by itself")
    private boolean quiet;

    @Option(
            names = "--simulator",
            paramLabel = "JAR",
            description = "the simulator's jar (beside this one, or where it was built)")
    private @Nullable Path simulator;

    @Override
    public Integer call() throws Exception {
        var ports = DemoPorts.from(port);
        var jar = SimulatorJar.find(simulator);
        try (var closing = new Closing()) {
            Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "stop"));
            var demo = DemoStage.in(data, fresh, ports, closing).open(jar);
            if (!quiet) {
                DemoCustoms.start(demo);
                DemoTraffic.start(demo.simulator());
            }
            new DemoGreeting(demo).print(System.out);
            if (!quiet) {
                DemoBroadcast.start(demo);
            }
            if (!noOpen) {
                Browser.open(demo.console());
            }
            new CountDownLatch(1).await();
        }
        return 0;
    }
}

package io.moked.simulator;

import io.moked.simulator.mail.Mailbox;
import io.moked.simulator.world.DataFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command that runs the simulator. */
@Command(
        name = "moked-simulator",
        mixinStandardHelpOptions = true,
        description =
                "Plays the WhatsApp Cloud API, a customer's phone and a mailbox on this machine.")
public final class Simulator implements Callable<Integer> {

    @Option(
            names = "--port",
            defaultValue = "8090",
            description = "Graph API and phone page (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--mail-port",
            defaultValue = "8025",
            description = "page of the mailbox (${DEFAULT-VALUE})")
    private int mailPort;

    @Option(
            names = "--smtp-port",
            defaultValue = "1025",
            description = "where mail goes (${DEFAULT-VALUE})")
    private int smtpPort;

    @Option(
            names = "--setup",
            paramLabel = "FILE",
            description = "who there is, as PUT /simulator/setup takes it")
    private @Nullable Path setup;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where chats and files are kept (nowhere)")
    private @Nullable Path data;

    @Option(names = "--stop-with-stdin", description = "stop when standard input ends")
    private boolean stopWithStdin;

    public static void main(String[] arguments) {
        // The JDK's server would otherwise hold small answers back for the client's
        // acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("java.awt.headless", "true");
        System.exit(
                new CommandLine(new Simulator())
                        .setExecutionExceptionHandler(Simulator::complain)
                        .execute(arguments));
    }

    private static int complain(Exception failure, CommandLine line, ParseResult parsed)
            throws Exception {
        if (failure instanceof IOException reason) {
            line.getErr().println("The simulator cannot start: " + reason.getMessage());
            return 1;
        }
        throw failure;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Stage stage = Stage.open(port, data == null ? DataFolder.temporary() : DataFolder.at(data));
        Mailbox mailbox = Mailbox.open(mailPort, smtpPort);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(stage, mailbox)));
        if (setup != null) {
            stage.setUp(setup);
        }
        System.out.println(
                "Simulator ready on " + stage.address() + ", mailbox on " + mailbox.address());
        waitForTheEnd();
        return 0;
    }

    private void waitForTheEnd() throws IOException, InterruptedException {
        if (stopWithStdin) {
            System.in.transferTo(OutputStream.nullOutputStream());
        } else {
            new CountDownLatch(1).await();
        }
    }

    private static void close(Stage stage, Mailbox mailbox) {
        mailbox.close();
        try {
            stage.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

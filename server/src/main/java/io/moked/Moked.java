package io.moked;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: picks the command and runs it. */
@Command(
        name = "moked",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A multi-tenant WhatsApp contact center.",
        subcommands = {
            Serve.class,
            Demo.class,
            TenantCommand.class,
            PeopleCommands.Operator.class,
            PeopleCommands.Users.class
        })
public final class Moked {

    private Moked() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Moked())
                .setExecutionExceptionHandler(
                        (failure, line, parsed) -> Complaint.about(failure).print(line.getErr()));
    }
}

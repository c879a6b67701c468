package io.moked;

import io.moked.access.Passwords;
import io.moked.access.User;
import io.moked.invitation.PasswordResets;
import io.moked.kernel.NotFound;
import io.moked.operations.Businesses;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about people. */
final class PeopleCommands {

    private PeopleCommands() {}

    @Command(
            name = "operator",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Lets people in who run the platform.",
            subcommands = AddOperator.class)
    static final class Operator {}

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description = "Adds an operator and prints the link on which they begin.")
    static final class AddOperator implements Callable<Integer> {

        @Spec private @Nullable CommandSpec spec;

        @Option(names = "--name", required = true, description = "what they are called")
        private String name = "";

        @Option(names = "--email", required = true, description = "their address")
        private String email = "";

        @Option(names = "--language", defaultValue = "en", description = "en or he")
        private String language = "en";

        @Override
        public Integer call() {
            Said.mustMatch(spec, "--name", name, User.NAME);
            Said.mustMatch(spec, "--email", email, User.EMAIL);
            Said.mustMatch(spec, "--language", language, User.LANGUAGE);
            try (var office = Office.open()) {
                var invitation =
                        office.getBean(Businesses.class)
                                .addOperator(name.strip(), email.strip(), language);
                Said.invitation(spec, invitation);
            }
            return 0;
        }
    }

    @Command(
            name = "user",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description = "Helps people who cannot sign in.",
            subcommands = ResetLink.class)
    static final class Users {}

    @Command(
            name = "reset-link",
            mixinStandardHelpOptions = true,
            description = "Prints a link for a new password, good once and for an hour.")
    static final class ResetLink implements Callable<Integer> {

        @Spec private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "EMAIL")
        private String email = "";

        @Override
        public Integer call() {
            try (var office = Office.open()) {
                var owners = office.getBean(Passwords.class).owners(email.strip());
                if (owners.isEmpty()) {
                    throw new NotFound();
                }
                var resets = office.getBean(PasswordResets.class);
                owners.forEach(owner ->
                        Said.line(spec, "%s  %s", owner.tenant().value(), resets.link(owner)));
            }
            return 0;
        }
    }
}

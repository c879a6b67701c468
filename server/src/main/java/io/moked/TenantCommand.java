package io.moked;

import io.moked.access.User;
import io.moked.kernel.Page;
import io.moked.operations.Businesses;
import io.moked.operations.Businesses.NewBusiness;
import io.moked.operations.Census;
import io.moked.tenancy.Tenant.State;
import io.moked.tenancy.TenantId;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about businesses. */
@Command(
        name = "tenant",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Founds businesses and turns their subscriptions off and on.",
            "Needs the same configuration as serve, which may be running meanwhile."
        },
        subcommands = TenantCommand.Create.class)
final class TenantCommand {

    @Spec private @Nullable CommandSpec spec;

    @Command(
            name = "create",
            mixinStandardHelpOptions = true,
            description =
                    "Founds a business and prints the link on which its administrator begins.")
    static final class Create implements Callable<Integer> {

        @Spec private @Nullable CommandSpec spec;

        @Option(names = "--name", required = true, description = "what the business is called")
        private String name = "";

        @Option(names = "--language", defaultValue = "en", description = "en or he")
        private String language = "en";

        @Option(names = "--admin-name", required = true, description = "its first administrator")
        private String adminName = "";

        @Option(names = "--admin-email", required = true, description = "and their address")
        private String adminEmail = "";

        @Override
        public Integer call() {
            Said.mustMatch(spec, "--name", name, User.NAME);
            Said.mustMatch(spec, "--language", language, User.LANGUAGE);
            Said.mustMatch(spec, "--admin-name", adminName, User.NAME);
            Said.mustMatch(spec, "--admin-email", adminEmail, User.EMAIL);
            try (var office = Office.open()) {
                var wanted =
                        new NewBusiness(
                                name.strip(), language, adminName.strip(), adminEmail.strip());
                var founded = office.getBean(Businesses.class).found(wanted, null);
                Said.line(spec, "tenant      " + founded.business().id().value());
                Said.invitation(spec, founded.invitation());
            }
            return 0;
        }
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists businesses in numbers.")
    int list() {
        try (var office = Office.open()) {
            var census = office.getBean(Census.class);
            Said.line(
                    spec,
                    "%-36s %-9s %5s %8s %6s %6s  %s",
                    "id",
                    "state",
                    "users",
                    "channels",
                    "open",
                    "today",
                    "name");
            String cursor = null;
            do {
                var slice = census.list(Page.of(cursor, null));
                slice.items()
                        .forEach(it ->
                                Said.line(
                                        spec,
                                        "%-36s %-9s %5d %8d %6d %6d  %s",
                                        it.business().id().value(),
                                        it.business().state().word(),
                                        it.users().active(),
                                        it.channels(),
                                        it.openConversations(),
                                        it.messagesToday(),
                                        it.business().name()));
                cursor = slice.next();
            } while (cursor != null);
        }
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Lets nobody in; what contacts write is kept.")
    int suspend(@Parameters(paramLabel = "ID") UUID id) {
        return turn(id, State.SUSPENDED);
    }

    @Command(mixinStandardHelpOptions = true, description = "Lets a business in again.")
    int resume(@Parameters(paramLabel = "ID") UUID id) {
        return turn(id, State.ACTIVE);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Ends a subscription; no more messages are taken.")
    int end(@Parameters(paramLabel = "ID") UUID id) {
        return turn(id, State.ENDED);
    }

    private int turn(UUID id, State state) {
        try (var office = Office.open()) {
            var business = office.getBean(Businesses.class).turn(new TenantId(id), state, null);
            Said.line(spec, "%s is %s", business.name(), business.state().word());
        }
        return 0;
    }
}

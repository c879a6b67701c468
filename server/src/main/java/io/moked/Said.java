package io.moked;

import io.moked.invitation.Invitations.Invitation;
import io.moked.mail.Letters;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What commands about people and businesses take and print. */
final class Said {

    private Said() {}

    static void mustMatch(@Nullable CommandSpec spec, String option, String value, String pattern) {
        if (!Pattern.matches(pattern, value)) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    option + " cannot be '" + value + "'.");
        }
    }

    static void line(@Nullable CommandSpec spec, String format, Object... values) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(values.length == 0 ? format : format.formatted(values));
        out.flush();
    }

    /** The link is told here once, and kept nowhere. */
    static void invitation(@Nullable CommandSpec spec, Invitation invitation) {
        line(spec, "link        %s", String.valueOf(invitation.address()));
        line(spec, "good until  %s", invitation.expiresAt());
        line(
                spec,
                "mail        %s",
                invitation.mail() == Letters.State.NOT_SET_UP
                        ? "no mail server is set up: hand the link over yourself"
                        : "goes out as soon as a server runs");
    }
}

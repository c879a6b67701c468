package io.moked;

import io.moked.operations.DemoAccess;
import java.io.PrintStream;
import java.util.Locale;

/** What the person who started the demo reads. */
record DemoGreeting(DemoFile demo) {

    void print(PrintStream out) {
        out.println();
        out.println("  Moked is ready.");
        out.println();
        line(out, "console", demo.console());
        line(out, "customer's phone", demo.simulator());
        line(out, "mailbox", demo.mail());
        demo.tenants().forEach(tenant -> print(out, tenant));
        out.println();
        out.println("  Operator");
        line(out, demo.operator().email(), demo.operator().password());
        out.println();
        out.println("  Ctrl-C stops everything; the next start finds its data again.");
        out.println();
    }

    private static void print(PrintStream out, DemoAccess.Tenant tenant) {
        var language = Locale.of(tenant.language()).getDisplayLanguage(Locale.ENGLISH);
        out.println();
        out.println("  " + tenant.name() + " (" + language + ")");
        tenant.users()
                .forEach(user -> line(out, user.email(), user.password() + "   " + user.role()));
    }

    private static void line(PrintStream out, String left, String right) {
        out.printf("    %-32s %s%n", left, right);
    }
}

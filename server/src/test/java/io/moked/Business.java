package io.moked;

import io.moked.access.ApiTokens;
import io.moked.access.Credential;
import io.moked.access.Role;
import io.moked.access.Session;
import io.moked.access.Sessions;
import io.moked.access.User;
import io.moked.access.Users;
import io.moked.channel.Channel;
import io.moked.channel.Channels;
import io.moked.factor.Factor;
import io.moked.routing.Departments;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.net.InetAddress;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A tenant of a test: with a number, people, and tokens that call the API in their names. */
public record Business(
        Tenant tenant,
        String phoneNumberId,
        UUID channel,
        UUID department,
        Member agent,
        Member colleague,
        Member manager,
        Member administrator) {

    public static final String PASSWORD = "a long enough password";

    /** Someone who works there. */
    public record Member(User user, String token) {

        public UUID id() {
            return user.id().value();
        }
    }

    public static Business create(ApplicationContext server) {
        var tenants = server.getBean(Tenants.class);
        var tenant = tenants.create("Test & Co", "en", Tenant.Kind.BUSINESS);
        return TenantScope.call(tenant.id(), () -> furnish(server, tenant));
    }

    private static Business furnish(ApplicationContext server, Tenant tenant) {
        var number = newNumber();
        var channel = connect(server, number);
        var department = server.getBean(Departments.class).addStandard("General");
        return new Business(
                tenant,
                number,
                channel.id().value(),
                department.id(),
                member(server, "Ann Agent", Role.AGENT),
                member(server, "Carl Colleague", Role.AGENT),
                member(server, "Mia Manager", Role.MANAGER),
                member(server, "Ada Administrator", Role.ADMINISTRATOR));
    }

    /** Somebody who runs the platform. */
    public static Member operator(ApplicationContext server) {
        var platform = server.getBean(Tenants.class).platformOrNew("en");
        return TenantScope.call(platform.id(), () -> member(server, "Otto", Role.OPERATOR));
    }

    /** One more number, in another lane. */
    public String connectAnother(ApplicationContext server) {
        var number = newNumber();
        TenantScope.call(tenant.id(), () -> connect(server, number));
        return number;
    }

    /** One more department, where nothing is yet. */
    public UUID addDepartment(ApplicationContext server) {
        var id = UUID.randomUUID();
        TenantScope.run(
                tenant.id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        """
                                                        insert into routing.department (tenant_id, id, name, is_standard)
                                                        values (tenancy.current_tenant(), :id, 'Sales', false)
                                                        """)
                                                .param("id", id)
                                                .update()));
        return id;
    }

    private static Channel connect(ApplicationContext server, String number) {
        return server.getBean(Channels.class)
                .connect(new Channels.NewChannel("Main", number, "+1 555 000", "token", null));
    }

    private static String newNumber() {
        return Long.toString(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1L << 50));
    }

    /** The secret of a session somebody opens now, and needs no sign-in for. */
    public static String session(ApplicationContext server, Member member) {
        return session(server, member, Credential.Standing.COMPLETE);
    }

    public static String session(
            ApplicationContext server, Member member, Credential.Standing standing) {
        var origin = new Session.Origin("Chrome", "Linux", InetAddress.getLoopbackAddress());
        var user = member.user().id();
        return server.getBean(Sessions.class).open(user, Factor.PASSWORD, standing, origin);
    }

    public static Member member(ApplicationContext server, String name, Role role) {
        var email = UUID.randomUUID() + "@test.example";
        var user = server.getBean(Users.class).create(name, email, "en", role, PASSWORD);
        return new Member(user, server.getBean(ApiTokens.class).issue(user.id(), "test").secret());
    }
}

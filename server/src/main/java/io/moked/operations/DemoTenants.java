package io.moked.operations;

import io.moked.access.ApiTokens;
import io.moked.access.Role;
import io.moked.access.User;
import io.moked.access.Users;
import io.moked.channel.Channels;
import io.moked.egress.EgressGate;
import io.moked.hours.Hours;
import io.moked.operations.DemoAccess.Person;
import io.moked.operations.DemoAccess.SignIn;
import io.moked.routing.Departments;
import io.moked.routing.Skills;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Makes the businesses a demo shows, or finds those an earlier demo made. */
public class DemoTenants {

    private final DemoKeys keys;
    private final DemoSimulator simulator;
    private final Tenants tenants;
    private final Users users;
    private final ApiTokens tokens;
    private final Channels channels;
    private final Departments departments;
    private final Hours hours;
    private final Skills skills;
    private final DemoPromises promises;

    /**
     * In this server, which works with settings of a demo. Not one of its beans: which of those
     * there are has been decided when the product was built.
     */
    public DemoTenants(ApplicationContext server) {
        var settings = server.getEnvironment();
        var json = server.getBean(JsonMapper.class);
        this.keys = new DemoKeys(Path.of(settings.getRequiredProperty("moked.data")), json);
        this.simulator = new DemoSimulator(server.getBean(EgressGate.class), json, keys, settings);
        this.tenants = server.getBean(Tenants.class);
        this.users = server.getBean(Users.class);
        this.tokens = server.getBean(ApiTokens.class);
        this.channels = server.getBean(Channels.class);
        this.departments = server.getBean(Departments.class);
        this.hours = server.getBean(Hours.class);
        this.skills = server.getBean(Skills.class);
        this.promises = new DemoPromises(server);
    }

    public DemoAccess prepare() {
        var earlier = keys.read().filter(this::stillStands);
        var access = earlier.orElseGet(this::make);
        keys.write(access);
        simulator.setUp(access);
        if (earlier.isEmpty()) {
            simulator.openingLines(access);
        }
        return access;
    }

    private boolean stillStands(DemoAccess access) {
        return access.tenants().stream()
                .allMatch(it -> tenants.find(new TenantId(UUID.fromString(it.id()))).isPresent());
    }

    private DemoAccess make() {
        var password = keys.password();
        var businesses = DemoCast.BUSINESSES.stream().map(it -> make(it, password)).toList();
        var platform = tenants.platformOrNew("en");
        var operator = DemoCast.OPERATOR;
        TenantScope.run(platform.id(), () -> add(operator, password));
        return new DemoAccess(businesses, new SignIn(operator.email(), password));
    }

    private DemoAccess.Tenant make(DemoCast.Business business, String password) {
        var tenant = tenants.create(business.name(), business.language(), Tenant.Kind.BUSINESS);
        return TenantScope.call(
                tenant.id(),
                () -> {
                    var department = departments.addStandard(business.department()).id();
                    var people = business.people().stream().map(it -> add(it, password)).toList();
                    var administrator =
                            people.stream()
                                    .filter(it -> it.role() == Role.ADMINISTRATOR)
                                    .findFirst()
                                    .orElseThrow();
                    var calendar = hours.add(DemoHours.of(business), administrator.id());
                    promises.make(department, calendar.id(), administrator.id());
                    new DemoSkills(skills).teach(business, people, administrator.id());
                    return new DemoAccess.Tenant(
                            tenant.id().value().toString(),
                            business.name(),
                            business.language(),
                            business.accountId(),
                            tokens.issue(administrator.id(), "demo").secret(),
                            List.of(connect(business)),
                            people.stream().map(it -> person(it, password)).toList());
                });
    }

    private DemoAccess.Channel connect(DemoCast.Business business) {
        var channel =
                channels.connect(
                        new Channels.NewChannel(
                                business.name(),
                                business.phoneNumberId(),
                                business.displayPhone(),
                                keys.graphToken(business.phoneNumberId()),
                                business.accountId()));
        return new DemoAccess.Channel(
                channel.id().value().toString(), channel.externalId(), channel.address());
    }

    private User add(DemoCast.Part part, String password) {
        return users.create(part.name(), part.email(), part.language(), part.role(), password);
    }

    private static Person person(User user, String password) {
        return new Person(
                user.email(),
                password,
                Objects.requireNonNull(user.role()).word(),
                user.language());
    }
}

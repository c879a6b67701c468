package io.moked.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Business;
import io.moked.MokedTest;
import io.moked.Routes;
import io.moked.Routes.Route;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.Role;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Each role may call what this table says, and nothing else. */
@MokedTest
class AccessMatrixTest {

    static final Map<String, Set<Role>> MATRIX =
            matrix(Path.of("src/test/resources/who-may-do-what.txt"));

    private static final Set<Permission> OF_PEOPLE_ONLY =
            Set.of(Permission.OWN_SESSION, Permission.OWN_PROOFS, Permission.OWN_SECURITY);

    @LocalServerPort int port;
    @Autowired ApplicationContext server;

    private final Map<Role, Business.Member> people = new EnumMap<>(Role.class);
    private TenantId tenant;
    private Doors doors;

    @BeforeEach
    void hireEveryRole() throws IOException {
        var twin = Twin.create(server, port);
        tenant = twin.business().tenant().id();
        doors = new Doors(twin, port);
        TenantScope.run(
                tenant,
                () -> {
                    for (var role : Role.values()) {
                        people.put(role, Business.member(server, role.word(), role));
                    }
                });
    }

    @Test
    void knowsEveryRoute() {
        assertThat(Routes.of(server).ours())
                .extracting(Route::words)
                .containsExactlyInAnyOrderElementsOf(MATRIX.keySet());
    }

    /** Whoever may read finds what is there. */
    @Test
    void letsInWhoMayAndNobodyElse() {
        for (var route : doors.all()) {
            for (var role : Role.values()) {
                assertThat(doors.knock(route, session(role)))
                        .as("%s as %s", route.words(), role.word())
                        .isEqualTo(outcome(MATRIX.get(route.words()).contains(role)));
            }
        }
    }

    @Test
    void knowsNobodyWithoutASession() {
        for (var route : doors.all()) {
            assertThat(doors.knock(route, "nobody")).as(route.words()).isEqualTo("401");
        }
    }

    /** A program does what its user may, but decides nothing about how its user signs in. */
    @Test
    void letsProgramsInWherePeopleAreExceptToWhatProvesThem() {
        for (var route : doors.all()) {
            for (var role : Role.values()) {
                boolean isLetIn =
                        MATRIX.get(route.words()).contains(role)
                                && !isOfPeopleOnly(route.requires().orElseThrow());
                assertThat(doors.knock(route, people.get(role).token()))
                        .as("%s as a program of %s", route.words(), role.word())
                        .isEqualTo(outcome(isLetIn));
            }
        }
    }

    private static String outcome(boolean isLetIn) {
        return isLetIn ? Doors.LET_IN : Doors.REFUSED;
    }

    private static boolean isOfPeopleOnly(Requires needed) {
        return needed.inPerson() || OF_PEOPLE_ONLY.contains(needed.value());
    }

    /** A new one for each request, because some end it. */
    private String session(Role role) {
        return TenantScope.call(tenant, () -> Business.session(server, people.get(role)));
    }

    private static Map<String, Set<Role>> matrix(Path table) {
        return lines(table).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" +"))
                .collect(
                        Collectors.toMap(
                                it -> it[0] + " " + it[1],
                                it ->
                                        Stream.of(it)
                                                .skip(2)
                                                .map(String::toUpperCase)
                                                .map(Role::valueOf)
                                                .collect(Collectors.toSet())));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

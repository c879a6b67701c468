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
import java.util.EnumMap;
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
            matrix(
                    """
                    GET    /api/v1/api-tokens                                       administrator
                    POST   /api/v1/api-tokens                                       administrator
                    DELETE /api/v1/api-tokens/{id}                                  administrator
                    GET    /api/v1/audit-entries                                    manager administrator operator
                    GET    /api/v1/audit-entries/export                             administrator operator
                    GET    /api/v1/channels                                         agent manager administrator
                    POST   /api/v1/channels                                         administrator
                    POST   /api/v1/channels/checks                                  administrator
                    GET    /api/v1/channels/signup                                  administrator
                    POST   /api/v1/channels/signup/grants                           administrator
                    DELETE /api/v1/channels/{id}                                    administrator
                    POST   /api/v1/channels/{id}/codes                              administrator
                    POST   /api/v1/channels/{id}/codes/proof                        administrator
                    PUT    /api/v1/channels/{id}/name                               administrator
                    PUT    /api/v1/channels/{id}/pin                                administrator
                    GET    /api/v1/channels/{id}/profile                            administrator
                    PUT    /api/v1/channels/{id}/profile                            administrator
                    POST   /api/v1/channels/{id}/registration                       administrator
                    PUT    /api/v1/channels/{id}/token                              administrator
                    GET    /api/v1/channels/{id}/check                              administrator
                    GET    /api/v1/channels/{id}/news                               administrator
                    GET    /api/v1/contacts                                         agent manager administrator
                    GET    /api/v1/contacts/{id}                                    agent manager administrator
                    GET    /api/v1/contacts/{id}/consent                            agent manager administrator
                    PATCH  /api/v1/contacts/{id}                                    agent manager administrator
                    PUT    /api/v1/contacts/{id}/merge                              administrator
                    DELETE /api/v1/contacts/{id}/merge                              administrator
                    GET    /api/v1/contact-labels                                   agent manager administrator
                    GET    /api/v1/conversations                                    agent manager administrator
                    GET    /api/v1/conversations/counts                             agent manager administrator
                    GET    /api/v1/conversations/{id}                               agent manager administrator
                    DELETE /api/v1/conversations/{id}/assignment                    agent manager administrator
                    PUT    /api/v1/conversations/{id}/assignment                    agent manager administrator
                    PUT    /api/v1/conversations/{id}/labels                        agent manager administrator
                    GET    /api/v1/conversations/{id}/messages                      agent manager administrator
                    POST   /api/v1/conversations/{id}/messages/{messageId}/retries  agent manager administrator
                    POST   /api/v1/conversations/{id}/notes                         agent manager administrator
                    PUT    /api/v1/conversations/{id}/read-mark                     agent manager administrator
                    PUT    /api/v1/conversations/{id}/typing                        agent manager administrator
                    POST   /api/v1/conversations/{id}/replies                       agent manager administrator
                    DELETE /api/v1/conversations/{id}/resolution                    agent manager administrator
                    POST   /api/v1/conversations/{id}/resolution                    agent manager administrator
                    GET    /api/v1/conversations/{id}/timeline                      agent manager administrator
                    GET    /api/v1/dead-letters                                     operator
                    DELETE /api/v1/dead-letters/{id}                                operator
                    POST   /api/v1/dead-letters/{id}/replays                        operator
                    GET    /api/v1/departments                                      agent manager administrator
                    POST   /api/v1/departments/{id}/next-assignment                 agent manager administrator
                    GET    /api/v1/events                                           agent manager administrator
                    GET    /api/v1/limits                                           agent manager administrator
                    GET    /api/v1/address-changes                                  administrator operator
                    GET    /api/v1/invitations                                      administrator operator
                    GET    /api/v1/labels                                           agent manager administrator
                    GET    /api/v1/me                                               agent manager administrator operator
                    PATCH  /api/v1/me                                               agent manager administrator operator
                    POST   /api/v1/media                                            agent manager administrator
                    GET    /api/v1/media/{id}                                       agent manager administrator
                    GET    /api/v1/media/{id}/preview                               agent manager administrator
                    POST   /api/v1/media/{id}/retries                               agent manager administrator
                    GET    /api/v1/meta-apps                                        administrator
                    POST   /api/v1/meta-apps                                        administrator
                    DELETE /api/v1/meta-apps/{id}                                   administrator
                    POST   /api/v1/meta-apps/{id}/secrets                           administrator
                    DELETE /api/v1/meta-apps/{id}/secrets/new                       administrator
                    DELETE /api/v1/meta-apps/{id}/secrets/old                       administrator
                    GET    /api/v1/openapi.json
                    GET    /api/v1/operations                                       operator
                    GET    /api/v1/read-receipts                                    administrator
                    PUT    /api/v1/read-receipts                                    administrator
                    GET    /api/v1/roles                                            agent manager administrator operator
                    POST   /api/v1/roles                                            administrator
                    DELETE /api/v1/roles/{id}                                       administrator
                    PATCH  /api/v1/roles/{id}                                       administrator
                    GET    /api/v1/password-link
                    PUT    /api/v1/password-link/address
                    PUT    /api/v1/password-link/password
                    POST   /api/v1/password-resets
                    GET    /api/v1/templates                                        agent manager administrator
                    POST   /api/v1/templates                                        administrator
                    GET    /api/v1/templates/accounts                               administrator
                    GET    /api/v1/templates/languages                              agent manager administrator
                    POST   /api/v1/templates/syncs                                  administrator
                    DELETE /api/v1/templates/{id}                                   administrator
                    GET    /api/v1/templates/{id}                                   agent manager administrator
                    PUT    /api/v1/templates/{id}                                   administrator
                    GET    /api/v1/tenants                                          operator
                    POST   /api/v1/tenants                                          operator
                    PUT    /api/v1/tenants/{id}/state                               operator
                    POST   /api/v1/users                                            administrator operator
                    POST   /api/v1/users/{id}/invitation                            administrator operator
                    GET    /api/v1/users                                            agent manager administrator operator
                    GET    /api/v1/users/{id}                                       administrator operator
                    PATCH  /api/v1/users/{id}                                       administrator operator
                    DELETE /api/v1/users/{id}/deactivation                          administrator operator
                    PUT    /api/v1/users/{id}/deactivation                          administrator operator
                    POST   /api/v1/me/one-time-code                                 agent manager administrator operator
                    PUT    /api/v1/me/one-time-code                                 agent manager administrator operator
                    DELETE /api/v1/me/one-time-code                                 agent manager administrator operator
                    POST   /api/v1/me/passkey-challenge                             agent manager administrator operator
                    POST   /api/v1/me/passkeys                                      agent manager administrator operator
                    PATCH  /api/v1/me/passkeys/{id}                                 agent manager administrator operator
                    DELETE /api/v1/me/passkeys/{id}                                 agent manager administrator operator
                    PUT    /api/v1/me/password                                      agent manager administrator operator
                    POST   /api/v1/me/recovery-codes                                agent manager administrator operator
                    GET    /api/v1/me/security                                      agent manager administrator operator
                    GET    /api/v1/me/sessions                                      agent manager administrator operator
                    DELETE /api/v1/me/sessions                                      agent manager administrator operator
                    DELETE /api/v1/me/sessions/{id}                                 agent manager administrator operator
                    GET    /api/v1/security-policy                                  administrator operator
                    PUT    /api/v1/security-policy                                  administrator operator
                    GET    /api/v1/segments                                         manager administrator
                    POST   /api/v1/segments                                         manager administrator
                    PATCH  /api/v1/segments/{id}                                    manager administrator
                    DELETE /api/v1/segments/{id}                                    manager administrator
                    GET    /api/v1/segments/{id}/sample                             manager administrator
                    GET    /api/v1/session                                          agent manager administrator operator
                    DELETE /api/v1/session                                          agent manager administrator operator
                    POST   /api/v1/session
                    POST   /api/v1/session/confirmation                             agent manager administrator operator
                    POST   /api/v1/session/factor-challenge                         agent manager administrator operator
                    POST   /api/v1/session/passkey
                    POST   /api/v1/session/passkey-challenge
                    POST   /api/v1/session/second-factor                            agent manager administrator operator
                    GET    /api/v1/timed-work                                       operator
                    GET    /api/v1/unread-changes                                   operator
                    DELETE /api/v1/users/{id}/second-factors                        administrator operator
                    DELETE /api/v1/users/{id}/sessions                              administrator operator
                    """);

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

    private static Map<String, Set<Role>> matrix(String table) {
        return table.lines()
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
}

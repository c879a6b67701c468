package io.moked.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.MokedTest;
import io.moked.Routes;
import io.moked.Routes.Route;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestBody;

/** An id of another tenant in a body is, for us, the same as one of nothing. */
@MokedTest
class TenantTwinBodiesTest {

    /** What people write, choose or show; everything else in a body names something by its id. */
    private static final Set<String> WORDS = Routes.listed("words-in-bodies.txt");

    @LocalServerPort int port;
    @Autowired ApplicationContext server;

    private final Map<String, Body> bodies = new HashMap<>();
    private Twin ours;
    private Twin theirs;

    /** Of what an id is, and a body that is right but for it. */
    private record Body(String things, Function<UUID, Object> with) {}

    @BeforeEach
    void createTwins() throws IOException {
        ours = Twin.create(server, port);
        theirs = Twin.create(server, port);
        var conversation = "/api/v1/conversations/{id}";
        var agent = ours.business().agent().id();
        var assignment = "PUT " + conversation + "/assignment ";
        list(assignment + "assigneeId", "users", id -> Map.of("assigneeId", id));
        list(assignment + "expected", "users", id -> Map.of("assigneeId", agent, "expected", id));
        list("POST /api/v1/channels appId", "meta-apps", Bodies::number);
        list(
                "PUT /api/v1/channels/{id}/app appId",
                "meta-apps",
                id -> Map.of("appId", id, "token", "t"));
        list(
                "PUT /api/v1/departments/{id}/members agentIds",
                "agents",
                id -> Map.of("agentIds", List.of(id)));
        list("PUT /api/v1/agents/{id}/skills skills.skillId", "skills", Bodies::skills);
        list("PUT /api/v1/me/availability reasonId", "break-reasons", Bodies::onBreak);
        list("PUT /api/v1/agents/{id}/availability reasonId", "break-reasons", Bodies::onBreak);
        list("PUT " + conversation + "/routing required.skillId", "skills", Bodies::required);
        list("PUT " + conversation + "/routing preferred.skillId", "skills", Bodies::preferred);
        list("PUT /api/v1/contacts/{id}/merge into", "contacts", id -> Map.of("into", id));
        list("POST " + conversation + "/replies content.mediaId", "media", Bodies::reply);
        list(
                "POST " + conversation + "/replies content.offer.header.mediaId",
                "media",
                Bodies::menu);
        list(
                "POST " + conversation + "/replies content.offer.cards.mediaId",
                "media",
                Bodies::cards);
        list("POST " + conversation + "/replies content.templateId", "templates", Bodies::template);
        list("POST " + conversation + "/replies replyTo", "messages", Bodies::answer);
        listRights();
        listBroadcasts();
        RuleBodies.list(this::list);
        CannedBodies.list(this::list);
    }

    private void listRights() {
        list(
                "POST /api/v1/conversations/{id}/resolution dispositionId",
                "dispositions",
                id -> Map.of("dispositionId", id));
        list(
                "PUT /api/v1/dispositions/order ids",
                "dispositions",
                id -> Map.of("ids", List.of(id)));
        Bodies.TO_AGENTS.forEach(it -> list(it, "users", id -> Map.of("agentId", id)));
        Bodies.TO_LINES.forEach(it -> list(it, "department", id -> Map.of("departmentId", id)));
        List.of("/office-hours", "/departments/{id}/hours")
                .forEach(
                        it -> list("PUT /api/v1" + it + " calendarId", "calendars", Bodies::hours));
        list("PUT /api/v1/departments/{id} overflowTo", "department", Bodies::overflow);
        var simulation = "POST /api/v1/routing/simulations ";
        list(simulation + "departments.departmentId", "department", Bodies::simulation);
        list(simulation + "teams.departmentIds", "department", id -> Bodies.team(ours, id));
        Bodies.REPLAYS.forEach(
                (field, with) -> list("POST /api/v1/routing/replays " + field, "department", with));
        list(
                "PATCH /api/v1/users/{id} roles.role",
                "roles",
                id -> Map.of("roles", List.of(Map.of("role", id))));
        list(
                "PATCH /api/v1/users/{id} roles.departments",
                "department",
                id -> Map.of("roles", List.of(Bodies.inDepartment(id))));
        list("POST /api/v1/users roles.role", "roles", id -> Bodies.user(Map.of("role", id)));
        list(
                "POST /api/v1/users roles.departments",
                "department",
                id -> Bodies.user(Bodies.inDepartment(id)));
    }

    private void listBroadcasts() {
        var things =
                Map.of("channelId", "channel", "templateId", "templates", "segmentId", "segments");
        for (var path : List.of("/api/v1/broadcasts", "/api/v1/broadcasts/drafts")) {
            things.forEach((field, of) ->
                    list(
                            "POST " + path + " " + field,
                            of,
                            id -> Bodies.broadcast(ours, field, id)));
        }
    }

    private void list(String id, String things, Function<UUID, Object> with) {
        bodies.put(id, new Body(things, with));
    }

    @Test
    void everyIdInABodyIsListed() {
        assertThat(routes().flatMap(TenantTwinBodiesTest::ids))
                .containsExactlyInAnyOrderElementsOf(bodies.keySet());
    }

    @Test
    void theirsAreUnknown() {
        for (var route : routes().toList()) {
            for (var listed : ids(route).toList()) {
                var body = bodies.get(listed);
                var answer = send(route, body.with().apply(theirs.id(body.things())));
                var toNothing = send(route, body.with().apply(UUID.randomUUID()));
                assertThat(Twin.plain(answer)).as(listed).isEqualTo(Twin.plain(toNothing));
                assertThat(answer.status()).as(listed).isBetween(400, 499);
                theirs.assertUnnamedIn(answer.body().toString(), listed);
            }
        }
    }

    /** Whoever signs in has no tenant yet, and names nothing. */
    private Stream<Route> routes() {
        return Routes.of(server).ours().stream().filter(it -> it.requires().isPresent());
    }

    private Api.Answer send(Route route, Object body) {
        var path = Doors.path(route, ours::id).substring("/api/v1".length());
        return ours.api().call(route.method(), path, body);
    }

    private static Stream<String> ids(Route route) {
        return Arrays.stream(route.handler().getMethod().getParameters())
                .filter(it -> it.isAnnotationPresent(RequestBody.class))
                .flatMap(it -> ids(it.getParameterizedType(), route.words() + " "));
    }

    /** Follows records and collections down to what may be an id. */
    private static Stream<String> ids(Type type, String path) {
        if (type instanceof ParameterizedType of
                && Collection.class.isAssignableFrom((Class<?>) of.getRawType())) {
            return ids(of.getActualTypeArguments()[0], path);
        }
        if (type instanceof Class<?> of && of.isRecord()) {
            return Arrays.stream(of.getRecordComponents())
                    .filter(it -> !WORDS.contains(it.getName()))
                    .flatMap(it -> ids(it.getGenericType(), path + separator(path) + it.getName()));
        }
        return isACountOrAChoice(type) ? Stream.empty() : Stream.of(path);
    }

    private static String separator(String path) {
        return path.endsWith(" ") ? "" : ".";
    }

    private static boolean isACountOrAChoice(Type type) {
        return type instanceof Class<?> of
                && (of.isEnum()
                        || of.isPrimitive()
                        || Number.class.isAssignableFrom(of)
                        || of == Boolean.class
                        || of == Instant.class);
    }
}

package io.moked.walls;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Api.Answer;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.Routes;
import io.moked.Routes.Route;
import io.moked.access.Permission;
import io.moked.access.Role;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What belongs to another tenant is, for us, the same as what does not exist. */
@MokedTest
class TenantTwinTest {

    /** Filters that are words of the product, the same in every tenant, and how many to tell. */
    private static final Set<String> WORDS =
            Set.of(
                    "status",
                    "state",
                    "handler",
                    "limit",
                    "order",
                    "action",
                    "from",
                    "to",
                    "format",
                    "until",
                    "by",
                    "file",
                    "category",
                    "language",
                    // What is said of a file, and where in it one is.
                    "encoding",
                    "outcome",
                    "separator",
                    "verdict",
                    "after",
                    "replied");

    /** What is said of numbers. */
    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G'};

    @LocalServerPort int port;
    @Autowired ApplicationContext server;

    private Twin ours;
    private Twin theirs;

    @BeforeEach
    void createTwins() throws IOException {
        ours = Twin.create(server, port);
        theirs = Twin.create(server, port);
    }

    @Test
    void theSameMessageReachesBoth() {
        for (var twin : List.of(ours, theirs)) {
            assertThat(twin.api().items("/contacts")).hasSize(2);
            assertThat(twin.api().items("/conversations")).hasSize(2);
            assertThat(twin.api().items("/conversations/" + twin.conversation() + "/messages"))
                    .hasSize(1);
        }
    }

    /** It is unlike all others of one tenant only. */
    @Test
    void theSameClientIdIsAnotherMessage() {
        var note = Map.of("clientId", UUID.randomUUID(), "body", "a note");
        for (var twin : List.of(theirs, ours)) {
            var notes = "/conversations/" + twin.conversation() + "/notes";
            assertThat(twin.api().post(notes, note).status()).isEqualTo(201);
        }
    }

    @Test
    void theirIdsInAddressesAreUnknown() {
        for (var route : routes().filter(it -> it.path().contains("{")).toList()) {
            for (int known = 0; known < Doors.variables(route); known++) {
                var answer = call(ours.api(), route, path(route, known, theirs::id));
                var toNothing =
                        call(ours.api(), route, path(route, known, things -> UUID.randomUUID()));
                assertThat(Twin.plain(answer)).as(route.words()).isEqualTo(Twin.plain(toNothing));
                assertThat(answer.status()).as(route.words()).isEqualTo(404);
            }
        }
    }

    @Test
    void theirIdsInFiltersMatchNothing() {
        for (var route : reading().toList()) {
            for (var filter : filters(route)) {
                var path = path(route, 0, ours::id);
                var value = theirValue(route, filter);
                var answer = call(ours.api(), route, path + "?" + filter + "=" + value);
                assertThat(answer.status())
                        .as("%s by %s", route.words(), filter)
                        .isEqualTo(filter.equals("around") ? 404 : 200);
                theirs.assertUnnamedIn(answer.body().toString(), route.words() + " by " + filter);
                if (!Set.of("q", "label", "cursor", "after").contains(filter)) {
                    assertThat(Api.list(answer.body().path("items")))
                            .as("%s by %s", route.words(), filter)
                            .isEmpty();
                }
            }
        }
    }

    private String theirValue(Route route, String filter) {
        return switch (filter) {
            case "q" -> "Same";
            case "label" -> "urgent";
            case "cursor", "after" ->
                    theirs.api()
                            .get(
                                    path(route, 0, theirs::id).substring("/api/v1".length())
                                            + "?limit=1")
                            .path("next")
                            .asString("");
            default -> theirs.id(filter).toString();
        };
    }

    @Test
    void listsAndThingsOfOursNameNothingOfTheirs() {
        for (var route : reading().toList()) {
            var body = call(ours.api(), route, path(route, 0, ours::id)).body();
            theirs.assertUnnamedIn(body.toString(), route.words());
        }
    }

    /** Who runs the platform knows businesses and what they count, and nothing that is in them. */
    @Test
    void theirIdsAreUnknownToTheOperatorToo() {
        var operator = operator();
        for (var route : everyRoute().filter(it -> it.path().contains("{")).toList()) {
            var answer = call(operator, route, Doors.path(route, theirs::id));
            var toNothing = call(operator, route, Doors.path(route, it -> UUID.randomUUID()));
            assertThat(Twin.plain(answer)).as(route.words()).isEqualTo(Twin.plain(toNothing));
            assertThat(answer.status()).as(route.words()).isIn(403, 404);
        }
    }

    @Test
    void whatTheOperatorReadsNamesNothingOfTheirs() {
        var operator = operator();
        var theirName = theirs.business().tenant().id().value().toString();
        for (var route : reading(everyRoute()).filter(it -> !it.path().contains("{")).toList()) {
            var answer = call(operator, route, route.path()).body().toString();
            theirs.assertUnnamedIn(answer.replace(theirName, ""), route.words());
        }
    }

    private Api operator() {
        var platform = server.getBean(Tenants.class).platformOrNew("en");
        var secret =
                TenantScope.call(
                        platform.id(),
                        () ->
                                Business.session(
                                        server, Business.member(server, "Otto", Role.OPERATOR)));
        return new Api(port, secret);
    }

    private Stream<Route> everyRoute() {
        return Routes.of(server).ours().stream().filter(it -> it.requires().isPresent());
    }

    /** All that serves tenants; the platform's own works serve its operator alone. */
    private Stream<Route> routes() {
        return everyRoute().filter(it -> it.requires().orElseThrow().value() != Permission.OPERATE);
    }

    private Stream<Route> reading() {
        return reading(routes());
    }

    /** The event stream never ends and has a test of its own. */
    private static Stream<Route> reading(Stream<Route> routes) {
        return routes.filter(it -> it.method().equals("GET"))
                .filter(it -> !it.path().equals("/api/v1/events"));
    }

    private static List<String> filters(Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                .filter(it -> it.hasParameterAnnotation(RequestParam.class))
                .map(it -> it.getParameter().getName())
                .filter(it -> !WORDS.contains(it))
                .toList();
    }

    /** The address with ids in it: so many of ours, from there on those of somebody. */
    private String path(Route route, int known, Function<String, UUID> somebody) {
        var count = new AtomicInteger();
        return Doors.path(
                route,
                things ->
                        count.getAndIncrement() < known ? ours.id(things) : somebody.apply(things));
    }

    /** With all that any body could need, so that nothing but the id is wrong. */
    private Answer call(Api api, Route route, String path) {
        var body = Bodies.ofEverything(path, ours.business().agent().id());
        var address = path.substring("/api/v1".length());
        var posted = route.handler().getMethodAnnotation(PostMapping.class);
        if (posted != null && posted.consumes().length > 0) {
            return api.upload(address, "x.png", "image/png", PICTURE);
        }
        return api.call(route.method(), address, route.method().equals("GET") ? null : body);
    }
}

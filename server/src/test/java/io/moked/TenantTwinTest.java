package io.moked;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api.Answer;
import io.moked.Routes.Route;
import io.moked.access.Permission;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestParam;

/** What belongs to another tenant is, for us, the same as what does not exist. */
@MokedTest
class TenantTwinTest {

    private static final Pattern VARIABLE = Pattern.compile("(\\w[\\w-]*)/\\{\\w+}");

    /**
     * Filters that are words of the product, the same in every tenant, and how many rows to tell.
     */
    private static final Set<String> WORDS =
            Set.of("status", "state", "handler", "limit", "action", "from", "to", "format");

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

    @Test
    void theirIdsInAddressesAreUnknown() {
        for (var route : routes().filter(it -> it.path().contains("{")).toList()) {
            for (int known = 0; known < variables(route); known++) {
                var answer = call(route, path(route, known, theirs::id));
                var toNothing = call(route, path(route, known, things -> UUID.randomUUID()));
                assertThat(plain(answer)).as(route.words()).isEqualTo(plain(toNothing));
                assertThat(answer.status()).as(route.words()).isEqualTo(404);
            }
        }
    }

    @Test
    void theirIdsInBodiesAreUnknown() {
        var conversation = "/conversations/" + ours.conversation();
        assertSameAsNothing(
                id -> ours.api().put(conversation + "/assignment", Map.of("assigneeId", id)),
                theirs.id("users"));
        assertSameAsNothing(
                id ->
                        ours.api()
                                .post(
                                        conversation + "/replies",
                                        Map.of(
                                                "clientId",
                                                UUID.randomUUID(),
                                                "content",
                                                Map.of("type", "document", "mediaId", id))),
                theirs.id("media"));
    }

    @Test
    void theirRolesAndDepartmentsCannotBeGiven() {
        var user = "/users/" + ours.id("users");
        assertSameAsNothing(
                id -> ours.api().call("PATCH", user, Map.of("roles", List.of(Map.of("role", id)))),
                theirs.id("roles"));
        assertSameAsNothing(
                id -> {
                    var role = Map.of("role", "agent", "departments", List.of(id));
                    return ours.api().call("PATCH", user, Map.of("roles", List.of(role)));
                },
                theirs.id("department"));
    }

    private static void assertSameAsNothing(Function<UUID, Answer> call, UUID theirs) {
        var answer = call.apply(theirs);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(plain(answer)).isEqualTo(plain(call.apply(UUID.randomUUID())));
    }

    /** An answer says back which address was asked for. */
    private static String plain(Answer answer) {
        return Twin.ID.matcher(answer.toString()).replaceAll("…");
    }

    @Test
    void theirIdsInFiltersMatchNothing() {
        for (var route : reading().toList()) {
            for (var filter : filters(route)) {
                var path = path(route, 0, ours::id);
                var value = theirValue(route, filter);
                var answer = ours.api().call("GET", path + "?" + filter + "=" + value, null);
                assertThat(answer.status()).as("%s by %s", route.words(), filter).isEqualTo(200);
                assertNothingOfTheirs(route.words() + " by " + filter, answer.body().toString());
                if (!Set.of("q", "label", "cursor").contains(filter)) {
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
            case "cursor" ->
                    theirs.api()
                            .get(path(route, 0, theirs::id) + "?limit=1")
                            .path("next")
                            .asString("");
            default -> theirs.id(filter).toString();
        };
    }

    @Test
    void listsAndThingsOfOursNameNothingOfTheirs() {
        for (var route : reading().toList()) {
            var body = ours.api().call("GET", path(route, 0, ours::id), null).body();
            assertNothingOfTheirs(route.words(), body.toString());
        }
    }

    @Test
    @Timeout(60)
    void eventsOfOursNameNothingOfTheirs() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                        .header("Authorization", "Bearer " + ours.business().agent().token())
                        .build();
        try (var http = HttpClient.newHttpClient();
                var lines = http.send(request, BodyHandlers.ofLines()).body()) {
            note(theirs);
            note(ours);
            var heard = new ArrayList<String>();
            var stream = lines.iterator();
            while (heard.stream().noneMatch(it -> it.contains(ours.conversation().toString()))) {
                heard.add(stream.next());
            }
            assertNothingOfTheirs("GET /api/v1/events", String.join("\n", heard));
            http.shutdownNow();
        }
    }

    private static void note(Twin twin) {
        var note = Map.of("clientId", UUID.randomUUID(), "body", "a note");
        twin.api().post("/conversations/" + twin.conversation() + "/notes", note);
    }

    private void assertNothingOfTheirs(String where, String text) {
        assertThat(Twin.idsIn(text)).as(where).doesNotContainAnyElementsOf(theirs.everyId());
    }

    /** All that serves tenants; the platform's own works are another permission's business. */
    private Stream<Route> routes() {
        return Routes.of(server).ours().stream()
                .filter(it -> it.requires().isPresent())
                .filter(it -> it.requires().orElseThrow().value() != Permission.OPERATE);
    }

    /** The event stream never ends and has a test of its own. */
    private Stream<Route> reading() {
        return routes().filter(it -> it.method().equals("GET"))
                .filter(it -> !it.path().equals("/api/v1/events"));
    }

    private static List<String> filters(Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                .filter(it -> it.hasParameterAnnotation(RequestParam.class))
                .map(it -> it.getParameter().getName())
                .filter(it -> !WORDS.contains(it))
                .toList();
    }

    private static long variables(Route route) {
        return VARIABLE.matcher(route.path()).results().count();
    }

    /** The address with ids in it: so many of ours, from there on those of somebody. */
    private String path(Route route, int known, Function<String, UUID> somebody) {
        var count = new AtomicInteger();
        return VARIABLE.matcher(route.path().substring("/api/v1".length()))
                .replaceAll(it -> {
                    var id =
                            count.getAndIncrement() < known
                                    ? ours.id(it.group(1))
                                    : somebody.apply(it.group(1));
                    return it.group(1) + "/" + id;
                });
    }

    /** With all that any body could need, so that nothing but the id is wrong. */
    private Answer call(Route route, String path) {
        var body =
                Map.of(
                        "clientId",
                        UUID.randomUUID(),
                        "body",
                        "words",
                        "content",
                        Map.of("type", "text", "body", "words"),
                        "assigneeId",
                        ours.business().agent().id(),
                        "labels",
                        List.of(),
                        "label",
                        "words");
        return ours.api().call(route.method(), path, route.method().equals("GET") ? null : body);
    }
}

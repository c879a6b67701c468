package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Managers go through a day again that has been. */
@MokedTest
class ReplaysTest extends TransferJourney {

    private static final String PATH = "/routing/replays";

    @Test
    void aDayIsToldAsItWasAndGoneThroughByTheRulesOfToday() {
        become(colleague, "available");
        var answered = arrival();
        var left = arrival();
        arrival();
        take(colleague, answered);
        resolve(answered);
        resolve(left);

        var day = manager.post(PATH, lastHour()).body();

        var was = day.path("was").path("whole").path("day");
        assertThat(was.path("arrived").asInt()).isEqualTo(3);
        assertThat(was.path("answered").asInt()).isOne();
        assertThat(was.path("gaveUp").asInt()).isOne();
        assertThat(was.path("stillWaiting").asInt()).isOne();
        assertThat(was.path("meanSeconds").asDouble()).isPositive();
        assertThat(day.path("now").path("whole").path("day").path("arrived").asInt()).isEqualTo(3);
        assertThat(day.path("changed").isNull()).isTrue();
        var known = day.path("known");
        assertThat(known.path("waits").asInt()).isEqualTo(3);
        assertThat(known.path("handled").asInt()).isOne();
        assertThat(known.path("gaveUp").asInt()).isOne();
        assertThat(known.path("agents").asInt()).isOne();
        assertThat(known.path("guessedAgents").asInt()).isZero();
        assertThat(Instant.parse(known.path("keptSince").asString()))
                .isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void whoWasGivenSomethingWithoutAWordWasThere() {
        var one = arrival();
        take(agent, one);

        var known = manager.post(PATH, lastHour()).body().path("known");

        assertThat(known.path("agents").asInt()).isOne();
        assertThat(known.path("guessedAgents").asInt()).isOne();
        assertThat(known.path("handled").asInt()).isZero();
    }

    @Test
    void whoeverAcceptsWasGivenIt() {
        change(business.department(), "offer");
        setMembers(business.department(), business.colleague());
        become(colleague, "available");
        arrival();
        await().until(() -> colleague.items("/me/offers").size() == 1);
        var offer = colleague.items("/me/offers").getFirst().path("id").asString();
        assertThat(colleague.post("/offers/" + offer + "/acceptance", Map.of()).status())
                .isEqualTo(200);

        var was = manager.post(PATH, lastHour()).body().path("was").path("whole").path("day");

        assertThat(was.path("answered").asInt()).isOne();
        assertThat(was.path("stillWaiting").asInt()).isZero();
    }

    @Test
    void whatWasSentIntoAnotherLineWaitsThereAndWhatCameBackWaitsTwice() {
        var sent = arrival();
        transfer(manager, sent, toDepartment(sales, ""));
        var back = arrival();
        take(agent, back);
        agent.delete("/conversations/" + back + "/assignment");

        var day = manager.post(PATH, lastHour()).body();

        assertThat(day.path("known").path("moved").asInt()).isOne();
        assertThat(waits(day, "Sales")).isOne();
        assertThat(waits(day, "General")).isEqualTo(2);
        var only = new HashMap<>(lastHour());
        only.put("departmentIds", List.of(sales));
        var ofSales = manager.post(PATH, only).body();
        assertThat(ofSales.path("known").path("waits").asInt()).isOne();
        assertThat(ofSales.path("was").path("departments")).hasSize(1);
    }

    @Test
    void whatIsToBeOtherwiseIsGoneThroughBeside() {
        arrival();
        arrival();
        var wanted = new HashMap<>(lastHour());
        wanted.put("change", change(200, 100));

        var day = manager.post(PATH, wanted).body();

        assertThat(arrived(day.path("now"))).isEqualTo(2);
        assertThat(arrived(day.path("changed"))).isEqualTo(4);
        assertThat(day.path("now").path("whole").path("queue")).hasSize(4);
    }

    @Test
    void whatIsNoPastDayIsRefused() {
        var now = Instant.now();
        assertThat(code(now, now)).isEqualTo("ends-before-it-begins");
        assertThat(code(now.minus(Duration.ofHours(26)), now)).isEqualTo("longer-than-a-day");
        assertThat(code(now.plusSeconds(60), now.plusSeconds(120))).isEqualTo("not-past");
        var ago = now.minus(Duration.ofDays(36));
        assertThat(code(ago, ago.plusSeconds(60))).isEqualTo("too-long-ago");
        var wanted = new HashMap<>(lastHour());
        wanted.put("change", change(5, 100));
        assertThat(manager.post(PATH, wanted).status()).isEqualTo(400);
        assertThat(colleague.post(PATH, lastHour()).status()).isEqualTo(403);
    }

    @Test
    void whatIsToBeOtherwiseIsOfThatDayAndItsDepartments() {
        var wanted = new HashMap<>(lastHour());
        wanted.put("departmentIds", List.of(sales));
        assertThat(changed(wanted, general(), List.of())).isEqualTo("unknown-department");
        assertThat(changed(wanted, List.of(), team(1, business.department(), 60)))
                .isEqualTo("unknown-department");
        assertThat(changed(wanted, List.of(), team(1, sales, 0)))
                .isEqualTo("ends-before-it-begins");
        var many = Stream.of(team(500, sales, 60), team(1, sales, 60)).flatMap(List::stream);
        assertThat(changed(wanted, List.of(), many.toList())).isEqualTo("too-many-agents");
        wanted.put("departmentIds", List.of(UUID.randomUUID()));
        assertThat(changed(wanted, List.of(), List.of())).isEqualTo("unknown");
    }

    private String changed(Map<String, Object> day, List<?> choices, List<?> teams) {
        var change = new HashMap<>(change(100, 100));
        change.put("choices", choices);
        change.put("teams", teams);
        day.put("change", change);
        var answer = manager.post(PATH, day);
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().path("errors").get(0).path("message").asString();
    }

    private List<?> general() {
        return List.of(Map.of("departmentId", business.department(), "choice", "round_robin"));
    }

    private static List<?> team(int agents, UUID department, int toMinute) {
        return List.of(
                Map.of(
                        "agents",
                        agents,
                        "departmentIds",
                        List.of(department),
                        "capacity",
                        1,
                        "fromMinute",
                        0,
                        "toMinute",
                        toMinute));
    }

    @Test
    void leavingWhatIsOverChangesNothing() {
        manager.delete("/routing/simulations");
        assertThat(manager.post(PATH, lastHour()).status()).isEqualTo(200);
    }

    private void resolve(String conversation) {
        assertThat(
                        manager.post("/conversations/" + conversation + "/resolution", Map.of())
                                .status())
                .isEqualTo(200);
    }

    private static int waits(JsonNode day, String department) {
        for (var one : day.path("was").path("departments")) {
            if (one.path("name").asString().equals(department)) {
                return one.path("section").path("day").path("arrived").asInt();
            }
        }
        return -1;
    }

    private static int arrived(JsonNode course) {
        return course.path("whole").path("day").path("arrived").asInt();
    }

    private String code(Instant from, Instant to) {
        var answer = manager.post(PATH, day(from, to));
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().path("errors").get(0).path("message").asString();
    }

    private static Map<String, Object> lastHour() {
        var now = Instant.now();
        return day(now.minus(Duration.ofMinutes(55)), now.plus(Duration.ofMinutes(5)));
    }

    private static Map<String, Object> day(Instant from, Instant to) {
        return Map.of(
                "from",
                from,
                "to",
                to,
                "departmentIds",
                List.of(),
                "promisedSeconds",
                60,
                "seed",
                1);
    }

    private static Map<String, Object> change(int arrivals, int handling) {
        return Map.of(
                "choices",
                List.of(),
                "teams",
                List.of(),
                "arrivalsPercent",
                arrivals,
                "handlingPercent",
                handling);
    }
}

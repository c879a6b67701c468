package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import io.moked.routing.Waits.Crew;
import io.moked.tenancy.TenantScope;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is told of waits to agents and programs. */
@MokedTest
class WaitsTest extends RoutingJourney {

    @Test
    void whereNobodyIsAtWorkNothingCanBeSaid() {
        assertThat(estimate(department())).isEqualTo("unknown 0 0");
    }

    @Test
    void whoIsFreeAndGivenWhatWaitsAnswersSoon() {
        change("push", "longest_idle");
        setMembers(business.agent());
        become(agent, "available");
        assertThat(estimate(department())).isEqualTo("soon 0 5");
        assertThat(department().path("atWork").asInt()).isOne();
    }

    @Test
    void whoWaitsIsToldByPositionAndHowManyAreAtWork() {
        setCapacity(business.agent(), 2);
        become(agent, "available");
        var phones = arrivals(3);
        var last = agent.get("/conversations/" + idOf(phones.get(2)) + "/routing").path("waiting");
        assertThat(last.path("before").asInt()).isEqualTo(2);
        // Three have to end of two that go on, at the ten minutes that are usual: 8 to 27 minutes.
        assertThat(estimate(last)).isEqualTo("between 5 30");
        assertThat(department().path("waiting").asInt()).isEqualTo(3);
        assertThat(department().path("handlingSeconds").asInt()).isEqualTo(600);
        assertThat(department().path("measured").asInt()).isZero();
    }

    @Test
    void howLongOneTakesIsMeasuredOnceEnoughHaveEnded() {
        for (var phone : arrivals(5)) {
            agent.reply(idOf(phone), "done");
            agent.post("/conversations/" + idOf(phone) + "/resolution", Map.of());
        }
        assertThat(department().path("measured").asInt()).isEqualTo(5);
        assertThat(department().path("handlingSeconds").asInt()).isLessThan(600);
    }

    @Test
    void whoeverAnswersElsewhereTooIsThereInParts() {
        become(agent, "available");
        setCapacity(business.agent(), 2);
        var alone = crew();
        var other =
                manager.post("/departments", Map.of("name", "Returns"))
                        .body()
                        .path("id")
                        .asString();
        var phone = arrivals(1).getFirst();
        manager.post("/conversations/" + idOf(phone) + "/transfer", Map.of("departmentId", other));
        var shared = crew();
        assertThat(alone.slots()).isEqualTo(2);
        assertThat(shared.slots()).isEqualTo(1);
    }

    @Test
    void whatIsUnknownIsNotFound() {
        var path = "/departments/" + UUID.randomUUID() + "/wait";
        assertThat(agent.call("GET", path, null).status()).isEqualTo(404);
    }

    private JsonNode department() {
        return agent.get("/departments/" + business.department() + "/wait");
    }

    private static String estimate(JsonNode told) {
        var it = told.path("estimate");
        return it.path("kind").asString() + " " + it.path("from") + " " + it.path("to");
    }

    private Crew crew() {
        return TenantScope.call(
                business.tenant().id(),
                () -> server.getBean(Waits.class).crew(business.department()));
    }
}

package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Api.Answer;
import io.moked.MokedTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Conversations that go to other departments and colleagues, and back into their lines. */
@MokedTest
class TransfersTest extends TransferJourney {

    @Test
    void whatGoesToAnotherDepartmentWaitsThereAtThePlaceOfItsWholeWait() {
        var first = arrival();
        take(agent, first);
        change(sales, "pull");
        var second = arrival();
        assertThat(transfer(manager, second, toDepartment(sales, "")).status()).isEqualTo(204);

        var answer = transfer(agent, first, toDepartment(sales, "She wants to buy"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(at(first).path("department").path("id").asString()).isEqualTo(sales.toString());
        assertThat(at(first).path("handler").asString()).isEqualTo("queue");
        assertThat(holds(business.agent())).isZero();
        assertThat(before(first)).isZero();
        assertThat(before(second)).isOne();
        assertThat(lines(first)).contains("note She wants to buy", "transferred Ann Agent Sales");
    }

    @Test
    void itGoesToAColleagueAsFarAsTheyHaveRoom() {
        setCapacity(business.colleague(), 1);
        var first = arrival();
        var second = arrival();
        take(agent, first);
        take(agent, second);

        assertThat(transfer(agent, first, toAgent(business.colleague(), false)).status())
                .isEqualTo(204);
        assertThat(transfer(agent, second, toAgent(business.colleague(), false)).code())
                .isEqualTo("capacity-reached");
        assertThat(transfer(agent, second, toAgent(business.colleague(), true)).code())
                .isEqualTo("only-managers-go-beyond");
        assertThat(assigneeOf(second)).isEqualTo(business.agent().id().toString());

        assertThat(transfer(manager, second, toAgent(business.colleague(), true)).status())
                .isEqualTo(204);
        assertThat(holds(business.colleague())).isEqualTo(2);
        assertThat(holds(business.agent())).isZero();
        assertThat(lines(first)).contains("assigned Ann Agent Carl Colleague");
        assertThat(lines(second)).contains("assigned-beyond Mia Manager Carl Colleague");
    }

    @Test
    void whatCannotBeIsRefusedAndSaysWhy() {
        var one = arrival();
        take(agent, one);
        assertThat(transfer(agent, one, toDepartment(business.department(), "")).code())
                .isEqualTo("already-there");
        assertThat(transfer(agent, one, toAgent(business.agent(), false)).code())
                .isEqualTo("already-there");
        assertThat(transfer(agent, one, toDepartment(UUID.randomUUID(), "")).status())
                .isEqualTo(400);
        assertThat(transfer(agent, one, Map.of()).status()).isEqualTo(400);
        assertThat(transfer(agent, one, toAgent(salesperson(), false)).code())
                .isEqualTo("assignee-cannot-answer");
        administrator.put("/users/" + business.colleague().id() + "/deactivation", Map.of());
        assertThat(transfer(agent, one, toAgent(business.colleague(), false)).code())
                .isEqualTo("agent-not-active");
        agent.post("/conversations/" + one + "/resolution", Map.of());
        assertThat(transfer(agent, one, toDepartment(sales, "")).code())
                .isEqualTo("conversation-resolved");
    }

    @Test
    void whereItCouldGoIsToldWithHowBusyTheyAre() {
        var one = arrival();
        take(agent, one);
        var other = arrival();
        transfer(agent, other, toDepartment(sales, ""));
        become(colleague, "available");

        var targets = agent.get("/conversations/" + one + "/transfer-targets");

        var line = targets.path("departments").get(0);
        assertThat(line.path("name").asString()).isEqualTo("Sales");
        assertThat(line.path("waiting").asInt()).isOne();
        assertThat(line.path("free").asInt()).isOne();
        assertThat(targets.path("departments")).hasSize(1);
        assertThat(Api.list(targets.path("colleagues")))
                .extracting(it -> it.path("name").asString())
                .contains("Carl Colleague")
                .doesNotContain("Ann Agent");
        var stranger = Api.of(port, salesperson());
        assertThat(stranger.call("GET", "/conversations/" + one + "/transfer-targets", null))
                .extracting(Answer::status)
                .isEqualTo(404);
    }

    @Test
    void onlyWhoCouldGetItThereCountsForADepartment() {
        var one = arrival();
        take(agent, one);
        become(colleague, "available");
        assertThat(salesFor(one).path("free").asInt()).isOne();
        assertThat(salesFor(one).path("isDeserted").asBoolean(true)).isFalse();

        change(sales, "push");
        assertThat(salesFor(one).path("atWork").asInt()).isZero();
        assertThat(salesFor(one).path("free").asInt()).isZero();
        assertThat(salesFor(one).path("isDeserted").asBoolean()).isTrue();

        setMembers(sales, business.agent());
        assertThat(salesFor(one).path("atWork").asInt()).isZero();
        assertThat(salesFor(one).path("isDeserted").asBoolean(true)).isFalse();
        setMembers(sales, business.colleague());
        assertThat(salesFor(one).path("free").asInt()).isOne();
    }

    private JsonNode salesFor(String conversation) {
        return agent.get("/conversations/" + conversation + "/transfer-targets")
                .path("departments")
                .get(0);
    }

    @Test
    void whatAnAgentGivesBackGoesToSomebodyElse() {
        setMembers(business.department(), business.agent(), business.colleague());
        change(business.department(), "push");
        become(agent, "available");
        var one = arrival();
        await().until(() -> assigneeOf(one).equals(business.agent().id().toString()));

        agent.delete("/conversations/" + one + "/assignment");

        var obstacles = agent.get("/conversations/" + one + "/routing").path("waiting");
        assertThat(obstacles.path("obstacles").path("declined").asInt()).isOne();
        become(colleague, "available");
        await().until(() -> assigneeOf(one).equals(business.colleague().id().toString()));
        become(colleague, "away");
        colleague.delete("/conversations/" + one + "/assignment");
        await().until(() -> assigneeOf(one).equals(business.agent().id().toString()));
    }

    @Test
    void whatNobodyElseCouldHaveComesBack() {
        setMembers(business.department(), business.agent());
        change(business.department(), "push");
        become(agent, "available");
        var one = arrival();
        await().until(() -> assigneeOf(one).equals(business.agent().id().toString()));

        agent.delete("/conversations/" + one + "/assignment");

        await().until(() -> assigneeOf(one).equals(business.agent().id().toString()));
    }
}

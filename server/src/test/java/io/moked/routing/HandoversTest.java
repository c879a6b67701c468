package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business.Member;
import io.moked.MokedTest;
import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Colleagues are asked before a conversation is theirs. */
@MokedTest
class HandoversTest extends TransferJourney {

    @Autowired List<TimedWork> works;

    @Test
    void itStaysWithWhoeverHasItUntilTheColleagueSaysYes() {
        var one = arrival();
        take(agent, one);

        var asked = ask(one);

        assertThat(asked.status()).isEqualTo(201);
        assertThat(ask(one).code()).isEqualTo("handover-asked");
        assertThat(assigneeOf(one)).isEqualTo(business.agent().id().toString());
        var theirs = colleague.items("/me/handovers");
        assertThat(theirs).hasSize(1);
        assertThat(theirs.getFirst().path("note").asString()).isEqualTo("You know her");
        assertThat(theirs.getFirst().path("askedBy").path("name").asString())
                .isEqualTo("Ann Agent");
        assertThat(manager.items("/me/handovers")).isEmpty();
        var acceptance = "/handovers/" + theirs.getFirst().path("id").asString() + "/acceptance";
        assertThat(manager.post(acceptance, Map.of()).status()).isEqualTo(404);

        assertThat(colleague.post(acceptance, Map.of()).status()).isEqualTo(204);

        assertThat(assigneeOf(one)).isEqualTo(business.colleague().id().toString());
        assertThat(holds(business.agent())).isZero();
        assertThat(agent.items("/me/handovers")).isEmpty();
        assertThat(lines(one))
                .contains("note You know her", "handover-asked Ann Agent Carl Colleague");
    }

    @Test
    void whoeverIsAskedDeclinesAndWhoeverAskedTakesItBack() {
        var one = arrival();
        take(agent, one);
        colleague.delete("/handovers/" + ask(one).body().path("id").asString());
        agent.delete("/handovers/" + ask(one).body().path("id").asString());

        assertThat(assigneeOf(one)).isEqualTo(business.agent().id().toString());
        assertThat(colleague.items("/me/handovers")).isEmpty();
        assertThat(lines(one))
                .contains(
                        "handover-declined Carl Colleague Carl Colleague",
                        "handover-withdrawn Ann Agent Carl Colleague");
    }

    @Test
    void whoeverDoesNotAnswerInTimeIsAskedNoMore() {
        var one = arrival();
        take(agent, one);
        ask(one);

        lookAt(Instant.now().plusSeconds(Limit.HANDOVER_SECONDS.value() + 1));

        assertThat(colleague.items("/me/handovers")).isEmpty();
        assertThat(lines(one)).contains("handover-ended  Carl Colleague");
        assertThat(ask(one).status()).isEqualTo(201);
    }

    @Test
    void aQuestionEndsAtItsTimeThoughNobodyHasLooked() {
        var one = arrival();
        take(agent, one);
        var late = ask(one).body().path("id").asString();
        behindTheirBacks("update routing.handover set ends_at = now()");

        assertThat(colleague.items("/me/handovers")).isEmpty();
        assertThat(colleague.post("/handovers/" + late + "/acceptance", Map.of()).status())
                .isIn(404, 409);
        assertThat(ask(one).status()).isEqualTo(201);

        assertThat(assigneeOf(one)).isEqualTo(business.agent().id().toString());
        assertThat(lines(one)).containsOnlyOnce("handover-ended  Carl Colleague");
    }

    @Test
    void onlyWhoMayAnswerItAndDoesNotHaveItIsAsked() {
        var one = arrival();
        take(agent, one);

        assertThat(askFor(one, salesperson()).code()).isEqualTo("assignee-cannot-answer");
        assertThat(askFor(one, business.agent()).code()).isEqualTo("already-there");
    }

    @Test
    void nobodyIsAskedForWhatHasGoneElsewhereOrIsNobodys() {
        var one = arrival();
        assertThat(ask(one).code()).isEqualTo("nobody-has-it");
        take(agent, one);
        var asked = ask(one).body().path("id").asString();
        transfer(agent, one, toAgent(business.manager(), false));

        assertThat(colleague.items("/me/handovers")).isEmpty();
        assertThat(colleague.post("/handovers/" + asked + "/acceptance", Map.of()).status())
                .isEqualTo(404);
        setCapacity(business.colleague(), 1);
        take(colleague, arrival());
        var full = manager.post("/conversations/" + one + "/handovers", question()).body();
        var acceptance = "/handovers/" + full.path("id").asString() + "/acceptance";
        assertThat(colleague.post(acceptance, Map.of()).code()).isEqualTo("capacity-reached");
        assertThat(colleague.items("/me/handovers")).hasSize(1);
    }

    private Api.Answer ask(String conversation) {
        return agent.post("/conversations/" + conversation + "/handovers", question());
    }

    private Map<String, Object> question() {
        return Map.of("agentId", business.colleague().id(), "note", "You know her");
    }

    private Api.Answer askFor(String conversation, Member member) {
        var question = Map.of("agentId", member.id(), "note", "");
        return manager.post("/conversations/" + conversation + "/handovers", question);
    }

    /** As the server does by itself again and again. */
    private void lookAt(Instant now) {
        assertThat(works.stream().filter(it -> it.name().equals("handovers")))
                .singleElement()
                .satisfies(it -> assertThat(it.part().applyAsInt(now)).isPositive());
    }
}

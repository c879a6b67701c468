package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Meta;
import io.moked.MokedTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts who write again come back to the agent who had them. */
@MokedTest
class KeepingTest extends OfferJourney {

    private String phone;

    @BeforeEach
    void knowOneAnother() {
        setMembers(business.agent(), business.colleague());
        phone = arrivals(1).getFirst();
        agent.reply(idOf(phone), "I am Ann");
        agent.post("/conversations/" + idOf(phone) + "/resolution", Map.of());
        keeping("push", 3600);
    }

    @Test
    void whoeverWritesAgainWaitsForTheAgentWhoHadThemAndForNobodyElse() {
        setCapacity(business.agent(), 1);
        become(agent, "available");
        become(colleague, "busy");
        var other = arrivals(1).getFirst();
        await().until(() -> assigneeOf(other).equals(business.agent().id().toString()));
        become(colleague, "available");

        writesAgain();

        var waiting = newest().path("waiting");
        assertThat(waiting.path("keptFor").path("name").asString()).isEqualTo("Ann Agent");
        assertThat(waiting.path("keptUntil").asString()).isNotEmpty();
        assertThat(waiting.path("obstacles").path("waits_for_another").asInt()).isOne();
        decide();
        assertThat(holder()).isEmpty();
        manager.post("/conversations/" + idOf(other) + "/resolution", Map.of());
        await().until(() -> holder().equals(business.agent().id().toString()));
        assertThat(newest().path("decisions").get(0).path("isKept").asBoolean()).isTrue();
    }

    @Test
    void whenTheyHaveWaitedLongEnoughAnybodyMayHaveThem() {
        setCapacity(business.agent(), 1);
        become(agent, "available");
        var other = arrivals(1).getFirst();
        await().until(() -> assigneeOf(other).equals(business.agent().id().toString()));
        become(colleague, "available");
        writesAgain();
        decide();
        assertThat(holder()).isEmpty();

        behindTheirBacks("update routing.waiting set since = since - interval '5 minutes'");
        decide();

        assertThat(holder()).isEqualTo(business.colleague().id().toString());
        assertThat(newest().path("decisions").get(0).path("isKept").asBoolean()).isFalse();
    }

    @Test
    void nothingIsKeptForWhoeverIsNotAtWork() {
        become(agent, "busy");
        become(colleague, "available");
        writesAgain();
        decide();
        assertThat(holder()).isEmpty();

        become(agent, "break");

        await().until(() -> holder().equals(business.colleague().id().toString()));
    }

    @Test
    void whoeverComesBackTooLateComesToAnybody() {
        keeping("push", 60);
        behindTheirBacks(
                "update conversation.conversation set resolved_at = resolved_at - interval '2 minutes'");
        become(agent, "busy");
        become(colleague, "available");
        writesAgain();
        await().until(() -> holder().equals(business.colleague().id().toString()));
    }

    @Test
    void itIsTheOneWhoHadThemLastWhomTheyWaitFor() {
        keeping("pull", 3600);
        writesAgain();
        colleague.reply(id(), "I am Carl");
        colleague.post("/conversations/" + id() + "/resolution", Map.of());
        keeping("push", 3600);
        become(agent, "busy");
        become(colleague, "busy");
        meta.says(business, phone, "and again");
        await().until(() -> agent.conversationsOf(phone).size() == 3);
        assertThat(newest().path("waiting").path("keptFor").path("name").asString())
                .isEqualTo("Carl Colleague");
    }

    @Test
    void whoeverDeclinesThemMakesWay() {
        keeping("offer", 3600);
        become(agent, "available");
        become(colleague, "available");
        writesAgain();
        await().until(() -> offersTo(agent).size() == 1);
        agent.delete("/offers/" + offerTo(agent));
        await().until(() -> offersTo(colleague).size() == 1);
        assertThat(newest().path("waiting").path("keptFor").isNull()).isTrue();
    }

    private void keeping(String mode, int seconds) {
        var settings = Map.<String, Object>of("keepWithinSeconds", seconds, "keepWaitSeconds", 300);
        assertThat(set(business.department(), mode, settings).status()).isEqualTo(200);
    }

    private void writesAgain() {
        meta.says(business, phone, "me again " + Meta.newPhone());
        await().until(() -> agent.conversationsOf(phone).size() == 2);
    }

    private String id() {
        return agent.conversationsOf(phone).stream()
                .filter(it -> !it.path("status").asString().equals("resolved"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private String holder() {
        var assignee = manager.get("/conversations/" + id()).path("assignee");
        return assignee.path("id").asString("");
    }

    private tools.jackson.databind.JsonNode newest() {
        return manager.get("/conversations/" + id() + "/routing");
    }
}

package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A department whose agents are asked whether they take what waits. */
@MokedTest
class OffersTest extends OfferJourney {

    @BeforeEach
    void ask() {
        offering(Map.of());
        setMembers(business.agent(), business.colleague());
    }

    @Test
    void itIsTheirsOnceTheyAcceptAndTheirRoomIsKeptUntilThen() {
        setCapacity(business.agent(), 1);
        become(agent, "available");
        var phones = arrivals(2);
        await().until(() -> offersTo(agent).size() == 1);
        var asked = offersTo(agent).getFirst();
        assertThat(asked.path("conversationId").asString()).isEqualTo(idOf(phones.getFirst()));
        assertThat(asked.path("department").asString()).isEqualTo("General");
        assertThat(Instant.parse(asked.path("endsAt").asString())).isAfter(Instant.now());
        assertThat(assigneeOf(phones.getFirst())).isEmpty();
        assertThat(holds(business.agent())).isOne();
        var waiting = routingOf(phones.getFirst()).path("waiting");
        assertThat(waiting.path("offeredTo").path("name").asString()).isEqualTo("Ann Agent");
        assertThat(offersTo(colleague)).isEmpty();
        assertThat(accept(colleague, asked.path("id").asString()).status()).isEqualTo(404);

        var taken = accept(agent, asked.path("id").asString());

        assertThat(taken.body().path("conversationId").asString()).isEqualTo(idOf(phones.get(0)));
        assertThat(assigneeOf(phones.getFirst())).isEqualTo(business.agent().id().toString());
        assertThat(holds(business.agent())).isOne();
        assertThat(offersTo(agent)).isEmpty();
        assertThat(accept(agent, asked.path("id").asString()).code()).isEqualTo("offer-over");
        assertThat(answerOf(phones.getFirst(), 0)).isEqualTo("accepted");
        resolve(phones.getFirst());
        await().until(() -> offersTo(agent).size() == 1);
    }

    @Test
    void whoeverDeclinesMakesWayForAnotherWhoSaysWhy() {
        become(agent, "available");
        var phone = arrivals(1).getFirst();
        await().until(() -> offersTo(agent).size() == 1);
        become(colleague, "available");

        assertThat(agent.delete("/offers/" + offerTo(agent)).status()).isEqualTo(204);

        await().until(() -> offersTo(colleague).size() == 1);
        assertThat(holds(business.agent())).isZero();
        assertThat(offersTo(agent)).isEmpty();
        assertThat(answerOf(phone, 1)).isEqualTo("declined");
        accept(colleague, offerTo(colleague));
        var decision = routingOf(phone).path("decisions").get(0);
        assertThat(decision.path("agent").asString()).isEqualTo("Carl Colleague");
        assertThat(decision.path("obstacles").path("declined").asInt()).isOne();
    }

    @Test
    void itIsOfferedAgainToWhoeverDeclinedWhereNobodyElseIsThere() {
        become(agent, "available");
        var phone = arrivals(1).getFirst();
        await().until(() -> offersTo(agent).size() == 1);
        var first = offerTo(agent);

        agent.delete("/offers/" + first);

        await().until(() -> offersTo(agent).size() == 1 && !offerTo(agent).equals(first));
        become(colleague, "available");
        agent.delete("/offers/" + offerTo(agent));
        await().until(() -> offersTo(colleague).size() == 1);
        colleague.delete("/offers/" + offerTo(colleague));
        await().until(() -> offersTo(agent).size() == 1);
        assertThat(assigneeOf(phone)).isEmpty();
    }

    /** Nobody on this server was told: another one has decided, or this one has just come up. */
    @Test
    void whatIsLetPassGoesToAnotherThoughNobodyWasTold() {
        become(agent, "available");
        var phone = arrivals(1).getFirst();
        await().until(() -> offersTo(agent).size() == 1);
        var late = offerTo(agent);
        become(colleague, "available");
        behindTheirBacks("update routing.offer set ends_at = now() - interval '1 second'");
        assertThat(server.getBean(LeftBehind.class).tenants(Instant.now()))
                .contains(business.tenant().id());
        assertThat(accept(agent, late).code()).isEqualTo("offer-over");

        decide();

        assertThat(offersTo(colleague)).hasSize(1);
        assertThat(holds(business.agent())).isZero();
        assertThat(answerOf(phone, 1)).isEqualTo("passed");
        assertThat(accept(agent, late).code()).isEqualTo("offer-over");
    }

    @Test
    void anOfferEndsByItself() {
        offering(Map.of("offerSeconds", 5));
        become(agent, "available");
        become(colleague, "available");
        arrivals(1);
        await().until(() -> offersTo(agent).size() == 1);
        await().until(() -> offersTo(colleague).size() == 1);
    }

    @Test
    void whoeverLooksKnowsWhenTheNextOneEnds() {
        become(agent, "available");
        arrivals(1);
        await().until(() -> offersTo(agent).size() == 1);
        var outcome =
                TenantScope.call(
                        business.tenant().id(), server.getBean(Decisions.class)::decideAll);
        assertThat(outcome.again())
                .contains(Instant.parse(offersTo(agent).getFirst().path("endsAt").asString()));
    }

    @Test
    void whatIsAskedEndsAlsoWhereNobodyIsAskedAnyMore() {
        become(agent, "available");
        arrivals(1);
        await().until(() -> offersTo(agent).size() == 1);
        assertThat(set(business.department(), "pull", Map.of()).status()).isEqualTo(200);
        behindTheirBacks("update routing.offer set ends_at = now() - interval '1 second'");
        assertThat(server.getBean(LeftBehind.class).tenants(Instant.now()))
                .contains(business.tenant().id());

        decide();

        assertThat(holds(business.agent())).isZero();
    }

    @Test
    void whatIsAcceptedTakesAsMuchAsWasKeptForIt() {
        manager.put("/channels/" + business.channel() + "/weight", Map.of("units", 3));
        become(agent, "available");
        var phone = arrivals(1).getFirst();
        await().until(() -> offersTo(agent).size() == 1);
        accept(agent, offerTo(agent));
        assertThat(holds(business.agent())).isEqualTo(3);
        resolve(phone);
        assertThat(holds(business.agent())).isZero();
    }

    @Test
    void whoeverLeavesIsAskedNoMore() {
        become(agent, "available");
        arrivals(1);
        await().until(() -> offersTo(agent).size() == 1);
        become(agent, "break");
        await().until(() -> offersTo(agent).isEmpty());
        assertThat(holds(business.agent())).isZero();
        become(agent, "available");
        await().until(() -> offersTo(agent).size() == 1);
    }

    @Test
    void somebodyElseMayTakeWhatOneIsAskedFor() {
        become(agent, "available");
        var phone = arrivals(1).getFirst();
        await().until(() -> offersTo(agent).size() == 1);
        var offer = offerTo(agent);

        assertThat(colleague.reply(idOf(phone), "I have it").status()).isEqualTo(201);

        assertThat(assigneeOf(phone)).isEqualTo(business.colleague().id().toString());
        assertThat(offersTo(agent)).isEmpty();
        assertThat(holds(business.agent())).isZero();
        assertThat(accept(agent, offer).code()).isEqualTo("offer-over");
        assertThat(answerOf(phone, 0)).isEqualTo("withdrawn");
    }

    @Test
    void takingByHandWhatOneIsAskedForCountsOnce() {
        setCapacity(business.agent(), 1);
        become(agent, "available");
        var phone = arrivals(1).getFirst();
        await().until(() -> offersTo(agent).size() == 1);
        assertThat(agent.reply(idOf(phone), "I am here").status()).isEqualTo(201);
        assertThat(holds(business.agent())).isOne();
        resolve(phone);
        assertThat(holds(business.agent())).isZero();
    }

    @Test
    void whatIsResolvedIsOfferedToNobody() {
        become(agent, "available");
        var phone = arrivals(1).getFirst();
        await().until(() -> offersTo(agent).size() == 1);
        resolve(phone);
        assertThat(offersTo(agent)).isEmpty();
        assertThat(holds(business.agent())).isZero();
    }

    private void resolve(String phone) {
        manager.post("/conversations/" + idOf(phone) + "/resolution", Map.of());
    }

    private String answerOf(String phone, int decision) {
        return routingOf(phone).path("decisions").get(decision).path("answer").asString("");
    }
}

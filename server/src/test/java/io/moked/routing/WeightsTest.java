package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Business.Member;
import io.moked.MokedTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conversations of some channels take more of an agent than those of others. */
@MokedTest
class WeightsTest extends RoutingJourney {

    private void weigh(int units) {
        var path = "/channels/" + business.channel() + "/weight";
        assertThat(manager.put(path, Map.of("units", units)).status()).isEqualTo(200);
    }

    private long ofAgent(List<String> phones) {
        var id = business.agent().id().toString();
        return phones.stream().filter(it -> assigneeOf(it).equals(id)).count();
    }

    private void push(Member... members) {
        change("push", "longest_idle");
        setMembers(members);
    }

    @Test
    void nobodyIsGivenMoreUnitsThanTheyCanHold() {
        weigh(3);
        setCapacity(business.agent(), 7);
        push(business.agent());
        var phones = arrivals(3);
        become(agent, "available");
        await().until(() -> holds(business.agent()) == 6);
        assertThat(ofAgent(phones)).isEqualTo(2);
    }

    @Test
    void halfAUnitIsRefusedAndNotRoundedDown() {
        var refused =
                manager.put("/channels/" + business.channel() + "/weight", Map.of("units", 1.5));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("units");
    }

    @Test
    void whoTakesSomethingNeedsRoomForAllOfIt() {
        weigh(4);
        setCapacity(business.agent(), 5);
        var phones = arrivals(2);
        var path = "/conversations/%s/assignment";
        var own = Map.of("assigneeId", business.agent().id());
        assertThat(agent.put(path.formatted(idOf(phones.getFirst())), own).status()).isEqualTo(200);
        assertThat(agent.put(path.formatted(idOf(phones.getLast())), own).code())
                .isEqualTo("capacity-reached");
        assertThat(holds(business.agent())).isEqualTo(4);
    }

    @Test
    void whatIsHeldKeepsTheWeightItCameWith() {
        weigh(4);
        var conversation = idOf(arrivals(1).getFirst());
        var own = Map.of("assigneeId", business.agent().id());
        agent.put("/conversations/" + conversation + "/assignment", own);
        weigh(2);
        assertThat(holds(business.agent())).isEqualTo(4);
        agent.delete("/conversations/" + conversation + "/assignment");
        assertThat(holds(business.agent())).isZero();
        agent.put("/conversations/" + conversation + "/assignment", own);
        assertThat(holds(business.agent())).isEqualTo(2);
    }

    @Test
    void aConversationTakesOneUnitToTen() {
        assertThat(manager.items("/channel-weights").getFirst().path("units").asInt()).isOne();
        weigh(10);
        assertThat(manager.items("/channel-weights").getFirst().path("units").asInt())
                .isEqualTo(10);
        var path = "/channels/" + business.channel() + "/weight";
        for (int wrong : List.of(0, 11)) {
            assertThat(manager.put(path, Map.of("units", wrong)).status()).isEqualTo(400);
        }
        assertThat(agent.put(path, Map.of("units", 2)).status()).isEqualTo(403);
    }
}

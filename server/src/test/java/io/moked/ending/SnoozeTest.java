package io.moked.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conversations that are set aside. */
@MokedTest
class SnoozeTest extends EndingJourney {

    @Test
    void nobodyHoldsItMeanwhileAndAtItsTimeItIsTheSameAgentsAgain() {
        var one = answered();
        var until = Instant.now().plus(Duration.ofHours(3));

        assertThat(snooze(one, until).body().path("status").asString()).isEqualTo("snoozed");

        assertThat(holds(business.agent())).isZero();
        assertThat(agent.get("/conversations/counts").path("snoozed").path("count").asInt())
                .isEqualTo(1);
        pass(Duration.ofHours(2));
        assertThat(statusOf(one)).isEqualTo("snoozed");
        pass(Duration.ofHours(4));
        assertThat(statusOf(one)).isEqualTo("open");
        assertThat(assigneeOf(one)).isEqualTo(business.agent().id().toString());
        assertThat(holds(business.agent())).isEqualTo(1);
        pass(Duration.ofHours(5));
        assertThat(events(one).stream().filter("woken"::equals)).hasSize(1);
        assertThat(events(one)).contains("snoozed");
    }

    @Test
    void aMessageOfTheContactWakesItAtOnce() {
        var phone = Meta.newPhone();
        var one = answered(phone);
        snooze(one, null);
        pass(Duration.ofDays(30));
        assertThat(statusOf(one)).isEqualTo("snoozed");

        meta.says(business, phone, "here I am");

        await().until(() -> statusOf(one).equals("open"));
        assertThat(assigneeOf(one)).isEqualTo(business.agent().id().toString());
        assertThat(holds(business.agent())).isEqualTo(1);
        assertThat(at(one).path("unread").asInt()).isEqualTo(1);
    }

    @Test
    void whoeverHasNoRoomLeftFindsItInTheLineAtThePlaceOfItsWholeWait() {
        setCapacity(1);
        var one = answered();
        snooze(one, Instant.now().plus(Duration.ofHours(1)));
        var phone = Meta.newPhone();
        answered();
        meta.says(business, phone, "and me?");
        var waiting = idOf(phone);

        pass(Duration.ofHours(2));

        assertThat(at(one).path("handler").asString()).isEqualTo("queue");
        assertThat(events(one)).contains("woken", "unassigned Ann Agent");
        assertThat(before(one)).isZero();
        assertThat(before(waiting)).isEqualTo(1);
        assertThat(holds(business.agent())).isEqualTo(1);
    }

    @Test
    void whoeverGoesOnWithItOrMovesItWakesItToo() {
        var one = answered();
        snooze(one, null);
        agent.delete("/conversations/" + one + "/snooze");
        assertThat(statusOf(one)).isEqualTo("open");
        assertThat(holds(business.agent())).isEqualTo(1);
        snooze(one, null);
        agent.delete("/conversations/" + one + "/assignment");

        assertThat(statusOf(one)).isEqualTo("open");
        assertThat(holds(business.agent())).isZero();
        assertThat(events(one).stream().filter("woken"::equals)).hasSize(2);
        snooze(one, null);
        assertThat(resolve(one, Map.of()).status()).isEqualTo(200);
        assertThat(snooze(one, null).code()).isEqualTo("conversation-resolved");
    }

    private void setCapacity(int capacity) {
        var path = "/agents/" + business.agent().id() + "/capacity";
        manager.put(path, Map.of("capacity", capacity));
    }

    private int before(String conversation) {
        return manager.get("/conversations/" + conversation + "/routing")
                .path("waiting")
                .path("before")
                .asInt(-1);
    }
}

package io.moked.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.Outbound;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever waits no longer, and was answered by nobody. */
@MokedTest
class GivingUpTest extends GreetingJourney {

    private final String phone = Meta.newPhone();

    @Test
    void whoSaysSoWaitsNoLongerAndItIsToldOnce() {
        understand(List.of(), List.of("never mind"));
        says(phone, "hello");
        says(phone, "Never mind.");

        await().until(() -> conversationOf(phone).path("status").asString().equals("resolved"));
        assertThat(eventsIn(idOf(phone))).endsWith("abandoned", "resolved");
        assertThat(eventsIn(idOf(phone))).containsOnlyOnce("abandoned");
    }

    @Test
    void whoIsWithAnAgentEndsNothingByAWord() {
        understand(List.of(), List.of("never mind"));
        says(phone, "hello");
        agent.reply(idOf(phone), "Yes?");
        says(phone, "never mind");

        wordsOnceThereAre(3, idOf(phone));
        assertThat(conversationOf(phone).path("status").asString()).isEqualTo("open");
    }

    @Test
    void whatEndsWhileItWaitsUnansweredWasGivenUp() {
        says(phone, "hello");
        agent.post("/conversations/" + idOf(phone) + "/resolution", Map.of());

        assertThat(eventsIn(idOf(phone))).endsWith("abandoned", "resolved");
    }

    @Test
    void whatWasAnsweredWasNotGivenUp() {
        says(phone, "hello");
        agent.reply(idOf(phone), "Yes?");
        agent.call("DELETE", "/conversations/" + idOf(phone) + "/assignment", null);
        agent.post("/conversations/" + idOf(phone) + "/resolution", Map.of());

        assertThat(eventsIn(idOf(phone))).doesNotContain("abandoned");
    }

    @Test
    void aWordMeansOneThing() {
        var both =
                Map.of(
                        "askWords",
                        List.of("stop?"),
                        "giveUpWords",
                        List.of("STOP"),
                        "greetAgainHours",
                        12,
                        "askAgainMinutes",
                        5);
        assertThat(Outbound.errors(manager.put("/greeting-setting", both)))
                .containsEntry("giveUpWords", "also-asks");
    }
}

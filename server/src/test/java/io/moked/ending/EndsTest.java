package io.moked.ending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why conversations end, what is left to do then, and when they begin again. */
@MokedTest
class EndsTest extends EndingJourney {

    @Test
    void whyItEndedStandsInTheThreadAndStaysWhenTheReasonIsRemoved() {
        var sold = add("Sold");
        var lost = add("Lost");
        assertThat(manager.post("/dispositions", Map.of("name", "sold")).code())
                .isEqualTo("disposition-name-taken");
        var order = Map.of("ids", List.of(lost, sold));
        assertThat(manager.put("/dispositions/order", order).status()).isEqualTo(200);
        assertThat(agent.items("/dispositions"))
                .extracting(it -> it.path("name").asString())
                .containsExactly("Lost", "Sold");
        var one = answered();

        resolve(one, Map.of("dispositionId", sold));
        manager.delete("/dispositions/" + sold);

        assertThat(events(one)).contains("resolved Sold");
        assertThat(at(one).path("disposition").path("name").asString()).isEqualTo("Sold");
        assertThat(agent.items("/dispositions")).hasSize(1);
        assertThat(fields(resolve(answered(), Map.of("dispositionId", sold))))
                .containsExactly("dispositionId unknown");
    }

    @Test
    void whereAReasonIsRequiredNothingEndsWithoutOne() {
        var sold = add("Sold");
        setEnding(Map.of("requiresDisposition", true));
        var one = answered();

        assertThat(resolve(one, Map.of()).code()).isEqualTo("disposition-required");
        assertThat(statusOf(one)).isEqualTo("open");
        assertThat(resolve(one, Map.of("dispositionId", sold)).status()).isEqualTo(200);
    }

    @Test
    void theRoomOfWhatHasEndedIsKeptUntilItsWrapUpIsOver() {
        setEnding(Map.of("wrapUpSeconds", 60));
        var one = answered();
        var other = answered();
        resolve(one, Map.of());
        resolve(other, Map.of());

        assertThat(holds(business.agent())).isEqualTo(2);
        assertThat(agent.items("/me/wrap-ups")).hasSize(2);
        assertThat(colleague.items("/me/wrap-ups")).isEmpty();
        colleague.delete("/me/wrap-ups/" + one);
        assertThat(holds(business.agent())).isEqualTo(2);
        agent.delete("/me/wrap-ups/" + one);
        assertThat(holds(business.agent())).isEqualTo(1);
        pass(Duration.ofSeconds(61));
        assertThat(holds(business.agent())).isZero();
    }

    @Test
    void whatIsReopenedInItsWrapUpIsHeldOnceAndForGood() {
        setEnding(Map.of("wrapUpSeconds", 60));
        var one = answered();
        resolve(one, Map.of());
        agent.delete("/conversations/" + one + "/resolution");

        pass(Duration.ofSeconds(61));

        assertThat(holds(business.agent())).isEqualTo(1);
        assertThat(statusOf(one)).isEqualTo("open");
    }

    @Test
    void aMessageSoonAfterTheEndOpensTheSameConversationAgainForTheSameAgent() {
        assertThat(manager.put("/reopening", Map.of("reopeningMinutes", 60)).status())
                .isEqualTo(200);
        var phone = Meta.newPhone();
        var one = answered(phone);
        resolve(one, Map.of());

        meta.says(business, phone, "one more thing");

        await().until(() -> statusOf(one).equals("open"));
        assertThat(assigneeOf(one)).isEqualTo(business.agent().id().toString());
        assertThat(holds(business.agent())).isEqualTo(1);
        assertThat(agent.conversationsOf(phone)).hasSize(1);
        assertThat(events(one)).contains("reopened");
    }

    @Test
    void withoutThatAMessageBeginsANewConversation() {
        var phone = Meta.newPhone();
        var one = answered(phone);
        resolve(one, Map.of());

        meta.says(business, phone, "something else");

        await().until(() -> agent.conversationsOf(phone).size() == 2);
        assertThat(statusOf(one)).isEqualTo("resolved");
    }

    @Test
    void whatCannotBeMeantIsRefusedFieldByField() {
        assertThat(fields(setEnding(Map.of("nudgeMinutes", 10)))).containsExactly("nudge missing");
        var text = Map.of("english", "Are you there?");
        assertThat(
                        fields(
                                setEnding(
                                        Map.of(
                                                "nudgeMinutes", 10,
                                                "nudge", text,
                                                "resolveMinutes", 10))))
                .containsExactly("resolveMinutes not-after-nudge");
        assertThat(
                        fields(
                                setEnding(
                                        Map.of(
                                                "resolveMinutes",
                                                10,
                                                "farewell",
                                                Map.of("hebrew", "א".repeat(4_097))))))
                .containsExactly("farewell.hebrew too-long");
        assertThat(fields(setEnding(Map.of("wrapUpSeconds", 3_601))))
                .containsExactly("wrapUpSeconds out-of-range");
        assertThat(fields(manager.put("/reopening", Map.of("reopeningMinutes", -1))))
                .containsExactly("reopeningMinutes out-of-range");
        var one = answered();
        assertThat(fields(snooze(one, Instant.now().minusSeconds(1))))
                .containsExactly("until past");
        assertThat(fields(snooze(one, Instant.now().plus(Duration.ofDays(400)))))
                .containsExactly("until out-of-range");
    }

    private String add(String name) {
        return manager.post("/dispositions", Map.of("name", name)).body().path("id").asString();
    }

    private static List<String> fields(Api.Answer answer) {
        return answer.body()
                .path("errors")
                .valueStream()
                .map(it -> it.path("field").asString() + " " + it.path("message").asString())
                .toList();
    }
}

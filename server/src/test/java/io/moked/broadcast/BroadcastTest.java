package io.moked.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A template goes to many contacts: to each once, and what becomes of it is seen. */
@MokedTest
class BroadcastTest extends BroadcastJourney {

    @Test
    void everybodyIsSentItOnceInTheirNameAndWhatCameOfItIsCounted() {
        var phones = contacts(4);
        var id = start(toEverybody());
        assertThat(onceIn("finished", id).path("results").path("recipients").asInt()).isEqualTo(4);
        for (var phone : phones) {
            var parameters = sentTo(phone).path("template").path("components").path(0);
            assertThat(parameters.path("parameters").path(0).path("text").asString())
                    .isEqualTo("Name of " + phone);
        }
        await().until(() -> result(id, "sent") == 4);
        tells(statusOf(phones.get(0), "delivered"));
        tells(statusOf(phones.get(1), "read"));
        says(phones.get(1), "how nice");
        await().until(() -> result(id, "delivered") == 1 && result(id, "read") == 1);
        await().until(() -> result(id, "replied") == 1);
        assertThat(recipient(id, phones.get(1)).path("repliedAt").isMissingNode()).isFalse();
        assertThat(
                        manager.items("/broadcasts/" + id + "/recipients?state=read").stream()
                                .map(it -> it.path("name").asString()))
                .containsExactly("Name of " + phones.get(1));
    }

    @Test
    void whatIsAddedUpIsWhatThereIsHoweverRecipientsMoved() {
        var phones = contacts(5);
        stopsMarketing(phones.get(0));
        var id = start(toEverybody());
        onceIn("finished", id);
        tells(statusOf(phones.get(1), "read"));
        says(phones.get(1), "how nice");
        await().until(() -> result(id, "replied") == 1 && result(id, "read") == 1);
        inTheDatabase(jdbc ->
                jdbc.sql(
                                """
                                update broadcast.recipient set state = 'failed', reason = '131026'
                                where contact_id = (select max(contact_id::text)::uuid from broadcast.recipient
                                    where state = 'sent')
                                """)
                        .update());
        var results = broadcast(id).path("results");
        assertThat(results.path("recipients").asInt()).isEqualTo(5);
        assertThat(results.path("sent").asInt()).isEqualTo(2);
        assertThat(results.path("whyFailed").path("131026").asInt()).isEqualTo(1);
        assertThat(results.path("whySkipped").path("opted-out").asInt()).isEqualTo(1);
        assertThat(results.path("replied").asInt()).isEqualTo(1);
        inTheDatabase(jdbc ->
                assertThat(
                                jdbc.sql("select count(*) from broadcast.tally")
                                        .query(Integer.class)
                                        .single())
                        .as("rows that are summed up again")
                        .isLessThan(20));
    }

    private Map<String, Object> statusOf(String phone, String status) {
        var reference = sentTo(phone).path("biz_opaque_callback_data").asString();
        return Meta.status("wamid." + reference, status, UUID.fromString(reference));
    }

    @Test
    void theSamePlanPostedTwiceIsOneBroadcast() {
        var phones = contacts(1);
        var plan = toEverybody();
        var id = start(plan);
        var again = manager.post("/broadcasts", plan);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("id").asString()).isEqualTo(id);
        onceIn("finished", id);
        sentTo(phones.getFirst());
        assertThat(manager.items("/broadcasts")).hasSize(1);
    }

    @Test
    void nobodyWaitsInAQueueUntilTheyAnswerAndThenTheirAnswerStandsUnderTheMessage() {
        var phone = contacts(1).getFirst();
        onceIn("finished", start(toEverybody()));
        assertThat(agent.items("/conversations?status=resolved&handler=nobody")).hasSize(1);
        assertThat(agent.items("/conversations?status=resolved"))
                .noneMatch(it -> it.path("handler").asString().equals("nobody"));
        assertThat(agent.items("/conversations?status=open&handler=queue")).isEmpty();
        var contact = agent.conversationsOf(phone).getFirst().path("contact").path("id").asString();
        var begun =
                agent.items("/conversations?contact=" + contact).stream()
                        .filter(it -> it.path("handler").asString().equals("nobody"))
                        .findFirst()
                        .orElseThrow();
        says(phone, "when do you open?");
        await().until(() -> agent.items("/conversations?status=open&handler=queue").size() == 1);
        var waiting = agent.items("/conversations?status=open&handler=queue").getFirst();
        assertThat(waiting.path("id")).isEqualTo(begun.path("id"));
        assertThat(waiting.path("department").path("id").asString())
                .isEqualTo(business.department().toString());
        assertThat(wordsIn(waiting.path("id").asString()))
                .containsExactly(
                        "Hi Name of " + phone + ", we are open again.", "when do you open?");
    }

    @Test
    void whatPeopleWorkOnKeepsItsPlaceAndItsLastWords() {
        var phone = Meta.newPhone();
        says(phone, "my parcel is lost");
        var before = conversationOf(phone);
        onceIn("finished", start(toEverybody()));
        var after = conversationOf(phone);
        assertThat(after.path("lastMessage")).isEqualTo(before.path("lastMessage"));
        assertThat(after.path("lastMessageAt")).isEqualTo(before.path("lastMessageAt"));
        assertThat(after.path("unread").asInt()).isEqualTo(1);
        assertThat(wordsIn(after.path("id").asString())).hasSize(2);
    }

    @Test
    void whoeverWantsNoMarketingIsLeftOut() {
        var phones = contacts(2);
        stopsMarketing(phones.getFirst());
        assertThat(
                        manager.post("/broadcasts/drafts", toEverybody())
                                .body()
                                .path("skipped")
                                .path("opted-out")
                                .asInt())
                .isEqualTo(1);
        var id = start(toEverybody());
        onceIn("finished", id);
        assertThat(graph.acceptedFor(phones.getFirst())).isEmpty();
        sentTo(phones.get(1));
        assertThat(recipient(id, phones.getFirst()).path("reason").asString())
                .isEqualTo("opted-out");
    }

    @Test
    void whoeverLacksAValueIsLeftOutAndWhoeverHasAnotherLanguageReadsTheirs() {
        var phones = contacts(2);
        addTemplate("he", "MARKETING");
        var dana = manager.items("/contacts?q=" + phones.getFirst()).getFirst();
        var contact = "/contacts/" + dana.path("id").asString();
        manager.call("PATCH", contact, Map.of("language", "he"));
        var plan = toEverybody();
        plan.put("byLanguage", true);
        onceIn("finished", start(plan));
        assertThat(sentTo(phones.get(0)).path("template").path("language").path("code").asString())
                .isEqualTo("he");
        assertThat(sentTo(phones.get(1)).path("template").path("language").path("code").asString())
                .isEqualTo("en");
        inTheDatabase(jdbc -> jdbc.sql("update contact.contact set name = null").update());
        plan.put("clientId", UUID.randomUUID());
        plan.put("values", Map.of("body.1", Map.of("field", "name")));
        var id = start(plan);
        onceIn("finished", id);
        assertThat(broadcast(id).path("results").path("whySkipped").path("value-missing").asInt())
                .isEqualTo(2);
    }

    @Test
    void nobodyIsDisturbedInTheirQuietHours() {
        var phone = contacts(1).getFirst();
        var there = LocalTime.now(ZoneId.of("Asia/Tokyo"));
        var dana = manager.items("/contacts?q=" + phone).getFirst();
        var contact = "/contacts/" + dana.path("id").asString();
        manager.call("PATCH", contact, Map.of("timeZone", "Asia/Tokyo"));
        var plan = toEverybody();
        plan.put(
                "quiet",
                Map.of(
                        "from",
                        there.minusHours(1).toString(),
                        "to",
                        there.plusHours(1).toString()));
        var id = start(plan);
        var later =
                """
                select due_at > now() + interval '50 minutes' from broadcast.recipient
                where broadcast_id = :id
                """;
        await().untilAsserted(() ->
                inTheDatabase(jdbc ->
                        assertThat(
                                        jdbc.sql(later)
                                                .param("id", UUID.fromString(id))
                                                .query(Boolean.class)
                                                .list())
                                .containsExactly(true)));
        assertThat(stateOf(id)).isEqualTo("running");
        assertThat(Instant.parse(broadcast(id).path("quietUntil").asString()))
                .isAfter(Instant.now());
        assertThat(graph.acceptedFor(phone)).isEmpty();
    }

    @Test
    void aPlanThatCannotBeSentIsRefused() {
        assertThat(manager.post("/broadcasts", toEverybody()).code())
                .isEqualTo("broadcast-to-nobody");
        contacts(1);
        var unfit = toEverybody();
        unfit.put("values", Map.of("body.1", Map.of("text", "two\nlines")));
        assertThat(manager.post("/broadcasts", unfit).status()).isEqualTo(400);
        inTheDatabase(jdbc -> jdbc.sql("update template.template set status = 'PAUSED'").update());
        assertThat(manager.post("/broadcasts", toEverybody()).code())
                .isEqualTo("template-not-sendable");
        assertThat(Api.of(port, business.agent()).post("/broadcasts", toEverybody()).status())
                .isEqualTo(403);
    }
}

package io.moked.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.MokedTest;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever is written to may be another person meanwhile, want none of it, or be taken on. */
@MokedTest
class BroadcastPeopleTest extends BroadcastJourney {

    private String contactOf(String phone) {
        return manager.items("/contacts?q=" + phone).getFirst().path("id").asString();
    }

    @Test
    void contactsThatBecomeOnePersonMeanwhileAreWrittenToOnce() {
        var phones = contacts(3);
        var ids = phones.stream().map(this::contactOf).toList();
        var there = LocalTime.now(ZoneId.of("Asia/Tokyo"));
        var plan = toEverybody();
        plan.put("timeZone", "Asia/Tokyo");
        plan.put("criteria", Map.of("labels", List.of("chosen")));
        plan.put(
                "quiet",
                Map.of(
                        "from",
                        there.minusHours(1).toString(),
                        "to",
                        there.plusHours(1).toString()));
        // The head is not chosen itself, and both of its parts are.
        label(ids.get(1));
        label(ids.get(2));
        inTheDatabase(jdbc -> jdbc.sql("update contact.contact set time_zone = null").update());
        var id = start(plan);
        await().until(() -> result(id, "recipients") == 2);
        inTheDatabase(jdbc -> {
            jdbc.sql("update contact.contact set merged_into = :head where id = any(:parts)")
                    .param("head", UUID.fromString(ids.getFirst()))
                    .param(
                            "parts",
                            new UUID[] {UUID.fromString(ids.get(1)), UUID.fromString(ids.get(2))})
                    .update();
            jdbc.sql("update broadcast.broadcast set quiet_from = null, quiet_to = null").update();
            jdbc.sql("update broadcast.recipient set due_at = now()").update();
        });
        onceIn("finished", id);
        assertThat(result(id, "sent")).isEqualTo(1);
        assertThat(broadcast(id).path("results").path("whySkipped").path("merged").asInt())
                .isEqualTo(1);
    }

    @Test
    void whoseQuietHoursBeginWhileTheirMessageWaitsToLeaveIsSeenToBeLeftInPeace() {
        contacts(4);
        inTheDatabase(jdbc -> jdbc.sql("update contact.contact set time_zone = null").update());
        letTheNumberSendSlowly();
        var plan = toEverybody();
        plan.put("timeZone", "Asia/Tokyo");
        var id = start(plan);
        await().until(() -> result(id, "sent") >= 1);
        var there = LocalTime.now(ZoneId.of("Asia/Tokyo"));
        inTheDatabase(jdbc ->
                jdbc.sql(
                                "update broadcast.broadcast set quiet_from = :from::time, quiet_to = :to::time")
                        .param("from", there.minusHours(1).toString())
                        .param("to", there.plusHours(1).toString())
                        .update());
        await().until(() -> !broadcast(id).path("quietUntil").asString("").isEmpty());
        assertThat(result(id, "queued")).isZero();
        assertThat(result(id, "waiting")).isPositive();
    }

    private void label(String contact) {
        manager.call("PATCH", "/contacts/" + contact, Map.of("labels", List.of("chosen")));
    }

    @Test
    void whatIsMarketingInTheirLanguageDoesNotGoToWhoeverWantsNone() {
        var phone = contacts(1).getFirst();
        inTheDatabase(
                jdbc -> jdbc.sql("update template.template set category = 'UTILITY'").update());
        addTemplate("he", "MARKETING");
        manager.call("PATCH", "/contacts/" + contactOf(phone), Map.of("language", "he"));
        stopsMarketing(phone);
        var plan = toEverybody();
        plan.put("byLanguage", true);
        var id = start(plan);
        onceIn("finished", id);
        assertThat(recipient(id, phone).path("reason").asString()).isEqualTo("opted-out");
        assertThat(graph.acceptedFor(phone)).isEmpty();
    }

    @Test
    void whoWantsNoneIsCountedBeforeByTheLanguageTheyWouldBeWrittenIn() {
        var phones = contacts(3);
        inTheDatabase(
                jdbc -> jdbc.sql("update template.template set category = 'UTILITY'").update());
        addTemplate("he", "MARKETING");
        manager.call("PATCH", "/contacts/" + contactOf(phones.get(0)), Map.of("language", "he"));
        stopsMarketing(phones.get(0));
        stopsMarketing(phones.get(1));
        var plan = toEverybody();
        var drafts = "/broadcasts/drafts";
        assertThat(manager.post(drafts, plan).body().path("skipped").has("opted-out")).isFalse();
        plan.put("byLanguage", true);
        var draft = manager.post(drafts, plan).body();
        assertThat(draft.path("skipped").path("opted-out").asInt()).isEqualTo(1);
        assertThat(
                        Api.list(draft.path("samples")).stream()
                                .filter(it -> it.path("skipped").asString("").equals("opted-out"))
                                .map(it -> it.path("contactId").asString()))
                .containsExactly(contactOf(phones.get(0)));
    }

    @Test
    void whatNobodyHadToAnswerWaitsForSomebodyOnceItIsReopened() {
        contacts(1);
        onceIn("finished", start(toEverybody()));
        var begun = agent.items("/conversations?status=resolved&handler=nobody").getFirst();
        var opened =
                manager.delete("/conversations/" + begun.path("id").asString() + "/resolution");
        assertThat(opened.body().path("handler").asString()).isEqualTo("queue");
        assertThat(opened.body().path("waitingSince").isMissingNode()).isFalse();
    }

    @Test
    void whatWasNotSentToWhoeverWantsNoMarketingIsNotSentByHandEither() {
        var phone = contacts(1).getFirst();
        onceIn("finished", start(toEverybody()));
        stopsMarketing(phone);
        inTheDatabase(jdbc ->
                jdbc.sql(
                                """
                                update conversation.message set status = 'failed', failure_code = 'opted-out'
                                where author_kind = 'system'
                                """)
                        .update());
        var begun = manager.items("/conversations?status=resolved&handler=nobody").getFirst();
        var thread = "/conversations/" + begun.path("id").asString();
        var message = manager.items(thread + "/messages").getFirst().path("id").asString();
        assertThat(manager.post(thread + "/messages/" + message + "/retries", null).code())
                .isEqualTo("marketing-stopped");
    }
}

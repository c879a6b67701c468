package io.moked.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import io.moked.channel.ChannelId;
import io.moked.sending.Outbox;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broadcast is paused, goes on and is cancelled, by people and by itself. */
@MokedTest
class BroadcastTurnsTest extends BroadcastJourney {

    private int queuedInThreads() {
        var queued = new int[1];
        inTheDatabase(jdbc ->
                queued[0] =
                        jdbc.sql(
                                        """
                                        select count(*) from conversation.message
                                        where status = 'queued' and direction = 'outbound'
                                        """)
                                .query(Integer.class)
                                .single());
        return queued[0];
    }

    @Test
    void whatIsPausedLeavesTheOutboxAndGoesOnWhereItWas() {
        var phones = contacts(6);
        letTheNumberSendSlowly();
        var id = start(toEverybody());
        await().until(() -> result(id, "sent") >= 1);
        assertThat(manager.post("/broadcasts/" + id + "/pause", Map.of()).status()).isEqualTo(200);
        await().until(() -> result(id, "queued") == 0 && queuedInThreads() == 0);
        var paused = broadcast(id);
        assertThat(paused.path("pause").asString()).isEqualTo("by-hand");
        assertThat(paused.path("results").path("waiting").asInt()).isPositive();
        assertThat(manager.post("/broadcasts/" + id + "/pause", Map.of()).code())
                .isEqualTo("broadcast-not-turned");
        assertThat(manager.delete("/broadcasts/" + id + "/pause").status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> stateOf(id).equals("finished"));
        phones.forEach(this::sentTo);
    }

    @Test
    void whatIsCancelledIsSentToNobodyElseAndLeavesNoTrace() {
        contacts(6);
        letTheNumberSendSlowly();
        var id = start(toEverybody());
        await().until(() -> result(id, "sent") >= 1);
        assertThat(manager.post("/broadcasts/" + id + "/cancellation", Map.of()).status())
                .isEqualTo(200);
        await().until(() -> result(id, "queued") == 0 && queuedInThreads() == 0);
        assertThat(stateOf(id)).isEqualTo("cancelled");
        assertThat(manager.delete("/broadcasts/" + id + "/pause").code())
                .isEqualTo("broadcast-not-turned");
    }

    @Test
    void whatIsTakenBackTakesItsPicturesAlongAndLeavesWhatSomebodyNoted() {
        contacts(6);
        letTheNumberSendSlowly();
        var id = start(toEverybody());
        await().until(() -> result(id, "sent") >= 1);
        inTheDatabase(jdbc -> {
            jdbc.sql(
                            """
                            insert into conversation.shared_file (tenant_id, media_id, conversation_id)
                            select tenant_id, gen_random_uuid(), id from conversation.conversation
                            """)
                    .update();
            jdbc.sql(
                            """
                            insert into conversation.note (tenant_id, id, conversation_id, author_id, body, client_id, at)
                            select c.tenant_id, gen_random_uuid(), c.id, gen_random_uuid(), 'look', gen_random_uuid(), now()
                            from sending.outbox o join conversation.message m on m.id = o.message_id
                                join conversation.conversation c on c.id = m.conversation_id
                            order by o.seq desc limit 1
                            """)
                    .update();
        });
        assertThat(manager.post("/broadcasts/" + id + "/cancellation", Map.of()).status())
                .isEqualTo(200);
        await().until(() -> result(id, "queued") == 0 && queuedInThreads() == 0);
        var silent =
                """
                select count(*) from conversation.conversation c where c.handler = 'nobody' and not exists
                    (select from conversation.message m where m.conversation_id = c.id)
                """;
        inTheDatabase(jdbc ->
                assertThat(jdbc.sql(silent).query(Integer.class).single())
                        .as("only where a note stands")
                        .isEqualTo(1));
    }

    @Test
    void whatIsPlannedForLaterWaitsForItsTime() {
        var phone = contacts(1).getFirst();
        var plan = toEverybody();
        plan.put("startsAt", Instant.now().plus(1, ChronoUnit.DAYS));
        var id = start(plan);
        assertThat(stateOf(id)).isEqualTo("planned");
        inTheDatabase(
                jdbc -> jdbc.sql("update broadcast.broadcast set starts_at = now()").update());
        onceIn("finished", id);
        sentTo(phone);
    }

    @Test
    void anAgentsReplyOvertakesIt() {
        contacts(3);
        letTheNumberSendSlowly();
        var phone = io.moked.Meta.newPhone();
        says(phone, "are you there?");
        var conversation = idOf(phone);
        var id = start(toEverybody());
        await().until(() -> wordsIn(conversation).size() == 2);
        var later = "update sending.outbox set due_at = now() + interval '10 minutes'";
        inTheDatabase(jdbc -> jdbc.sql(later + " where state = 'queued'").update());
        TenantScope.run(
                business.tenant().id(),
                () ->
                        assertThat(server.getBean(Outbox.class).bulk(new ChannelId(channel)))
                                .as("what is put off holds up nothing")
                                .isZero());
        agent.reply(conversation, "yes, we are");
        await().until(() -> graph.acceptedFor(phone).stream().anyMatch(it -> it.has("text")));
        manager.post("/broadcasts/" + id + "/cancellation", Map.of());
    }

    @Test
    void aTemplateThatMetaPausesPausesIt() {
        contacts(1);
        inTheDatabase(
                jdbc -> jdbc.sql("update template.template set category = 'UTILITY'").update());
        var plan = toEverybody();
        plan.put("startsAt", Instant.now().plus(1, ChronoUnit.DAYS));
        var id = start(plan);
        inTheDatabase(jdbc -> {
            jdbc.sql("update template.template set status = 'PAUSED'").update();
            jdbc.sql("update broadcast.broadcast set starts_at = now()").update();
        });
        assertThat(onceIn("paused", id).path("pause").asString()).isEqualTo("template");
    }

    @Test
    void aLanguageThatMetaTakesNoMoreIsSentInThePlannedOneAndNobodyIsLeftOut() {
        var phones = contacts(5);
        inTheDatabase(jdbc -> jdbc.sql("update contact.contact set language = 'he'").update());
        var hebrew = addTemplate("he", "MARKETING");
        letTheNumberSendSlowly();
        var plan = toEverybody();
        plan.put("byLanguage", true);
        var id = start(plan);
        await().until(() -> result(id, "sent") >= 1);
        inTheDatabase(jdbc ->
                jdbc.sql("update template.template set status = 'PAUSED' where id = :hebrew")
                        .param("hebrew", hebrew)
                        .update());
        await().atMost(Duration.ofSeconds(30)).until(() -> stateOf(id).equals("finished"));
        assertThat(result(id, "failed")).isZero();
        assertThat(phones.stream().map(this::languageSentTo)).contains("he", "en");
    }

    private String languageSentTo(String phone) {
        return sentTo(phone).path("template").path("language").path("code").asString();
    }

    @Test
    void aNumberThatPeopleComplainOfPausesItUntilSomebodyLetsItGoOn() {
        var phone = contacts(1).getFirst();
        inTheDatabase(jdbc ->
                jdbc.sql(
                                """
                                insert into number.news values (tenancy.current_tenant(), :account, :phone, 'quality',
                                    'phone_number_quality_update', 'FLAGGED', '{}', now(), now())
                                """)
                        .param("account", account)
                        .param("phone", "1555" + number)
                        .update());
        var id = start(toEverybody());
        assertThat(onceIn("paused", id).path("pause").asString()).isEqualTo("number-quality");
        assertThat(graph.acceptedFor(phone)).isEmpty();
        manager.delete("/broadcasts/" + id + "/pause");
        onceIn("finished", id);
        sentTo(phone);
    }

    @Test
    void aNumberThatMetaRatesRedPausesItToo() {
        contacts(6);
        letTheNumberSendSlowly();
        graph.tell("GET " + number + "?fields=quality_rating", "{\"quality_rating\": \"RED\"}");
        var id = start(toEverybody());
        assertThat(onceIn("paused", id).path("pause").asString()).isEqualTo("number-quality");
    }

    @Test
    void ofANumberThatMetaRatesRedNothingLeavesBeforeThatIsKnown() {
        var phones = contacts(3);
        graph.tell("GET " + number + "?fields=quality_rating", "{\"quality_rating\": \"RED\"}");
        var id = start(toEverybody());
        assertThat(onceIn("paused", id).path("pause").asString()).isEqualTo("number-quality");
        assertThat(phones).allMatch(it -> graph.acceptedFor(it).isEmpty());
    }

    /** Neither the one that met it is lost, nor those after it. */
    @ParameterizedTest
    @CsvSource({
        "400, {\"error\":{\"code\":131048}}, spam",
        "400, {\"error\":{\"code\":132015}}, template",
        "200, '{\"messages\":[{\"id\":\"wamid.it\",\"message_status\":\"paused\"}]}', template"
    })
    void oneWordOfMetaIsEnough(int status, String answer, String reason) {
        var phones = contacts(3);
        letTheNumberSendSlowly();
        graph.next(graph.answer(status, answer));
        var id = start(toEverybody());
        assertThat(onceIn("paused", id).path("pause").asString()).isEqualTo(reason);
        await().until(() -> result(id, "queued") == 0);
        assertThat(result(id, "failed")).isZero();
        manager.delete("/broadcasts/" + id + "/pause");
        await().atMost(Duration.ofSeconds(30)).until(() -> stateOf(id).equals("finished"));
        phones.forEach(this::sentTo);
    }
}

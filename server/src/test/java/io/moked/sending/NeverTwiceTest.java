package io.moked.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.channel.ChannelId;
import io.moked.database.WorkerDatabase;
import io.moked.sending.OutboxClaims.Claimed;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Whatever the network says and when: no machine sends again what may have arrived. */
@MokedTest
class NeverTwiceTest extends Journey {

    private static final String OUT_OF_SERVICE = error(131016);

    @Autowired WorkerDatabase worker;
    @Autowired OutboxStore outbox;
    @Autowired TransactionTemplate transactions;
    @Autowired JdbcClient jdbc;

    private static String error(int code) {
        return "{\"error\":{\"code\":" + code + ",\"message\":\"not now\"}}";
    }

    @Test
    void whatTheNetworkDoesNotTakeYetSaysWhyAndWhenItIsTriedAgain() {
        var conversation = conversationWith(Meta.newPhone());
        GraphStub.get().next(GraphStub.get().answer(503, error(133004)));
        var before = Instant.now();
        agent.reply(conversation, "in a while");
        await().until(() -> latest(conversation).hasNonNull("delay"));
        var waiting = latest(conversation);
        assertThat(waiting.path("status").asString()).isEqualTo("queued");
        assertThat(waiting.at("/delay/code").asString()).isEqualTo("133004");
        assertThat(Instant.parse(waiting.at("/delay/nextTryAt").asString())).isAfter(before);
    }

    @Test
    void whatArrivedAlthoughTheNetworkSaidOtherwiseIsNotSentAgain() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        GraphStub.get().next(GraphStub.get().acceptAndAnswer(503, OUT_OF_SERVICE));
        var reply = agent.reply(conversation, "here already").body().path("id").asString();
        await().until(() -> latest(conversation).hasNonNull("delay"));
        meta.tells(business, Meta.status("wamid.there", "delivered", UUID.fromString(reply)));
        await().until(() -> latest(conversation).path("status").asString().equals("delivered"));
        assertThat(isInTheOutbox(reply)).isFalse();
        assertThat(GraphStub.get().acceptedFor(phone)).hasSize(1);
    }

    @Test
    void whatAPersonHasSentAgainGoesNoMoreByItself() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        GraphStub.get().next(GraphStub.get().acceptAndHangUp());
        var lost = agent.reply(conversation, "is it there?").body().path("id").asString();
        await().until(() -> latest(conversation).path("status").asString().equals("unconfirmed"));
        longAgo(lost);
        agent.post("/conversations/" + conversation + "/messages/" + lost + "/retries", null);
        var closed = new HashMap<>(Meta.status("wamid.lost", "failed", UUID.fromString(lost)));
        closed.put("errors", List.of(Map.of("code", 131047, "title", "Re-engagement message")));
        meta.tells(business, closed);
        await().until(() -> statusOf(conversation, lost).equals("failed"));
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 2);
        assertThat(isInTheOutbox(lost)).isFalse();
    }

    @Test
    void metasMistakeAboutTheWindowIsForgivenAlsoAfterAPause() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        GraphStub.get().next(GraphStub.get().answer(400, error(130429)));
        GraphStub.get().next(GraphStub.get().answer(400, error(131047)));
        agent.reply(conversation, "at last");
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
    }

    @Test
    void whoeverWasSilentForTooLongMaySendNoMoreThoughNobodyTookOver() {
        var claim =
                new Claimed(
                        business.tenant().id(),
                        UUID.randomUUID(),
                        new ChannelId(business.channel()),
                        1,
                        Parcel.Urgency.PROMPT,
                        null);
        var now = Instant.now();
        TenantScope.run(
                business.tenant().id(),
                () ->
                        transactions.executeWithoutResult(tx -> {
                            outbox.add(
                                    List.of(
                                            new Parcel(
                                                    claim.message(),
                                                    claim.channel(),
                                                    UUID.randomUUID(),
                                                    claim.urgency())),
                                    now.plus(OutboxClaims.LEASE));
                            jdbc.sql(
                                            "update sending.outbox set state = 'sending', attempts = 1 where message_id = ?")
                                    .param(claim.message())
                                    .update();
                            assertThat(outbox.isHeld(claim, now)).isTrue();
                            assertThat(outbox.isHeld(claim, now.plus(Duration.ofHours(3))))
                                    .isFalse();
                            tx.setRollbackOnly();
                        }));
    }

    private String conversationWith(String phone) {
        meta.says(business, phone, "hello?");
        return idOf(phone);
    }

    private JsonNode latest(String conversation) {
        return agent.get("/conversations/" + conversation + "/messages").at("/items/0");
    }

    private String statusOf(String conversation, String message) {
        return agent.items("/conversations/" + conversation + "/messages").stream()
                .filter(it -> it.path("id").asString().equals(message))
                .findFirst()
                .orElseThrow()
                .path("status")
                .asString();
    }

    private boolean isInTheOutbox(String message) {
        return worker.jdbc()
                .sql(
                        "select exists (select from sending.outbox where message_id = ?::uuid and state <> 'unknown')")
                .param(message)
                .query(Boolean.class)
                .single();
    }

    private void longAgo(String message) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        transactions.executeWithoutResult(tx ->
                                jdbc.sql(
                                                """
                                                update conversation.message
                                                set unconfirmed_at = unconfirmed_at - interval '15 minutes'
                                                where id = ?::uuid
                                                """)
                                        .param(message)
                                        .update()));
    }
}

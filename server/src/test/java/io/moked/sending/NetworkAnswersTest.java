package io.moked.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.channel.Channel;
import io.moked.channel.Channels;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a message by what the network answers, or does not. */
@MokedTest
class NetworkAnswersTest extends Journey {

    @Test
    void aPersonMaySendAnUnconfirmedMessageAgainOnce() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        GraphStub.get().next(GraphStub.get().acceptAndHangUp());
        var lost = agent.reply(conversation, "Did this arrive?").body().path("id").asString();
        await().until(() -> statusOf(conversation).equals("unconfirmed"));
        var retry = "/conversations/" + conversation + "/messages/" + lost + "/retries";
        assertThat(agent.post(retry, null).code()).isEqualTo("still-in-doubt");
        quarterOfAnHourLater(lost);
        assertThat(agent.post(retry, null).status()).isEqualTo(201);
        assertThat(agent.post(retry, null).code()).isEqualTo("nothing-to-retry");
    }

    private void quarterOfAnHourLater(String message) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        """
                                                        update conversation.message
                                                        set unconfirmed_at = unconfirmed_at - interval '15 minutes'
                                                        where id = ?::uuid
                                                        """)
                                                .param(message)
                                                .update()));
    }

    @Test
    void aFaultOfMetasOwnLeavesItOpenWhetherTheMessageArrived() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var fault = "{\"error\":{\"code\":999,\"is_transient\":true,\"message\":\"later\"}}";
        GraphStub.get().next(GraphStub.get().answer(400, fault));
        agent.reply(conversation, "anyone?");
        await().until(() -> statusOf(conversation).equals("unconfirmed"));
    }

    @Test
    void metasMistakeAboutTheWindowIsForgivenOnce() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var closed = "{\"error\":{\"code\":131047,\"message\":\"(#131047) Re-engagement\"}}";
        GraphStub.get().next(GraphStub.get().answer(400, closed));
        agent.reply(conversation, "at once");
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
        GraphStub.get().next(GraphStub.get().answer(400, closed));
        GraphStub.get().next(GraphStub.get().answer(400, closed));
        agent.reply(conversation, "never");
        await().until(() -> statusOf(conversation).equals("failed"));
    }

    @Test
    void metasMistakeAboutTheWindowIsForgivenOnceAlsoWhereItIsToldLater() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var reply = agent.reply(conversation, "once more").body().path("id").asString();
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
        await().until(() -> statusOf(conversation).equals("sent"));
        var refused = closed(wamidOf(reply), reply);
        meta.tells(business, refused);
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 2);
        await().until(() -> statusOf(conversation).equals("sent"));
        meta.tells(business, refused);
        var second = wamidOf(reply);
        assertThat(second).isNotEqualTo(refused.get("id"));
        meta.tells(business, closed(second, reply));
        await().until(() -> statusOf(conversation).equals("failed"));
        assertThat(GraphStub.get().acceptedFor(phone)).hasSize(2);
    }

    private static Map<String, Object> closed(String wamid, String reply) {
        var status = new HashMap<>(Meta.status(wamid, "failed", UUID.fromString(reply)));
        status.put("errors", List.of(Map.of("code", 131047, "title", "Re-engagement message")));
        return status;
    }

    private String wamidOf(String message) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        "select external_id from conversation.message where id = ?::uuid")
                                                .param(message)
                                                .query(String.class)
                                                .single()));
    }

    @Test
    void tooManyCallsOfAnAccountHoldAllOfItsNumbersAndNobodyElses() {
        var account = Meta.newPhone();
        var one = connect(account);
        var other = connect(account);
        var stranger = connect(Meta.newPhone());
        for (var number : List.of(one, other, stranger)) {
            answerOn(number);
        }
        var phone = Meta.newPhone();
        GraphStub.get()
                .next(
                        GraphStub.get()
                                .answer(
                                        400,
                                        "{\"error\":{\"code\":80007,\"message\":\"Too many\"}}"));
        write(one, phone, "first");
        await().until(() -> isHeld(one) && isHeld(other));
        assertThat(isHeld(stranger)).isFalse();
    }

    private Channel connect(String account) {
        var number = Meta.newPhone();
        var wanted = new Channels.NewChannel("Shop", number, "+1 555", "token", account);
        return TenantScope.call(
                business.tenant().id(), () -> server.getBean(Channels.class).connect(wanted));
    }

    /** So that it has a pace. */
    private void answerOn(Channel number) {
        var phone = Meta.newPhone();
        write(number, phone, "hello");
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
    }

    private void write(Channel number, String phone, String words) {
        var message = Meta.text(phone, Meta.newId(), "hello?");
        meta.post(
                Meta.body(List.of(Meta.change(number.externalId(), "messages", List.of(message)))));
        agent.reply(idOf(phone), words);
    }

    private boolean isHeld(Channel number) {
        return server.getBean(WorkerDatabase.class)
                .jdbc()
                .sql(
                        """
                        select free_at > now() + interval '30 seconds' from sending.number_pace
                        where channel_id = :channel
                        """)
                .param("channel", number.id().value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatIsOnTheWireSaysSo() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var answer = new CountDownLatch(1);
        GraphStub.get()
                .next((exchange, message) -> {
                    awaitQuietly(answer);
                    GraphStub.get()
                            .answer(200, "{\"messages\":[{\"id\":\"wamid." + phone + "\"}]}")
                            .to(exchange, message);
                });
        agent.reply(conversation, "slow");
        await().until(() -> statusOf(conversation).equals("sending"));
        answer.countDown();
        await().until(() -> statusOf(conversation).equals("sent"));
    }

    @Test
    void aBusyNetworkIsAskedAgainUntilItTakesTheMessage() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var busy = "{\"error\":{\"code\":130429,\"message\":\"(#130429) Rate limit hit\"}}";
        GraphStub.get().next(GraphStub.get().answer(400, busy));
        agent.reply(idOf(phone), "patience");
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
    }

    @Test
    void aRefusedMessageFailsWithTheReason() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var refusal =
                "{\"error\":{\"code\":131026,\"message\":\"(#131026) Undeliverable\",\"error_data\":{\"details\":\"Not on WhatsApp\"}}}";
        GraphStub.get().next(GraphStub.get().answer(400, refusal));
        agent.reply(conversation, "anyone?");
        await().until(() -> statusOf(conversation).equals("failed"));
        var message = agent.items("/conversations/" + conversation + "/messages").getFirst();
        assertThat(message.path("failure").path("code").asString()).isEqualTo("131026");
        assertThat(message.path("failure").path("reason").asString()).isEqualTo("Not on WhatsApp");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String statusOf(String conversation) {
        return agent.items("/conversations/" + conversation + "/messages")
                .getFirst()
                .path("status")
                .asString();
    }
}

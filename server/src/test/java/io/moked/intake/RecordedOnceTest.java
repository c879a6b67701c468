package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.Overtaken;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Channels.NewChannel;
import io.moked.channel.Content;
import io.moked.channel.Inbound;
import io.moked.channel.InboundHandler;
import io.moked.channel.InboundMessage;
import io.moked.channel.Sender;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A message is recorded once, and only once, whoever records it. */
@MokedTest
class RecordedOnceTest extends Journey {

    @Autowired InboundHandler intake;
    @Autowired Channels channels;
    @Autowired TransactionTemplate transactions;

    @Test
    void theSameMessageManyTimesIsOneMessage() throws Exception {
        var phone = Meta.newPhone();
        var message = Meta.text(phone, Meta.newId(), "once");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 8; n++) {
                threads.submit(() -> meta.deliver(business, List.of(message, message)));
            }
        }
        wordsOnceThereAre(1, idOf(phone));
        meta.deliver(business, List.of(message));
        meta.says(business, phone, "after");
        assertThat(wordsOnceThereAre(2, idOf(phone))).containsExactly("once", "after");
    }

    /** As when a server that was taken for dead is only slow. */
    @Test
    void aMessageThatTwoServersRecordAtOnceIsOneMessage() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "first");
        var conversation = idOf(phone);
        var message = Meta.text(phone, Meta.newId(), "once");
        TenantScope.run(
                business.tenant().id(),
                () ->
                        transactions.executeWithoutResult(slow -> {
                            intake.receive(Inbound.of(once(phone, message)));
                            meta.deliver(business, List.of(message));
                            await().until(() -> Overtaken.isAnyWaiting(server));
                        }));
        meta.says(business, phone, "after");
        assertThat(wordsOnceThereAre(3, conversation)).containsExactly("first", "once", "after");
        assertThat(conversationOf(phone).path("unread").asInt()).isEqualTo(3);
    }

    private InboundMessage once(String phone, Map<String, Object> message) {
        return once(new ChannelId(business.channel()), phone, message);
    }

    private InboundMessage once(ChannelId channel, String phone, Map<String, Object> message) {
        return new InboundMessage(
                channel,
                String.valueOf(message.get("id")),
                new Sender(phone, null, null, null),
                new Content.Text("once"),
                Instant.now());
    }

    @Test
    void messagesWithOneIdOnTwoNumbersAreTwo() {
        var phone = Meta.newPhone();
        var message = Meta.text(phone, Meta.newId(), "once");
        meta.deliver(business, List.of(message));
        wordsOnceThereAre(1, idOf(phone));
        TenantScope.run(
                business.tenant().id(),
                () -> {
                    var wanted =
                            new NewChannel("Second", Meta.newPhone(), "+1 555 001", "token", null);
                    var second = channels.connect(wanted).id();
                    intake.receive(Inbound.of(once(phone, message), once(second, phone, message)));
                });
        assertThat(agent.conversationsOf(phone))
                .extracting(it -> it.path("unread").asInt())
                .containsExactly(1, 1);
    }

    @Test
    void aMessageThatWaitsForAResolutionOpensAnotherConversation() throws Exception {
        var phone = Meta.newPhone();
        meta.says(business, phone, "before");
        var resolved = idOf(phone);
        recordWhile("resolved", resolved, phone);
        assertThat(agent.conversationsOf(phone)).hasSize(2);
        assertThat(wordsIn(resolved)).containsExactly("before");
    }

    @Test
    void aMessageThatMeetsAReopeningIsInTheConversationThatIsOpenAgain() throws Exception {
        var phone = Meta.newPhone();
        meta.says(business, phone, "before");
        var conversation = idOf(phone);
        agent.post("/conversations/" + conversation + "/resolution", null);
        recordWhile("open", conversation, phone);
        assertThat(idOf(phone)).isEqualTo(conversation);
        assertThat(wordsIn(conversation)).containsExactly("before", "once");
        assertThat(conversationOf(phone).path("unread").asInt()).isEqualTo(1);
    }

    /**
     * Records a message while somebody has changed the conversation's status, but not committed.
     */
    private void recordWhile(String status, String conversation, String phone) throws Exception {
        var tenant = business.tenant().id();
        var message = Inbound.of(once(phone, Meta.text(phone, Meta.newId(), "once")));
        Overtaken.by(
                server,
                tenant,
                () ->
                        server.getBean(JdbcClient.class)
                                .sql("update conversation.conversation set status = ? where id = ?")
                                .params(status, UUID.fromString(conversation))
                                .update(),
                () ->
                        TenantScope.call(
                                tenant,
                                () -> {
                                    intake.receive(message);
                                    return message;
                                }));
    }
}

package io.moked.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.channel.ChannelGateway;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.OutboundMessage;
import io.moked.channel.Recipient;
import io.moked.channel.SendOutcome;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MokedTest
class AbandonedSendTest extends Journey {

    @Autowired WorkerDatabase worker;
    @Autowired ChannelGateway gateway;

    @Test
    void aSenderTakenForDeadIsNotReplacedByAnother() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var answer = new CountDownLatch(1);
        GraphStub.get()
                .next((exchange, message) -> {
                    awaitQuietly(answer);
                    GraphStub.get().acceptAndHangUp().to(exchange, message);
                });
        var sent = agent.reply(conversation, "slow").body().path("id").asString();
        await().until(() -> itsTimeIsUp(sent));
        await().until(() -> statusIn(conversation).equals("unconfirmed"));
        answer.countDown();
        await().until(() -> !GraphStub.get().acceptedFor(phone).isEmpty());
        assertThat(stateInTheOutbox(sent)).isEqualTo("unknown");
        assertThat(GraphStub.get().acceptedFor(phone)).hasSize(1);
    }

    @Test
    void aSenderThatWakesUpTooLateSendsNothing() {
        var phone = Meta.newPhone();
        var message =
                new OutboundMessage(
                        UUID.randomUUID(),
                        new ChannelId(business.channel()),
                        new Recipient(phone, null),
                        new Content.Text("too late"),
                        null);
        var outcome =
                TenantScope.call(business.tenant().id(), () -> gateway.send(message, () -> false));
        assertThat(outcome).isInstanceOf(SendOutcome.Retryable.class);
        assertThat(GraphStub.get().acceptedFor(phone)).isEmpty();
    }

    private boolean itsTimeIsUp(String message) {
        return worker.jdbc()
                        .sql(
                                """
                                update sending.outbox set due_at = now() - interval '1 second'
                                where message_id = :message::uuid and state = 'sending'
                                """)
                        .param("message", message)
                        .update()
                == 1;
    }

    private String stateInTheOutbox(String message) {
        return worker.jdbc()
                .sql("select state from sending.outbox where message_id = :message::uuid")
                .param("message", message)
                .query(String.class)
                .single();
    }

    private String statusIn(String conversation) {
        var messages = agent.items("/conversations/" + conversation + "/messages");
        return messages.getFirst().path("status").asString();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

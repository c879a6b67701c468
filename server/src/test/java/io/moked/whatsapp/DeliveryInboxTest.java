package io.moked.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MokedTest(properties = "moked.test=lanes")
class DeliveryInboxTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired WorkerDatabase worker;
    @Autowired DeliveryStore store;
    @Autowired DeliveryBell bell;

    @Test
    void whoeverWaitsForADatabaseThatDoesNotAnswerIsToldToComeAgain() {
        var inbox = new DeliveryInbox(store, bell, Duration.ZERO);
        inbox.start();
        worker.transactions()
                .executeWithoutResult(tx -> {
                    worker.jdbc().sql("lock table whatsapp.delivery in exclusive mode").update();
                    var answers = Stream.generate(() -> deliver(inbox)).limit(20).toList();
                    await().until(() -> {
                        inbox.refuseIfStuck();
                        return answers.stream().allMatch(CompletableFuture::isDone);
                    });
                    assertThat(answers).allMatch(answer -> !answer.join());
                });
        assertThat(deliver(inbox)).succeedsWithin(SOON).isEqualTo(true);
        inbox.stop();
    }

    @Test
    void nobodyWaitsForAnInboxThatDoesNotWrite() {
        var inbox = new DeliveryInbox(store, bell, SOON);

        assertThat(deliver(inbox)).succeedsWithin(SOON).isEqualTo(false);
    }

    private static CompletableFuture<Boolean> deliver(DeliveryInbox inbox) {
        return CompletableFuture.supplyAsync(
                () -> inbox.keep("{}".getBytes(UTF_8)), Thread::startVirtualThread);
    }
}

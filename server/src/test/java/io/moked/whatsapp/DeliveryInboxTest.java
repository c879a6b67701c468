package io.moked.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.database.SqlValues;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DeliveryInboxTest extends IdleWorkers {

    private static final Duration SOON = Duration.ofSeconds(10);

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

    @Test
    void whatIsKeptIsWhatCameAndWhen() {
        var now = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        var body = new byte[] {0, '\\', '\n', -1, '"', 0};
        var inbox =
                new DeliveryInbox(
                        new DeliveryStore(worker, Clock.fixed(now, ZoneOffset.UTC)), bell, SOON);
        inbox.start();

        assertThat(inbox.keep(body, null)).isTrue();

        inbox.stop();
        var kept =
                worker.jdbc()
                        .sql(
                                "delete from whatsapp.delivery where received_at = :now and due_at = :now returning lane, body")
                        .param("now", SqlValues.time(now))
                        .query((row, n) ->
                                List.of(
                                        row.getInt("lane"),
                                        HexFormat.of().formatHex(row.getBytes("body"))))
                        .single();
        assertThat(kept).isEqualTo(List.of(Lane.of(body), HexFormat.of().formatHex(body)));
    }

    @Test
    void aConnectionThatBrokeIsNotUsedAgainHoweverBusyItIs() {
        var inbox = new DeliveryInbox(store, bell, SOON);
        inbox.start();
        assertThat(inbox.keep("{}".getBytes(UTF_8), null)).isTrue();
        worker.jdbc()
                .sql(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where application_name = 'moked-arrivals' and datname = current_database()
                        """)
                .query(Integer.class)
                .single();

        inbox.keep("{}".getBytes(UTF_8), null);

        assertThat(inbox.keep("{}".getBytes(UTF_8), null)).isTrue();
        inbox.stop();
    }

    private static CompletableFuture<Boolean> deliver(DeliveryInbox inbox) {
        return CompletableFuture.supplyAsync(
                () -> inbox.keep("{}".getBytes(UTF_8), null), Thread::startVirtualThread);
    }
}

package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.channel.ChannelId;
import io.moked.database.WorkerDatabase;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.signin.TurnedClock;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What came while the clock was ahead waits for no time that was wrong. Each test writes it in a
 * transaction that ends after the clock has been set back, so that nobody sees it before.
 */
@MokedTest
@Import(TurnedClock.class)
class ClockSetBackTest extends Journey {

    private static final Duration AHEAD = Duration.ofHours(20);

    @Autowired TurnedClock.Hand clock;
    @Autowired WorkerDatabase worker;
    @Autowired JdbcClient app;
    @Autowired TransactionTemplate transactions;
    @Autowired DeliveryStore deliveries;
    @Autowired MediaFetches fetches;
    @Autowired MediaLibrary library;

    @AfterEach
    void setRight() {
        clock.turnBack();
    }

    private void whileAhead(Runnable writing) {
        clock.turn(AHEAD);
        writing.run();
        clock.turnBack();
    }

    private void arrive(String phone, String words) {
        var text = Meta.text(phone, Meta.newId(), words, Instant.now().minusSeconds(9));
        var body =
                Meta.body(
                        List.of(Meta.change(business.phoneNumberId(), "messages", List.of(text))));
        deliveries.add(
                List.of(new DeliveryStore.Arrived(Lane.of(body), clock.instant(), body, null)));
    }

    @Test
    void aDeliveryIsWorkedThroughAndNoLaterOneOvertakesIt() {
        var phone = Meta.newPhone();
        worker.transactions().executeWithoutResult(tx -> whileAhead(() -> arrive(phone, "first")));
        meta.says(business, phone, "second");

        assertThat(wordsOnceThereAre(2, idOf(phone))).containsExactly("first", "second");
    }

    @Test
    void aDeliveryThatFailedIsTriedAgain() {
        var phone = Meta.newPhone();
        worker.transactions()
                .executeWithoutResult(tx ->
                        whileAhead(() -> {
                            arrive(phone, "at last");
                            worker.jdbc()
                                    .sql(
                                            "update whatsapp.delivery set attempts = 1 where due_at > now() + interval '1 hour'")
                                    .update();
                        }));

        assertThat(wordsOnceThereAre(1, idOf(phone))).containsExactly("at last");
    }

    @Test
    void aDeliveryThatFailedJustNowStillWaits() {
        worker.transactions()
                .executeWithoutResult(tx -> {
                    arrive(Meta.newPhone(), "not yet");
                    var soon = clock.instant().plus(DeliveryWork.LONGEST_PAUSE);
                    var lane = Lane.of(business.phoneNumberId());
                    var kept = deliveries.due(lane).getLast();
                    deliveries.postpone(kept, soon);
                    assertThat(deliveries.due(lane)).extracting("id").doesNotContain(kept.id());
                    tx.setRollbackOnly();
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aFileIsFetchedHoweverOftenThatWasTried(int attempts) {
        var external = UUID.randomUUID().toString();
        GraphStub.get().keep(external, new byte[] {1});
        var id = new MediaId(UUID.randomUUID());
        var file = new MessageReader.AnnouncedFile(id, external, "image/png", null, null);
        var wanted = new MediaFetches.Wanted(new ChannelId(business.channel()), file);
        TenantScope.run(
                business.tenant().id(),
                () ->
                        transactions.executeWithoutResult(tx -> {
                            library.expect(
                                    List.of(new MediaLibrary.Announced(id, "image/png", null)));
                            whileAhead(() -> fetches.want(List.of(wanted)));
                            app.sql("update whatsapp.media_fetch set attempts = :attempts")
                                    .param("attempts", attempts)
                                    .update();
                        }));
        await().until(() -> GraphStub.get().fetched(external) == 1);
    }
}

package io.moked.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import io.moked.conversation.Conversation.Promise.Kind;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A warning and a breach are told once, whoever looks, and whatever breaks down. */
@MokedTest
class ToldOnceTest extends TargetJourney {

    @Test
    void severalServersThatLookAtTheSameMomentTellItOnce() throws Exception {
        promise();
        var all = List.of(arrival(), arrival(), arrival());
        clock.turn(Duration.ofMinutes(70));
        var barrier = new CyclicBarrier(4);
        Callable<Void> server =
                () -> {
                    barrier.await();
                    work();
                    return null;
                };
        try (var servers = Executors.newFixedThreadPool(4)) {
            for (var it : servers.invokeAll(List.of(server, server, server, server))) {
                it.get();
            }
        }

        assertThat(all)
                .allSatisfy(
                        it -> assertThat(told(it)).containsExactly("target.broken first_response"));
    }

    @Test
    void whatAServerDidNotFinishIsToldByAnother() {
        promise();
        var one = arrival();
        clock.turn(Duration.ofMinutes(70));
        var reckoning = server.getBean(Reckoning.class);
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx -> {
                                    reckoning.judge(List.of(UUID.fromString(one)), clock.instant());
                                    tx.setRollbackOnly();
                                }));

        work();

        assertThat(told(one)).containsExactly("target.broken first_response");
    }

    @Test
    void whatIsAnsweredWhileSomebodyLooksIs() throws Exception {
        promise();
        var all = new ArrayList<String>();
        for (int n = 0; n < 6; n++) {
            all.add(arrival());
        }
        clock.turn(Duration.ofMinutes(61));
        try (var people = Executors.newFixedThreadPool(2)) {
            var looks = people.submit(this::work);
            var answers = people.submit(() -> all.forEach(it -> agent.reply(it, "Sorry")));
            looks.get();
            answers.get();
        }

        assertThat(all)
                .allSatisfy(
                        it -> assertThat(told(it)).containsExactly("target.broken first_response"));
    }

    @Test
    void aChangeThatNobodyCameToReckonIsReckonedByWhoeverLooksNext() {
        promise();
        var one = arrival();
        inTenant(() -> {
            server.getBean(AgreementStore.class)
                    .replace(
                            business.department(),
                            List.of(
                                    new Pledge(
                                            business.department(),
                                            Urgency.NORMAL,
                                            Kind.FIRST_RESPONSE,
                                            5)));
            return server.getBean(AgreementStore.class).renewIfAny();
        });
        assertThat(left(one)).isEqualTo(60);

        work();

        assertThat(left(one)).isEqualTo(5);
    }
}

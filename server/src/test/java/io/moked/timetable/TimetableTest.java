package io.moked.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.database.DataDirectory;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What grows is cleared away in its time, once for all servers. On a database of its own. */
@MokedTest(properties = "moked.test=timetable")
class TimetableTest {

    @Autowired ApplicationContext server;
    @Autowired WorkerDatabase worker;
    @Autowired JdbcClient app;
    @Autowired TransactionTemplate transactions;
    @Autowired TimetableStore store;
    @Autowired DataDirectory data;
    @Autowired Clock clock;
    @Autowired List<TimedWork> works;
    @LocalServerPort int port;

    private TimedWork work(String name) {
        return works.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private int all(TimedWork work) {
        int things = 0;
        for (int part = 1; part > 0; things += part) {
            part = work.part().applyAsInt(clock.instant());
            assertThat(part).isLessThanOrEqualTo(TimedWork.PART);
        }
        return things;
    }

    private void asWorker(String sql) {
        worker.jdbc().sql(sql).update();
    }

    private int rows(String table) {
        return worker.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void deadLettersAndUnreadChangesAreForgottenInTime() {
        asWorker(
                """
                insert into whatsapp.dead_letter
                select gen_random_uuid(), 5, 'old', now(), now() - interval '31 days', ''
                from generate_series(1, 1500)
                """);
        asWorker(
                """
                insert into whatsapp.dead_letter
                values (gen_random_uuid(), 5, 'young', now(), now() - interval '29 days', '')
                """);
        asWorker(
                """
                insert into whatsapp.unread_change
                values (gen_random_uuid(), 'old', now() - interval '8 days', ''),
                    (gen_random_uuid(), 'young', now() - interval '6 days', '')
                """);
        assertThat(all(work("dead-letters"))).isEqualTo(1500);
        assertThat(all(work("unread-changes"))).isEqualTo(1);
        assertThat(
                        worker.jdbc()
                                .sql("select reason from whatsapp.dead_letter")
                                .query(String.class)
                                .list())
                .containsExactly("young");
        assertThat(
                        worker.jdbc()
                                .sql("select field from whatsapp.unread_change")
                                .query(String.class)
                                .list())
                .containsExactly("young");
    }

    @Test
    void receiptsAndPacesThatHelpNoMoreAreForgotten() {
        var business = Business.create(server);
        TenantScope.run(
                business.tenant().id(),
                () ->
                        transactions.executeWithoutResult(tx -> {
                            app.sql(
                                            """
                                            insert into conversation.parked_receipt
                                            select :tenant, :channel, age, 'sent', null, null, now() - age::interval
                                            from unnest('{9 days,7 days}'::text[]) as a (age)
                                            """)
                                    .param("tenant", business.tenant().id().value())
                                    .param("channel", business.channel())
                                    .update();
                            app.sql(
                                            """
                                            insert into sending.pair_pace
                                            select :tenant, :channel, gen_random_uuid(), now() + t::interval
                                            from unnest('{-1 minute,1 minute}'::text[]) as a (t)
                                            """)
                                    .param("tenant", business.tenant().id().value())
                                    .param("channel", business.channel())
                                    .update();
                        }));
        assertThat(all(work("parked-receipts"))).isEqualTo(1);
        assertThat(all(work("pair-paces"))).isEqualTo(1);
        assertThat(rows("conversation.parked_receipt")).isEqualTo(1);
        assertThat(rows("sending.pair_pace")).isEqualTo(1);
    }

    @Test
    void filesWhoseServerStoppedWhileTheyArrivedAreRemoved() throws Exception {
        var arriving = Files.createDirectories(data.path().resolve("media/arriving"));
        var old = Files.createFile(arriving.resolve("old"));
        var young = Files.createFile(arriving.resolve("young"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        assertThat(all(work("arriving-files"))).isEqualTo(1);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        Files.delete(young);
    }

    @Test
    void whatIsDueIsDoneByOneServer() throws Exception {
        var times = new AtomicInteger();
        var work =
                new TimedWork(
                        "test-" + UUID.randomUUID(),
                        Duration.ofDays(1),
                        now -> {
                            times.incrementAndGet();
                            return 0;
                        });
        store.enter(work, clock.instant());
        var start = new CountDownLatch(1);
        try (var servers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 8; n++) {
                var timetable = timetableOf(work);
                servers.submit(() -> {
                    start.await();
                    return timetable.round();
                });
            }
            start.countDown();
        }
        assertThat(times).hasValue(1);
        timetableOf(work).round();
        assertThat(times).hasValue(1);
    }

    @Test
    void whatFailsSaysSoAndIsTriedAgainSoon() {
        var failing = new AtomicInteger(1);
        var work =
                new TimedWork(
                        "test-" + UUID.randomUUID(),
                        Duration.ofDays(1),
                        now -> {
                            if (failing.getAndDecrement() > 0) {
                                throw new IllegalStateException("hush");
                            }
                            return 0;
                        });
        store.enter(work, clock.instant());
        timetableOf(work).round();
        var failed = standing(work);
        assertThat(failed.failure()).isEqualTo("IllegalStateException");
        assertThat(failed.dueAt()).isBefore(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(failed.doneAt()).isNull();
        new Timetable(store, List.of(work), Clock.offset(clock, Duration.ofMinutes(6))).round();
        assertThat(standing(work).failure()).isNull();
        assertThat(standing(work).doneAt()).isNotNull();
    }

    @Test
    void theOperatorSeesAllThereIs() {
        var listed = Api.of(port, Business.operator(server)).items("/timed-work");
        assertThat(listed)
                .extracting(it -> it.path("name").asString())
                .containsAll(works.stream().map(TimedWork::name).toList());
        assertThat(listed).allMatch(it -> !it.path("dueAt").asString().isEmpty());
    }

    private Timetable timetableOf(TimedWork work) {
        return new Timetable(store, List.of(work), clock);
    }

    private Timetable.Standing standing(TimedWork work) {
        return store.list().stream()
                .filter(it -> it.name().equals(work.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void triesAndChallengesThatAreOverAreForgottenAndOthersStay() {
        worker.jdbc()
                .sql(
                        """
                        insert into factor.throttle (key, tries, open_at)
                        values ('\\x01', 1, now() - interval '25 hours'), ('\\x02', 1, now() - interval '23 hours')
                        """)
                .update();
        worker.jdbc()
                .sql(
                        """
                        insert into factor.spent_challenge (digest, ends_at)
                        values ('\\x01', now() - interval '1 minute'), ('\\x02', now() + interval '1 minute')
                        """)
                .update();
        assertThat(work("tries").part().applyAsInt(clock.instant())).isPositive();
        assertThat(work("spent-challenges").part().applyAsInt(clock.instant())).isPositive();
        assertThat(left("select count(*) from factor.throttle where key in ('\\x01', '\\x02')"))
                .isEqualTo(1);
        assertThat(
                        left(
                                "select count(*) from factor.spent_challenge where digest in ('\\x01', '\\x02')"))
                .isEqualTo(1);
    }

    private int left(String count) {
        return worker.jdbc().sql(count).query(Integer.class).single();
    }
}

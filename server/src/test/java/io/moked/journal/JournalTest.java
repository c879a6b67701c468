package io.moked.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.moked.Business;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@MokedTest
@Import(JournalTest.Readers.class)
class JournalTest {

    private static final List<UUID> FOLLOWED = new CopyOnWriteArrayList<>();
    private static final List<UUID> HEARD = new CopyOnWriteArrayList<>();

    @TestConfiguration(proxyBeanMethods = false)
    static class Readers {

        @Bean
        Follower follower() {
            return new Follower() {
                private boolean failedOnce;

                @Override
                public String name() {
                    return "test";
                }

                @Override
                public void follow(List<JournalEntry> entries) {
                    if (!failedOnce) {
                        failedOnce = true;
                        throw new IllegalStateException("A follower may fail; it is asked again");
                    }
                    entries.forEach(entry -> FOLLOWED.add(entry.subject()));
                }
            };
        }

        @Bean
        Listener listener() {
            return entries -> entries.forEach(entry -> HEARD.add(entry.subject()));
        }
    }

    @Autowired ApplicationContext server;
    @Autowired Journal journal;
    @Autowired JournalStore store;
    @Autowired TransactionTemplate transactions;

    private void append(Business business, UUID subject, Runnable before) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        transactions.executeWithoutResult(tx -> {
                            journal.append(Fact.of("conversation.opened", subject));
                            before.run();
                        }));
    }

    @Test
    void anEntryThatCommitsLateIsNotSkipped() throws Exception {
        var business = Business.create(server);
        var early = UUID.randomUUID();
        var late = UUID.randomUUID();
        var written = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow =
                Thread.ofVirtual()
                        .start(() ->
                                append(
                                        business,
                                        early,
                                        () -> {
                                            written.countDown();
                                            awaitQuietly(goOn);
                                        }));
        written.await();
        append(business, late, () -> {});
        goOn.countDown();
        slow.join();
        await().until(() -> HEARD.contains(late) && HEARD.contains(early));
        await().until(() -> FOLLOWED.contains(late) && FOLLOWED.contains(early));
        assertThat(HEARD.indexOf(early)).isLessThan(HEARD.indexOf(late));
        assertThat(FOLLOWED.indexOf(early)).isLessThan(FOLLOWED.indexOf(late));
        assertThat(FOLLOWED.stream().filter(late::equals)).hasSize(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        var business = Business.create(server);
        var undone = UUID.randomUUID();
        assertThatThrownBy(() ->
                        append(
                                business,
                                undone,
                                () -> {
                                    throw new IllegalStateException("undo");
                                }))
                .hasMessage("undo");
        var done = UUID.randomUUID();
        append(business, done, () -> {});
        await().until(() -> FOLLOWED.contains(done) && HEARD.contains(done));
        assertThat(FOLLOWED).doesNotContain(undone);
        assertThat(HEARD).doesNotContain(undone);
    }

    @Test
    void aFactIsAppendedOnlyByTheTransactionItComesFrom() {
        var business = Business.create(server);
        assertThatThrownBy(() ->
                        TenantScope.run(
                                business.tenant().id(),
                                () ->
                                        journal.append(
                                                Fact.of("conversation.opened", UUID.randomUUID()))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsForgottenBeforeEveryFollowerHasReadIt() {
        var business = Business.create(server);
        var subject = UUID.randomUUID();
        append(business, subject, () -> {});
        await().until(() -> FOLLOWED.contains(subject));
        var later = Instant.now().plus(Duration.ofDays(1));
        store.openCursor("slow");
        assertThat(store.sweep(later, List.of("test", "slow"), 1_000)).isZero();
        assertThat(store.sweep(Instant.now().minus(Duration.ofDays(1)), List.of("test"), 1_000))
                .isZero();
        await().until(() -> store.sweep(later, List.of("test"), 1_000) > 0);
        assertThat(store.sweep(later, List.of("test"), 1_000)).isZero();
    }
}

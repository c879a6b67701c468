package io.moked.number;

import static io.moked.graph.Json.text;

import io.moked.channel.Channel;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Connections;
import io.moked.channel.Connections.Owned;
import io.moked.graph.GraphClient;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How fast a number may send and to how many, asked of Meta each day and after its news: a webhook
 * that tells of it may be lost, or say only that something has changed (Cloud API, "Throughput" and
 * "Messaging limits"). Numbers are asked after one by one, at a pace that no limit of Meta's meets.
 */
@Component
class Standings {

    private static final Logger LOG = LoggerFactory.getLogger(Standings.class);
    private static final String LIMIT = "whatsapp_business_manager_messaging_limit";

    /** The webhook field that tells the same. */
    private static final String MATTER = "business_capability_update";

    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final Channels channels;
    private final GraphClient graph;
    private final News news;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Standings(
            Accounts accounts,
            Channels channels,
            GraphClient graph,
            News news,
            Clock clock,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.channels = channels;
        this.graph = graph;
        this.news = news;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Once a day for each number. */
    @Configuration(proxyBeanMethods = false)
    static class EachDay {

        @Bean
        TimedWork askHowNumbersStand(Connections connections, Standings standings) {
            return new TimedWork(
                    "number-standings",
                    Duration.ofDays(1),
                    now -> {
                        standings.ask(connections.numbers());
                        return 0;
                    });
        }
    }

    /** Once what is heard is kept for sure; nobody waits for it. */
    void askAfter(String account) {
        var tenant = TenantScope.current();
        var concerned =
                channels.all().stream()
                        .filter(it -> it.endedAt() == null && account.equals(it.accountId()))
                        .map(it -> new Owned(tenant, it.id()))
                        .toList();
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ask(concerned);
                    }
                });
    }

    private void ask(List<Owned> numbers) {
        Thread.ofVirtual()
                .name("standings")
                .start(() -> {
                    for (var number : numbers) {
                        ask(number.tenant(), number.channel());
                    }
                });
    }

    private void ask(TenantId tenant, ChannelId number) {
        try {
            TenantScope.run(tenant, () -> ask(number));
            Thread.sleep(BETWEEN);
        } catch (RuntimeException untold) {
            LOG.warn("A number was not told of: {}", untold.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(ChannelId id) {
        accounts.standing(id);
        try {
            var speaker = channels.credentials(id);
            var answer = graph.get(speaker, speaker.externalId() + "?fields=" + LIMIT);
            var limit = text(answer.body(), LIMIT);
            if (answer.isGood() && limit != null) {
                keep(channels.connected(id), limit);
            }
        } catch (IOException away) {
            LOG.debug("A limit was not told: {}", away.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is known already is no news. */
    private void keep(Channel number, String limit) {
        var account = number.accountId();
        if (account == null) {
            return;
        }
        boolean isKnown =
                news.of(number).stream()
                        .anyMatch(it -> it.field().equals(MATTER) && it.event().equals(limit));
        if (!isKnown) {
            var now = clock.instant();
            var told = new News.Told(MATTER, limit, Map.of(), now, now);
            transactions.executeWithoutResult(tx -> news.keep(account, "", MATTER, told));
        }
    }
}

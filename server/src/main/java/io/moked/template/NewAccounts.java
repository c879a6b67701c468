package io.moked.template;

import io.moked.channel.Connections;
import io.moked.journal.JournalEntry;
import io.moked.journal.Listener;
import io.moked.timetable.TimedWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Sees to it that the templates of numbers are asked for as soon as these are connected. */
@Component
class NewAccounts implements Listener {

    private static final String CONNECTED = "channel.connected";

    private final Connections connections;
    private final AccountStore accounts;
    private final SyncBell bell;
    private final Clock clock;

    /** While nobody listened, numbers may have been connected. */
    private final AtomicBoolean isNews = new AtomicBoolean(true);

    NewAccounts(Connections connections, AccountStore accounts, SyncBell bell, Clock clock) {
        this.connections = connections;
        this.accounts = accounts;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    public void hear(List<JournalEntry> entries) {
        if (entries.stream().anyMatch(it -> it.kind().equals(CONNECTED))) {
            isNews.set(true);
            bell.ring();
        }
    }

    void enter() {
        if (isNews.compareAndSet(true, false)) {
            accounts.enter(connections.accounts(), clock.instant());
        }
    }

    /** Those that were connected on another server, or while this one failed. */
    @Configuration(proxyBeanMethods = false)
    static class OnceInAWhile {

        @Bean
        TimedWork enterTemplateAccounts(Connections connections, AccountStore accounts) {
            return new TimedWork(
                    "template-accounts",
                    Duration.ofMinutes(10),
                    now -> accounts.enter(connections.accounts(), now));
        }
    }
}

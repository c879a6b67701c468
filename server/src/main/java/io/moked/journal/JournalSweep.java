package io.moked.journal;

import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what every follower has read and no console asks for any more. */
@Configuration(proxyBeanMethods = false)
class JournalSweep {

    @Bean
    TimedWork sweepJournal(JournalStore store, List<Follower> followers) {
        var names = followers.stream().map(Follower::name).toList();
        return new TimedWork(
                "journal-entries",
                Duration.ofMinutes(10),
                now -> store.sweep(now.minus(Limit.JOURNAL_DAYS.days()), names, TimedWork.PART));
    }
}

package io.moked.contactlist;

import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets files once nobody needs them; the contacts that came with them stay. */
@Configuration(proxyBeanMethods = false)
class ListSweep {

    private static final int PART = 10;

    @Bean
    TimedWork sweepContactLists(ListStore lists) {
        return new TimedWork(
                "contact-lists",
                Duration.ofHours(12),
                now -> lists.forget(now.minus(Limit.LIST_DAYS.days()), PART));
    }
}

package io.moked.rule;

import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets calls that nobody asks for any more. */
@Configuration(proxyBeanMethods = false)
class WebhookSweep {

    /** Calls of rules to somebody else's server that are kept. */
    private static final Duration KEPT = Duration.ofDays(30);

    @Bean
    TimedWork sweepRuleCalls(WebhookCallStore store) {
        return new TimedWork(
                "rule-calls",
                Duration.ofHours(1),
                now -> store.forget(now.minus(KEPT), TimedWork.PART));
    }
}

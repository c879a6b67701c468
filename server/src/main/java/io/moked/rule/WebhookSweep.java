package io.moked.rule;

import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets calls that nobody asks for any more. */
@Configuration(proxyBeanMethods = false)
class WebhookSweep {

    @Bean
    TimedWork sweepRuleCalls(WebhookCallStore store) {
        return new TimedWork(
                "rule-calls",
                Duration.ofHours(1),
                now -> store.forget(now.minus(Limit.RULE_CALL_DAYS.days()), TimedWork.PART));
    }
}

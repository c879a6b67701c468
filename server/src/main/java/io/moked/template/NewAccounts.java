package io.moked.template;

import io.moked.channel.Channels;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sees to it that the templates of numbers that were connected since are asked for. */
@Configuration(proxyBeanMethods = false)
class NewAccounts {

    @Bean
    TimedWork enterTemplateAccounts(Channels channels, AccountStore accounts) {
        return new TimedWork(
                "template-accounts",
                Duration.ofMinutes(10),
                now -> accounts.enter(channels.accounts(), now));
    }
}

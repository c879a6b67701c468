package io.moked;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one clock of the server, so that a test can turn it. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MokedClock {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}

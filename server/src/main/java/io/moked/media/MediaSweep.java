package io.moked.media;

import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears away what crashes leave behind. */
@Configuration(proxyBeanMethods = false)
class MediaSweep {

    @Bean
    TimedWork sweepArrivingFiles(SealedFiles files) {
        return new TimedWork(
                "arriving-files",
                Duration.ofHours(1),
                now -> files.sweep(now.minus(Limit.ARRIVING_FILE_DAYS.days())));
    }
}

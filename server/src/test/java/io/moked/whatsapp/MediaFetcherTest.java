package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MediaFetcherTest {

    @Test
    void triesForAsLongAsMetaKeepsAFileAndAtLeastOnceAnHour() {
        var pauses =
                IntStream.range(1, MediaFetcher.MOST_ATTEMPTS)
                        .mapToObj(MediaFetcher::pause)
                        .toList();
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofDays(7), Duration.ofDays(8));
        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofHours(1)) <= 0);
    }
}

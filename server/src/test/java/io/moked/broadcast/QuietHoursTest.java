package io.moked.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Nobody is disturbed at night, wherever they are. */
class QuietHoursTest {

    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void theyEndTheNextMorning() {
        var jerusalem = ZoneId.of("Asia/Jerusalem");
        assertThat(NIGHT.endFor(jerusalem, at("2026-11-27T20:00:00Z")))
                .contains(at("2026-11-28T06:00:00Z"));
        assertThat(NIGHT.endFor(jerusalem, at("2026-11-28T05:59:00Z")))
                .contains(at("2026-11-28T06:00:00Z"));
    }

    @Test
    void byDayThereAreNone() {
        assertThat(NIGHT.endFor(ZoneId.of("Asia/Jerusalem"), at("2026-11-28T06:00:00Z"))).isEmpty();
        assertThat(NIGHT.endFor(ZoneId.of("America/New_York"), at("2026-11-27T20:00:00Z")))
                .isEmpty();
    }

    @Test
    void theyMayBeOfOneDay() {
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 0));
        assertThat(noon.endFor(ZoneId.of("UTC"), at("2026-11-27T13:00:00Z")))
                .contains(at("2026-11-27T14:00:00Z"));
        assertThat(noon.endFor(ZoneId.of("UTC"), at("2026-11-27T14:00:00Z"))).isEmpty();
    }

    /** In the night in which clocks are put forward, there is no half past two in Berlin. */
    @Test
    void theyEndOnceWhenTheirEndIsATimeThatIsLeftOut() {
        var night = new QuietHours(LocalTime.of(1, 0), LocalTime.of(2, 30));
        assertThat(night.endFor(ZoneId.of("Europe/Berlin"), at("2026-03-29T00:30:00Z")))
                .contains(at("2026-03-29T01:30:00Z"));
    }
}

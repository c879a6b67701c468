package io.moked.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.routing.WaitEstimate;
import io.moked.routing.WaitEstimate.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class PhrasesTest {

    private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");

    /** Israel's clocks go forward on 27 March 2026 at 2:00, and back on 25 October at 2:00. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-28T08:00:00Z | 2026-11-28T12:00:00Z | today at 14:00 | היום בשעה 14:00",
                "2026-11-28T21:59:00Z | 2026-11-29T07:00:00Z | tomorrow at 09:00 | מחר בשעה 09:00",
                "2026-11-28T22:01:00Z | 2026-11-29T07:00:00Z | today at 09:00 | היום בשעה 09:00",
                "2026-11-26T08:00:00Z | 2026-11-29T07:00:00Z | on Sunday at 09:00 | ביום ראשון בשעה 09:00",
                "2026-11-22T08:00:00Z | 2026-11-29T07:00:00Z | on November 29 at 09:00 | ב־29 בנובמבר בשעה 09:00",
                "2026-03-26T20:00:00Z | 2026-03-27T06:00:00Z | tomorrow at 09:00 | מחר בשעה 09:00",
                "2026-10-24T20:00:00Z | 2026-10-25T07:00:00Z | tomorrow at 09:00 | מחר בשעה 09:00",
                "2026-10-24T21:30:00Z | 2026-10-25T07:00:00Z | today at 09:00 | היום בשעה 09:00"
            })
    void anOpeningIsNamedByTheClockOfWhoeverOpens(
            Instant now, Instant opens, String english, String hebrew) {
        assertThat(at(now).opening(opens, JERUSALEM, Language.EN)).isEqualTo(english);
        assertThat(at(now).opening(opens, JERUSALEM, Language.HE)).isEqualTo(hebrew);
    }

    @Test
    void whatNeverOpensIsNotNamed() {
        var phrases = at(Instant.EPOCH);
        assertThat(phrases.opening(null, JERUSALEM, Language.EN)).isEqualTo("as soon as we can");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNKNOWN | 0  | 0  | we cannot say yet    | עדיין לא ידוע",
                "SOON    | 0  | 5  | less than 5 minutes  | פחות מ־5 דקות",
                "BETWEEN | 0  | 20 | up to 20 minutes     | עד 20 דקות",
                "BETWEEN | 10 | 20 | 10 to 20 minutes     | בין 10 ל־20 דקות",
                "LONG    | 60 | 0  | more than an hour    | יותר משעה"
            })
    void aWaitIsSpokenOfAsPeopleDo(Kind kind, int from, int to, String english, String hebrew) {
        var phrases = at(Instant.EPOCH);
        var estimate = new WaitEstimate(kind, from, to);
        assertThat(phrases.wait(estimate, Language.EN)).isEqualTo(english);
        assertThat(phrases.wait(estimate, Language.HE)).isEqualTo(hebrew);
    }

    private static Phrases at(Instant now) {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("text/messages");
        texts.setDefaultEncoding("UTF-8");
        return new Phrases(texts, Clock.fixed(now, ZoneOffset.UTC));
    }
}

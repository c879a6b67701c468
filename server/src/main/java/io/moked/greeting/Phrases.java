package io.moked.greeting;

import io.moked.routing.WaitEstimate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Waits and openings, as people speak of them. */
@Component
class Phrases {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final int WEEK = 7;

    private final MessageSource texts;
    private final Clock clock;

    Phrases(MessageSource texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    String wait(WaitEstimate it, Language language) {
        return switch (it.kind()) {
            case UNKNOWN -> say(language, "wait.unknown");
            case SOON -> say(language, "wait.soon", "" + it.to());
            case BETWEEN ->
                    it.from() == 0
                            ? say(language, "wait.up-to", "" + it.to())
                            : say(language, "wait.between", "" + it.from(), "" + it.to());
            case LONG -> say(language, "wait.long");
        };
    }

    /** By the clock of whoever opens. */
    String opening(@Nullable Instant opens, ZoneId zone, Language language) {
        if (opens == null) {
            return say(language, "opening.unknown");
        }
        var at = opens.atZone(zone);
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), zone), day(at));
        if (days <= 1) {
            return say(
                    language, days == 0 ? "opening.today" : "opening.tomorrow", CLOCK.format(at));
        }
        return days < WEEK
                ? say(language, "opening.weekday", CLOCK.format(at), named(at, language, "EEEE"))
                : say(
                        language,
                        "opening.date",
                        CLOCK.format(at),
                        named(at, language, say(language, "opening.date-pattern")));
    }

    private static LocalDate day(ZonedDateTime at) {
        return at.toLocalDate();
    }

    private static String named(ZonedDateTime at, Language language, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(at);
    }

    private String say(Language language, String what, Object... values) {
        return texts.getMessage(
                "greeting." + what, values.length == 0 ? null : values, language.locale());
    }
}

package io.moked.target;

import static io.moked.conversation.Conversation.Promise.Kind.FIRST_RESPONSE;
import static io.moked.conversation.Conversation.Promise.Kind.NEXT_RESPONSE;
import static io.moked.conversation.Conversation.Promise.Kind.RESOLUTION;
import static io.moked.target.Course.Happening.ANSWERED;
import static io.moked.target.Course.Happening.OPENED;
import static io.moked.target.Course.Happening.REOPENED;
import static io.moked.target.Course.Happening.RESOLVED;
import static io.moked.target.Course.Happening.SNOOZED;
import static io.moked.target.Course.Happening.WOKEN;
import static io.moked.target.Course.Happening.WROTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.moked.conversation.Conversation.Promise;
import io.moked.conversation.Conversation.Promise.Kind;
import io.moked.hours.OpeningHours;
import io.moked.hours.Openings;
import io.moked.hours.Span;
import io.moked.target.Course.Happening;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Time runs in opening hours, and stands still while something is put off. */
class CourseTest {

    private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");
    private static final UUID DEPARTMENT = UUID.randomUUID();

    /** Every day from nine to five. */
    private static final Openings DAILY = daily(new Span(9 * 60, 17 * 60));

    private final Course course = new Course(UUID.randomUUID(), List.of());

    private static Openings daily(Span span) {
        return new Openings(
                new OpeningHours(
                        JERUSALEM,
                        Stream.of(DayOfWeek.values())
                                .collect(
                                        Collectors.toMap(Function.identity(), it -> List.of(span))),
                        List.of()));
    }

    @Test
    void whoeverWritesAfterHoursIsAnsweredInTheMorning() {
        happens("2026-11-29T16:30", OPENED, WROTE);
        assertThat(due(DAILY, FIRST_RESPONSE, 60)).isEqualTo(local("2026-11-30T09:30"));
        assertThat(nearest(DAILY, FIRST_RESPONSE, 60).endangeredAt())
                .isEqualTo(local("2026-11-30T09:18"));
    }

    @Test
    void theNightInWhichClocksAreChangedIsAsLongAsItIs() {
        var nights = daily(new Span(0, 24 * 60));
        // Summer time begins in Israel on 27 March 2026 at 02:00, and ends on 25 October at 02:00.
        happens("2026-03-27T01:30", OPENED, WROTE);
        assertThat(due(nights, FIRST_RESPONSE, 60)).isEqualTo(local("2026-03-27T03:30"));
        happens("2026-10-25T00:30", OPENED, WROTE);
        assertThat(due(nights, FIRST_RESPONSE, 120))
                .isEqualTo(local("2026-10-25T00:30").plusSeconds(7200));
        assertThat(due(nights, FIRST_RESPONSE, 180)).isEqualTo(local("2026-10-25T02:30"));
    }

    @Test
    void whatIsPutOffWaitsWithTheTimeThatWasLeft() {
        happens("2026-11-29T09:00", OPENED, WROTE);
        happens("2026-11-29T09:40", SNOOZED);
        assertThat(course.nearest()).isEmpty();
        happens("2026-12-01T12:00", WOKEN);
        assertThat(due(DAILY, FIRST_RESPONSE, 60)).isEqualTo(local("2026-12-01T12:20"));
    }

    @Test
    void whoeverWritesWakesWhatWasPutOff() {
        happens("2026-11-29T09:00", OPENED, WROTE);
        happens("2026-11-29T09:10", ANSWERED);
        happens("2026-11-29T09:20", SNOOZED);
        happens("2026-11-30T10:00", WROTE);
        assertThat(due(DAILY, NEXT_RESPONSE, 60)).isEqualTo(local("2026-11-30T11:00"));
        assertThat(due(DAILY, RESOLUTION, 60)).isEqualTo(local("2026-11-30T10:40"));
    }

    @Test
    void whoeverWritesTwiceWaitsSinceTheFirstTime() {
        happens("2026-11-29T09:00", OPENED, WROTE);
        happens("2026-11-29T09:05", ANSWERED);
        happens("2026-11-29T10:00", WROTE);
        happens("2026-11-29T10:30", WROTE);
        assertThat(due(DAILY, NEXT_RESPONSE, 60)).isEqualTo(local("2026-11-29T11:00"));
    }

    @Test
    void whatIsReopenedGoesOnWithWhatWasLeft() {
        happens("2026-11-29T09:00", OPENED, WROTE);
        happens("2026-11-29T09:05", ANSWERED);
        happens("2026-11-29T10:00", RESOLVED);
        assertThat(course.nearest()).isEmpty();
        happens("2026-11-30T09:00", REOPENED);
        assertThat(due(DAILY, RESOLUTION, 90)).isEqualTo(local("2026-11-30T09:30"));
    }

    @Test
    void whatWasNeverAnsweredIsOwedItsFirstAnswerWhenItIsReopened() {
        happens("2026-11-29T09:00", OPENED, WROTE);
        happens("2026-11-29T09:20", RESOLVED);
        happens("2026-11-29T12:00", REOPENED);
        assertThat(due(DAILY, FIRST_RESPONSE, 60)).isEqualTo(local("2026-11-29T12:40"));
    }

    @Test
    void nothingIsDueWhereNobodyIsEverThere() {
        happens("2026-11-29T09:00", OPENED, WROTE);
        course.reckon(
                terms(FIRST_RESPONSE, 60),
                at(new Openings(new OpeningHours(JERUSALEM, Map.of(), List.of()))));
        assertThat(course.nearest()).isEmpty();
    }

    @Test
    void shorterTargetsMayBeBrokenAtOnce() {
        happens("2026-11-29T09:00", OPENED, WROTE);
        course.reckon(terms(FIRST_RESPONSE, 60), at(DAILY));
        assertThat(course.tell(local("2026-11-29T09:30"))).isEmpty();
        course.reckon(terms(FIRST_RESPONSE, 10), at(DAILY));
        assertThat(course.tell(local("2026-11-29T09:30"))).allMatch(Countdown::isBroken).hasSize(1);
        assertThat(course.tell(local("2026-11-29T09:31"))).isEmpty();
    }

    private void happens(String at, Happening... all) {
        Arrays.stream(all).forEach(it -> course.happens(it, local(at), () -> DAILY));
    }

    private Instant due(Openings openings, Kind kind, int minutes) {
        return nearest(openings, kind, minutes).dueAt();
    }

    private Promise nearest(Openings openings, Kind kind, int minutes) {
        course.reckon(terms(kind, minutes), at(openings));
        return course.nearest().orElseThrow();
    }

    private static Agreement.Terms terms(Kind kind, int minutes) {
        var pledge = new Pledge(DEPARTMENT, Urgency.NORMAL, kind, minutes);
        return new Agreement(1, 80, List.of(pledge)).terms();
    }

    private static Situation.One at(Openings openings) {
        return new Situation.One(DEPARTMENT, Urgency.NORMAL, openings);
    }

    private static Instant local(String wall) {
        return LocalDateTime.parse(wall).atZone(JERUSALEM).toInstant();
    }
}

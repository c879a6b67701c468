package io.moked.target;

import static io.moked.conversation.Conversation.Promise.Kind.FIRST_RESPONSE;
import static io.moked.conversation.Conversation.Promise.Kind.NEXT_RESPONSE;
import static io.moked.conversation.Conversation.Promise.Kind.RESOLUTION;

import io.moked.conversation.Conversation.Progress;
import io.moked.conversation.Conversation.Promise;
import io.moked.conversation.Conversation.Promise.Kind;
import io.moked.hours.Openings;
import io.moked.target.Countdown.State;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The countdowns of one conversation, and what becomes of them as things happen to it. */
final class Course {

    private final UUID conversation;
    private final Map<Kind, Countdown> countdowns = new EnumMap<>(Kind.class);

    Course(UUID conversation, Collection<Countdown> countdowns) {
        this.conversation = conversation;
        countdowns.forEach(it -> this.countdowns.put(it.kind(), it));
    }

    /** What happens to conversations, as far as it moves their time. */
    enum Happening {
        OPENED,
        WROTE,
        ANSWERED,
        RESOLVED,
        REOPENED,
        SNOOZED,
        WOKEN,
        /** It is another's now, or of another priority. */
        MOVED
    }

    /** Of one that went on before anything was promised. */
    static Course of(Progress it) {
        var course = new Course(it.id(), List.of());
        course.run(FIRST_RESPONSE, it.openedAt());
        course.run(RESOLUTION, it.openedAt());
        if (it.isAnswered()) {
            course.halt(State.MET, it.openedAt(), () -> Openings.ALWAYS, FIRST_RESPONSE);
        }
        if (it.askedAt() != null) {
            course.run(NEXT_RESPONSE, it.askedAt());
        }
        return course;
    }

    UUID conversation() {
        return conversation;
    }

    List<Countdown> countdowns() {
        return List.copyOf(countdowns.values());
    }

    /**
     * Takes something in that has happened.
     *
     * @param openings asked for only where time that ran is to be counted
     * @return whether it changes anything
     */
    boolean happens(Happening what, Instant now, Supplier<Openings> openings) {
        return switch (what) {
            case OPENED -> opened(now);
            case WROTE -> !countdowns.isEmpty() && wrote(now);
            case ANSWERED -> halt(State.MET, now, openings, FIRST_RESPONSE, NEXT_RESPONSE);
            case RESOLVED ->
                    halt(State.MET, now, openings, RESOLUTION)
                            | halt(State.ENDED, now, openings, FIRST_RESPONSE, NEXT_RESPONSE);
            case REOPENED ->
                    goOn(State.MET, now, RESOLUTION) | goOn(State.ENDED, now, FIRST_RESPONSE);
            case SNOOZED -> halt(State.PAUSED, now, openings, Kind.values());
            case WOKEN -> goOn(State.PAUSED, now, Kind.values());
            case MOVED -> countdowns.values().stream().anyMatch(Countdown::isUnfinished);
        };
    }

    private boolean opened(Instant now) {
        countdowns.remove(NEXT_RESPONSE);
        run(FIRST_RESPONSE, now);
        run(RESOLUTION, now);
        return true;
    }

    private void run(Kind kind, Instant since) {
        countdowns.put(kind, Countdown.running(conversation, kind, since));
    }

    /** Whoever waits for an answer already waits on; what was put off goes on. */
    private boolean wrote(Instant now) {
        boolean isWoken = goOn(State.PAUSED, now, Kind.values());
        var first = countdowns.get(FIRST_RESPONSE);
        var next = countdowns.get(NEXT_RESPONSE);
        boolean isWaiting =
                first == null || first.state() != State.MET || next != null && next.isUnfinished();
        if (!isWaiting) {
            run(NEXT_RESPONSE, now);
        }
        return isWoken || !isWaiting;
    }

    private boolean halt(State as, Instant now, Supplier<Openings> openings, Kind... kinds) {
        boolean isChanged = false;
        for (var kind : kinds) {
            var it = countdowns.get(kind);
            if (it != null && it.isUnfinished() && it.state() != as) {
                countdowns.put(kind, it.halted(as, now, openings.get()));
                isChanged = true;
            }
        }
        return isChanged;
    }

    private boolean goOn(State from, Instant now, Kind... kinds) {
        boolean isChanged = false;
        for (var kind : kinds) {
            var it = countdowns.get(kind);
            if (it != null && it.state() == from) {
                countdowns.put(kind, it.goingOn(now));
                isChanged = true;
            }
        }
        return isChanged;
    }

    boolean isReckonedBefore(int edition) {
        return countdowns.values().stream()
                .anyMatch(it -> it.since() != null && it.edition() < edition);
    }

    /** What has come true by now and was not told yet; from now on it is. */
    List<Countdown> tell(Instant now) {
        var told =
                countdowns.values().stream()
                        .filter(it -> it.nextAt() != null && !it.nextAt().isAfter(now))
                        .map(it -> it.told(now))
                        .toList();
        told.forEach(it -> countdowns.put(it.kind(), it));
        return told;
    }

    void reckon(Agreement.Terms terms, Situation.@Nullable One at) {
        countdowns.replaceAll((kind, it) -> it.reckoned(terms, at));
    }

    /** What is to be kept next. */
    Optional<Promise> nearest() {
        return countdowns.values().stream()
                .filter(it -> it.dueAt() != null)
                .map(Countdown::promise)
                .min(Comparator.comparing(Promise::dueAt));
    }
}

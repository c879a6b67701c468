package io.moked.target;

import io.moked.conversation.Conversation.Promise;
import io.moked.conversation.Conversation.Promise.Kind;
import io.moked.hours.Openings;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of its time a promise has used.
 *
 * @param since from when on it runs, if it does
 * @param spent what ran before, in opening hours
 * @param isWarned whether it was told that it is endangered
 * @param isBroken whether it was told that it is broken; neither is told twice
 * @param edition of the agreement by which its times were reckoned
 */
record Countdown(
        UUID conversation,
        Kind kind,
        State state,
        @Nullable Instant since,
        Duration spent,
        @Nullable Instant warnAt,
        @Nullable Instant dueAt,
        boolean isWarned,
        boolean isBroken,
        int edition) {

    /** Whether its time goes on. */
    enum State {
        RUNNING,
        PAUSED,
        /** What was promised has been done, in time or not. */
        MET,
        /** Nobody waits for it any more. */
        ENDED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Countdown running(UUID conversation, Kind kind, Instant since) {
        return new Countdown(
                conversation,
                kind,
                State.RUNNING,
                since,
                Duration.ZERO,
                null,
                null,
                false,
                false,
                0);
    }

    boolean isUnfinished() {
        return state == State.RUNNING || state == State.PAUSED;
    }

    /** What has run until now counts as spent, in the hours of whoever has it now. */
    Countdown halted(State as, Instant now, Openings openings) {
        var ran = since == null ? Duration.ZERO : openings.openBetween(since, now);
        return with(as, null, spent.plus(ran), null, null, edition);
    }

    Countdown goingOn(Instant now) {
        return with(State.RUNNING, now, spent, null, null, edition);
    }

    /** With the times at which it is endangered and due, by the terms of now. */
    Countdown reckoned(Agreement.Terms terms, Situation.@Nullable One at) {
        int edition = terms.agreement().edition();
        var promised = terms.promised(at, kind);
        if (since == null || at == null || promised.isEmpty()) {
            return with(state, since, spent, null, null, edition);
        }
        var left = promised.get().minus(spent);
        var warned = terms.warning(promised.get()).minus(spent);
        return with(
                state,
                since,
                spent,
                at.openings().after(since, warned).orElse(null),
                at.openings().after(since, left).orElse(null),
                edition);
    }

    private Countdown with(
            State state,
            @Nullable Instant since,
            Duration spent,
            @Nullable Instant warnAt,
            @Nullable Instant dueAt,
            int edition) {
        return new Countdown(
                conversation,
                kind,
                state,
                since,
                spent,
                warnAt,
                dueAt,
                isWarned,
                isBroken,
                edition);
    }

    /** When there is something to tell next; what is broken is told no more. */
    @Nullable Instant nextAt() {
        if (isBroken || dueAt == null) {
            return null;
        }
        return isWarned || warnAt == null ? dueAt : warnAt;
    }

    boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    /** Everything is told that has come true by now. */
    Countdown told(Instant now) {
        return new Countdown(
                conversation,
                kind,
                state,
                since,
                spent,
                warnAt,
                dueAt,
                true,
                isBroken || isDue(now),
                edition);
    }

    Promise promise() {
        var due = Objects.requireNonNull(dueAt);
        return new Promise(kind, due, warnAt == null ? due : warnAt);
    }
}

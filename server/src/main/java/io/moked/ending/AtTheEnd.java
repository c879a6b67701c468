package io.moked.ending;

import io.moked.access.UserId;
import io.moked.conversation.Conversation;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells conversations what their business wants to be done when they end. */
@Component
class AtTheEnd implements Conversation.Endings {

    private final EndingRules rules;
    private final Dispositions dispositions;
    private final DispositionStore choice;
    private final WrapUpStore wrapUps;
    private final WakeStore wakes;
    private final AlarmBell bell;
    private final Clock clock;

    AtTheEnd(
            EndingRules rules,
            Dispositions dispositions,
            DispositionStore choice,
            WrapUpStore wrapUps,
            WakeStore wakes,
            AlarmBell bell,
            Clock clock) {
        this.rules = rules;
        this.dispositions = dispositions;
        this.choice = choice;
        this.wrapUps = wrapUps;
        this.wakes = wakes;
        this.bell = bell;
        this.clock = clock;
    }

    /** Only whoever had it and ends it has anything left to do. */
    @Override
    public boolean ends(Conversation conversation, @Nullable UUID disposition, UserId by) {
        var ending = rules.of(conversation.departmentId());
        if (disposition == null && ending.requiresDisposition()) {
            throw new Refusals.DispositionRequired();
        }
        if (disposition != null && !choice.isThere(disposition)) {
            throw new Invalid("dispositionId", "unknown");
        }
        boolean isTheirs =
                by.value().equals(conversation.assigneeId())
                        && conversation.status() == Conversation.Status.OPEN;
        if (!isTheirs || ending.wrapUp().isZero()) {
            return false;
        }
        wrapUps.begin(conversation.id(), by, clock.instant().plus(ending.wrapUp()));
        bell.ringAfterCommit();
        return true;
    }

    @Override
    public void rests(UUID conversation, Instant until) {
        var now = clock.instant();
        if (!until.isAfter(now)) {
            throw new Invalid("until", "past");
        }
        if (until.isAfter(now.plus(Limit.SNOOZE_DAYS.days()))) {
            throw new Invalid("until", "out-of-range");
        }
        wakes.set(conversation, until);
        bell.ringAfterCommit();
    }

    @Override
    public Duration reopening() {
        return rules.reopening();
    }

    @Override
    public Map<UUID, String> dispositions(Collection<UUID> ids) {
        return dispositions.names(ids);
    }
}

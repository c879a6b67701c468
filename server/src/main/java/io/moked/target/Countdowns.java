package io.moked.target;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.moked.journal.Fact;
import io.moked.journal.Witness;
import io.moked.target.Course.Happening;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sees what happens to conversations in the transaction in which it does, so that a countdown never
 * says anything else than the conversation.
 */
@Component
class Countdowns implements Witness {

    private static final Set<String> OF_HOURS =
            Set.of("hours.calendar-changed", "hours.office-changed");

    private final Reckoning reckoning;
    private final AgreementStore agreements;
    private final TargetBell bell;
    private final Clock clock;

    Countdowns(Reckoning reckoning, AgreementStore agreements, TargetBell bell, Clock clock) {
        this.reckoning = reckoning;
        this.agreements = agreements;
        this.bell = bell;
        this.clock = clock;
    }

    private record Seen(UUID conversation, Happening what) {

        static @Nullable Seen of(Fact fact) {
            var what = happening(fact);
            return what == null ? null : new Seen(fact.subject(), what);
        }
    }

    @Override
    public void see(List<Fact> facts) {
        var seen = facts.stream().map(Seen::of).filter(Objects::nonNull).toList();
        if (!seen.isEmpty()) {
            var happenings =
                    seen.stream()
                            .collect(groupingBy(Seen::conversation, mapping(Seen::what, toList())));
            reckoning.take(happenings, clock.instant());
        }
        for (var it : facts) {
            if (OF_HOURS.contains(it.kind()) && agreements.renewIfAny()) {
                bell.ringAfterCommit();
            }
            if (it.kind().equals("routing.department-removed")) {
                agreements.remove(it.subject());
            }
        }
    }

    /** Null where it moves no time. */
    private static @Nullable Happening happening(Fact fact) {
        return switch (fact.kind()) {
            case "conversation.opened" -> Happening.OPENED;
            case "conversation.message-received" -> Happening.WROTE;
            case "conversation.reply-queued" -> isAnAnswer(fact) ? Happening.ANSWERED : null;
            case "conversation.resolved" -> Happening.RESOLVED;
            case "conversation.reopened" -> Happening.REOPENED;
            case "conversation.snoozed" -> Happening.SNOOZED;
            case "conversation.woken" -> Happening.WOKEN;
            case "conversation.transferred", "conversation.demand-changed" -> Happening.MOVED;
            default -> null;
        };
    }

    /** What nobody wrote answers nothing, and a mere sign does not either. */
    private static boolean isAnAnswer(Fact reply) {
        return reply.actor() != null && !reply.details().containsKey("sign");
    }
}

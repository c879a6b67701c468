package io.moked.rule;

import io.moked.journal.JournalEntry;
import io.moked.rule.engine.Trigger;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of entries means for the states whose length rules ask for: where one begins, where
 * it ends, and since when it counts. Doings of rules are left out before, so a state that a rule
 * has acted on stays looked at until somebody else begins it anew.
 */
final class Spells {

    private record State(TenantId tenant, UUID conversation, Trigger trigger) {}

    /**
     * What becomes of one state.
     *
     * @param isOver whether what was there before is over
     * @param begunAt when it begins, unless it is on already; null for not in this batch
     * @param countsFrom what is on counts from then at the earliest; null where nothing is said
     */
    record Change(
            TenantId tenant,
            UUID conversation,
            Trigger trigger,
            boolean isOver,
            @Nullable Instant begunAt,
            @Nullable Instant countsFrom) {}

    private final Map<State, Change> changes = new LinkedHashMap<>();

    Collection<Change> changes() {
        return changes.values();
    }

    void add(JournalEntry entry) {
        switch (entry.kind()) {
            case "conversation.opened", "conversation.reopened" -> {
                begin(entry, Trigger.WAITING);
                begin(entry, Trigger.OPEN);
            }
            case "conversation.unassigned" -> begin(entry, Trigger.WAITING);
            case "conversation.transferred" -> {
                // Where only the department is another, nobody waits.
                if (!entry.details().containsKey("assigneeId")) {
                    begin(entry, Trigger.WAITING);
                }
            }
            case "conversation.assigned" -> {
                end(entry, Trigger.WAITING);
                countAnew(entry, Trigger.UNANSWERED);
            }
            // While it was set aside, what was due came to nothing.
            case "conversation.woken" -> {
                countAnew(entry, Trigger.WAITING);
                countAnew(entry, Trigger.UNANSWERED);
                countAnew(entry, Trigger.OPEN);
            }
            case "conversation.message-received" -> beginUnlessOn(entry, Trigger.UNANSWERED);
            case "conversation.reply-queued" -> {
                if (isAnAnswer(entry)) {
                    end(entry, Trigger.UNANSWERED);
                }
            }
            case "conversation.resolved" -> {
                end(entry, Trigger.WAITING);
                end(entry, Trigger.UNANSWERED);
                end(entry, Trigger.OPEN);
            }
            default -> {}
        }
    }

    /** What a business says by itself answers nothing, and a mere sign does not either. */
    private static boolean isAnAnswer(JournalEntry reply) {
        return reply.actor() != null && !reply.details().containsKey("sign");
    }

    private void begin(JournalEntry entry, Trigger trigger) {
        put(entry, trigger, true, entry.at(), null);
    }

    private void end(JournalEntry entry, Trigger trigger) {
        put(entry, trigger, true, null, null);
    }

    private void beginUnlessOn(JournalEntry entry, Trigger trigger) {
        var before = before(entry, trigger);
        var begunAt = before.begunAt() == null ? entry.at() : before.begunAt();
        put(entry, trigger, before.isOver(), begunAt, before.countsFrom());
    }

    private void countAnew(JournalEntry entry, Trigger trigger) {
        var before = before(entry, trigger);
        put(entry, trigger, before.isOver(), before.begunAt(), entry.at());
    }

    private Change before(JournalEntry entry, Trigger trigger) {
        return changes.getOrDefault(
                state(entry, trigger),
                new Change(entry.tenant(), entry.subject(), trigger, false, null, null));
    }

    private void put(
            JournalEntry entry,
            Trigger trigger,
            boolean isOver,
            @Nullable Instant begunAt,
            @Nullable Instant countsFrom) {
        changes.put(
                state(entry, trigger),
                new Change(entry.tenant(), entry.subject(), trigger, isOver, begunAt, countsFrom));
    }

    private static State state(JournalEntry entry, Trigger trigger) {
        return new State(entry.tenant(), entry.subject(), trigger);
    }
}

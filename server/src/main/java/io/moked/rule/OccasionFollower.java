package io.moked.rule;

import io.moked.journal.Follower;
import io.moked.journal.JournalEntry;
import io.moked.rule.OccasionInbox.Happening;
import io.moked.rule.engine.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes down when rules are to be looked at, each time once: what is written and how far the
 * journal was read are one transaction. What rules do is not read at all, so none follows from
 * another, or from itself.
 */
@Component
class OccasionFollower implements Follower {

    private final OccasionInbox inbox;
    private final RuleBell bell;

    OccasionFollower(OccasionInbox inbox, RuleBell bell) {
        this.inbox = inbox;
        this.bell = bell;
    }

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public void follow(List<JournalEntry> entries) {
        var tenants =
                inbox.withRules(
                        entries.stream().map(JournalEntry::tenant).collect(Collectors.toSet()));
        var telling =
                entries.stream()
                        .filter(it -> tenants.contains(it.tenant()) && !it.isByRule())
                        .toList();
        if (telling.isEmpty()) {
            return;
        }
        var happenings = new ArrayList<Happening>();
        var spells = new Spells();
        for (var entry : telling) {
            trigger(entry).ifPresent(it -> happenings.add(happening(entry, it)));
            spells.add(entry);
        }
        inbox.add(happenings);
        inbox.change(spells.changes());
        bell.ringAfterCommit();
    }

    private static Optional<Trigger> trigger(JournalEntry entry) {
        return switch (entry.kind()) {
            case "conversation.opened" -> Optional.of(Trigger.OPENING);
            case "conversation.message-received" -> Optional.of(Trigger.MESSAGE);
            case "conversation.labeled" -> Optional.of(Trigger.LABEL);
            default -> Optional.empty();
        };
    }

    private static Happening happening(JournalEntry entry, Trigger trigger) {
        var message = entry.details().get("messageId");
        return new Happening(
                entry.tenant(),
                entry.subject(),
                trigger,
                message == null ? null : UUID.fromString(message),
                entry.at());
    }
}

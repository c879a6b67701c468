package io.moked.rule;

import io.moked.conversation.Conversation;
import io.moked.conversation.Conversation.Handler;
import io.moked.conversation.Conversation.Status;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.journal.Cause;
import io.moked.rule.RuleSurroundings.Looked;
import io.moked.rule.engine.Circumstances;
import io.moked.rule.engine.Terms;
import io.moked.rule.engine.Trigger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks whether there is a rule for an occasion, and has it done, in one transaction. */
@Component
class Acting {

    private final RuleStore rules;
    private final OccasionStore occasions;
    private final Conversations conversations;
    private final RuleSurroundings surroundings;
    private final Deeds deeds;
    private final Clock clock;

    Acting(
            RuleStore rules,
            OccasionStore occasions,
            Conversations conversations,
            RuleSurroundings surroundings,
            Deeds deeds,
            Clock clock) {
        this.rules = rules;
        this.occasions = occasions;
        this.conversations = conversations;
        this.surroundings = surroundings;
        this.deeds = deeds;
        this.clock = clock;
    }

    /** The occasion is locked. */
    void look(Occasion occasion) {
        var conversation = conversations.lock(new ConversationId(occasion.conversation()));
        if (conversation.isEmpty() || conversation.get().status() == Status.RESOLVED) {
            occasions.remove(occasion.id());
        } else if (isOn(occasion.trigger(), conversation.get())) {
            look(occasion, conversation.get());
        } else {
            occasions.rest(occasion.id());
        }
    }

    /** Whether it still is as it has to be; what has happened has happened. */
    static boolean isOn(Trigger trigger, Conversation it) {
        return switch (trigger) {
            case OPENING, MESSAGE, LABEL -> true;
            case WAITING -> it.status() == Status.OPEN && it.handler() == Handler.QUEUE;
            case UNANSWERED -> it.status() == Status.OPEN && it.handler() == Handler.AGENT;
            case OPEN -> it.status() == Status.OPEN;
        };
    }

    private void look(Occasion occasion, Conversation conversation) {
        var asked = rules.of(occasion);
        var labels = labels(occasion, conversation);
        if (!asked.isEmpty() && labels != null) {
            var looked = new Looked(conversation, occasion.message(), labels, at(occasion));
            var circumstances =
                    Objects.requireNonNull(
                            surroundings
                                    .of(List.of(looked), asked.stream().map(Rule::terms).toList())
                                    .get(conversation.id()));
            Terms.first(asked, circumstances)
                    .ifPresent(it -> act(it, occasion, conversation, circumstances));
        }
        if (occasion.trigger().isTimed() && !asked.isEmpty()) {
            occasions.finish(occasion.id());
        } else {
            occasions.remove(occasion.id());
        }
    }

    private Instant at(Occasion occasion) {
        return occasion.trigger().isTimed() ? clock.instant() : occasion.since();
    }

    /** Where a label is what it is about, those that were added; null where none was. */
    private @Nullable Set<String> labels(Occasion occasion, Conversation conversation) {
        if (occasion.trigger() != Trigger.LABEL) {
            return Set.copyOf(conversation.labels());
        }
        var added = occasions.learn(conversation.id(), conversation.labels());
        return added.isEmpty() ? null : added;
    }

    private void act(
            Rule rule, Occasion occasion, Conversation conversation, Circumstances circumstances) {
        var id = new ConversationId(conversation.id());
        Cause.act(
                rule.id(),
                () -> {
                    var undone = deeds.doAll(rule, occasion, id, circumstances);
                    conversations.ruled(id, rule.id(), undone.isEmpty() ? null : undone.getFirst());
                });
        rules.acted(rule.id(), clock.instant());
    }
}

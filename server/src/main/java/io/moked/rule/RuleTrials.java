package io.moked.rule;

import io.moked.access.SignedIn;
import io.moked.conversation.Attention;
import io.moked.conversation.Conversation;
import io.moked.conversation.Inbox;
import io.moked.conversation.Message;
import io.moked.conversation.Threads;
import io.moked.kernel.Invalid;
import io.moked.kernel.Page;
import io.moked.rule.RuleSurroundings.Looked;
import io.moked.rule.engine.Circumstances;
import io.moked.rule.engine.Terms;
import io.moked.rule.engine.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a rule would have done to the last conversations, by the same code that decides what rules
 * do. Nothing is done. What is said of a conversation today stands for what was said of it then.
 */
@Component
public class RuleTrials {

    /** Conversations that a rule is tried on. */
    private static final int TRIED_ON = 100;

    private static final Inbox.Filter ALL =
            new Inbox.Filter(null, null, null, null, false, null, null, null, null);

    private final RuleStore rules;
    private final TermsCheck check;
    private final Inbox inbox;
    private final Threads threads;
    private final Attention attention;
    private final RuleSurroundings surroundings;
    private final Clock clock;

    RuleTrials(
            RuleStore rules,
            TermsCheck check,
            Inbox inbox,
            Threads threads,
            Attention attention,
            RuleSurroundings surroundings,
            Clock clock) {
        this.rules = rules;
        this.check = check;
        this.inbox = inbox;
        this.threads = threads;
        this.attention = attention;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /**
     * What it would have come to.
     *
     * @param failed the first condition that does not hold, by its place; null where all do
     * @param isOn whether there was an occasion for it at all
     * @param before the rule that would have acted in its stead, where one would have
     */
    public record Tried(
            Conversation conversation,
            boolean isOn,
            @Nullable Integer failed,
            @Nullable Rule before) {

        public boolean acts() {
            return isOn && failed == null && before == null;
        }
    }

    /**
     * @param id of the rule that it is to replace, whose place it has; null for one behind all
     */
    @Transactional
    public List<Tried> dryRun(@Nullable UUID id, Terms terms, SignedIn by) {
        check.check(terms);
        var rivals = before(id, terms);
        var last = inbox.list(ALL, by, Page.of(null, TRIED_ON));
        var looked = looked(last.items(), terms.trigger());
        var circumstances =
                surroundings.of(
                        looked,
                        Stream.concat(Stream.of(terms), rivals.stream().map(Rule::terms)).toList());
        return looked.stream()
                .map(it ->
                        tried(
                                it.conversation(),
                                terms,
                                rivals,
                                Objects.requireNonNull(circumstances.get(it.conversation().id()))))
                .toList();
    }

    private Tried tried(
            Conversation conversation, Terms terms, List<Rule> rivals, Circumstances it) {
        if (!isOn(conversation, terms)) {
            return new Tried(conversation, false, null, null);
        }
        var failed = terms.firstFailed(it);
        if (failed.isPresent()) {
            return new Tried(conversation, true, failed.getAsInt(), null);
        }
        return new Tried(conversation, true, null, Terms.first(rivals, it).orElse(null));
    }

    /** Those for the same occasion that are asked before it. */
    private List<Rule> before(@Nullable UUID id, Terms terms) {
        var all = rules.all();
        if (id != null && all.stream().noneMatch(it -> it.id().equals(id))) {
            throw new Invalid("ruleId", "unknown");
        }
        return all.stream()
                .takeWhile(it -> !it.id().equals(id))
                .filter(Rule::isEnabled)
                .filter(it -> it.terms().trigger() == terms.trigger())
                .filter(it -> Objects.equals(it.terms().minutes(), terms.minutes()))
                .toList();
    }

    private List<Looked> looked(List<Conversation> conversations, Trigger trigger) {
        var ids = conversations.stream().map(Conversation::id).toList();
        boolean isOpening = trigger == Trigger.OPENING;
        var wrote = attention.wrote(ids, isOpening);
        var words = threads.find(wrote.values());
        var now = clock.instant();
        return conversations.stream()
                .map(it -> {
                    var message = words.get(wrote.get(it.id()));
                    return new Looked(
                            it,
                            message == null ? null : message.id(),
                            Set.copyOf(it.labels()),
                            at(it, trigger, message, now));
                })
                .toList();
    }

    private static Instant at(
            Conversation it, Trigger trigger, @Nullable Message message, Instant now) {
        return switch (trigger) {
            case OPENING -> it.openedAt();
            case MESSAGE -> message == null ? now : message.at();
            case LABEL, WAITING, UNANSWERED, OPEN -> now;
        };
    }

    /** As far as that can be told from how it stands now. */
    private boolean isOn(Conversation it, Terms terms) {
        var since =
                switch (terms.trigger()) {
                    case OPENING -> it.openedAt();
                    case MESSAGE -> it.lastInboundAt();
                    case LABEL -> it.labels().isEmpty() ? null : it.openedAt();
                    case WAITING -> it.waitingSince();
                    case UNANSWERED -> isAnswered(it) ? null : it.lastInboundAt();
                    case OPEN -> it.openedAt();
                };
        var length = Duration.ofMinutes(Objects.requireNonNullElse(terms.minutes(), 0));
        return since != null
                && Acting.isOn(terms.trigger(), it)
                && !since.plus(length).isAfter(clock.instant());
    }

    private static boolean isAnswered(Conversation it) {
        return it.lastInboundAt() == null || it.lastMessageAt().isAfter(it.lastInboundAt());
    }
}

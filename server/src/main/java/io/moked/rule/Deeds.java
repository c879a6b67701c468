package io.moked.rule;

import io.moked.access.UserId;
import io.moked.conversation.Conversation;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.kernel.Refusal;
import io.moked.routing.Demands;
import io.moked.routing.Transfers;
import io.moked.rule.engine.Action;
import io.moked.rule.engine.Circumstances;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what a rule says, each part as far as it can be done. */
@Component
class Deeds {

    private final Conversations conversations;
    private final Demands demands;
    private final Transfers transfers;
    private final RuleTexts texts;
    private final WebhookCalls calls;
    private final OccasionStore occasions;
    private final RuleNotices notices;
    private final TransactionTemplate part;

    Deeds(
            Conversations conversations,
            Demands demands,
            Transfers transfers,
            RuleTexts texts,
            WebhookCalls calls,
            OccasionStore occasions,
            RuleNotices notices,
            PlatformTransactionManager transactions) {
        this.conversations = conversations;
        this.demands = demands;
        this.transfers = transfers;
        this.texts = texts;
        this.calls = calls;
        this.occasions = occasions;
        this.notices = notices;
        // What is declined leaves nothing behind, and the rest of the rule as it was.
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Something that cannot be done to this conversation as it stands. */
    static final class Undone extends Refusal {
        Undone(String code) {
            super(Kind.CONFLICT, code);
        }
    }

    /**
     * All of it, in its order.
     *
     * @return a word for each part that could not be done
     */
    List<String> doAll(
            Rule rule, Occasion occasion, ConversationId id, Circumstances circumstances) {
        var undone = new ArrayList<String>();
        for (var action : rule.terms().actions()) {
            try {
                part.executeWithoutResult(tx -> {
                    var now = conversations.lock(id).orElseThrow(NotFound::new);
                    act(action, rule, occasion, now, circumstances);
                });
            } catch (Refusal declined) {
                undone.add(declined.code());
            }
        }
        return undone;
    }

    private void act(
            Action action,
            Rule rule,
            Occasion occasion,
            Conversation conversation,
            Circumstances circumstances) {
        var id = new ConversationId(conversation.id());
        switch (action.kind()) {
            case PRIORITY ->
                    demands.prioritize(id, Objects.requireNonNull(action.priority()).word());
            case SKILL ->
                    demands.ask(
                            id,
                            named(action),
                            Objects.requireNonNullElse(action.level(), 1),
                            action.required());
            case LABELS -> label(action, conversation);
            case DEPARTMENT -> transfers.toDepartment(conversation, named(action));
            case AGENT -> transfers.toAgent(conversation, new UserId(named(action)));
            case TEXT -> texts.say(action, conversation, circumstances);
            case WEBHOOK -> calls.add(rule, action, occasion, conversation);
            case USER -> notices.toUser(rule, new UserId(named(action)), conversation);
            case MANAGERS -> notices.toManagers(rule, conversation);
        }
    }

    private static UUID named(Action action) {
        return Objects.requireNonNull(action.id());
    }

    /** Rules are told of their own labels at once: nobody has added these. */
    private void label(Action action, Conversation conversation) {
        var labels = new TreeSet<>(conversation.labels());
        labels.addAll(action.labels());
        if (labels.size() > Limit.LABELS.value()) {
            throw new Undone("too-many-labels");
        }
        conversations.label(conversation, List.copyOf(labels), null);
        occasions.know(conversation.id(), action.labels());
    }
}

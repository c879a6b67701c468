package io.moked.routing;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Invalid;
import io.moked.routing.engine.Needs;
import io.moked.routing.engine.Priority;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How urgent a conversation is, and what it asks of whoever is to have it. */
@Component
public class Demands {

    /** More of them nobody answers to. */
    private static final int MOST = 10;

    private final NeedStore store;
    private final Skills skills;
    private final Conversations conversations;
    private final Waker waker;
    private final Journal journal;

    Demands(
            NeedStore store,
            Skills skills,
            Conversations conversations,
            Waker waker,
            Journal journal) {
        this.store = store;
        this.skills = skills;
        this.conversations = conversations;
        this.waker = waker;
        this.journal = journal;
    }

    /** What a conversation asks for. */
    public record Demand(Priority priority, Needs needs) {}

    @Transactional(readOnly = true)
    public Demand of(ConversationId conversation, SignedIn reader) {
        conversations.find(conversation, reader);
        return of(conversation.value());
    }

    private Demand of(UUID conversation) {
        return new Demand(store.priority(conversation), store.of(conversation));
    }

    /**
     * From now on this and nothing else, also where it waits already, and whenever it waits again.
     */
    @Transactional
    public void set(ConversationId id, Demand wanted, SignedIn by) {
        check(wanted.needs());
        conversations.lock(id, by, Permission.ANSWER_CONVERSATIONS);
        replace(id.value(), of(id.value()), wanted, by.user().value());
    }

    /** How urgent a conversation is from now on that is locked, which no user says. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prioritize(ConversationId locked, String priority) {
        change(locked, it -> new Demand(Priority.of(priority), it.needs()));
    }

    /** Likewise what it asks of agents, beside all that it asks of them already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(ConversationId locked, UUID skill, int level, boolean isRequired) {
        change(
                locked,
                it -> {
                    var required = new HashMap<>(it.needs().required());
                    var preferred = new HashMap<>(it.needs().preferred());
                    required.remove(skill);
                    preferred.remove(skill);
                    (isRequired ? required : preferred).put(skill, level);
                    return new Demand(it.priority(), new Needs(required, preferred));
                });
    }

    private void change(ConversationId locked, UnaryOperator<Demand> change) {
        var before = of(locked.value());
        var wanted = change.apply(before);
        check(wanted.needs());
        replace(locked.value(), before, wanted, null);
    }

    /** How urgent they are, in a word; what is not told here is as urgent as any other. */
    @Transactional(readOnly = true)
    public Map<UUID, String> priorities(Collection<UUID> conversations) {
        return store.priorities(conversations);
    }

    private void replace(UUID id, Demand before, Demand wanted, @Nullable UUID actor) {
        if (before.equals(wanted)) {
            return;
        }
        store.replace(id, wanted.needs());
        store.setPriority(id, before.priority(), wanted.priority());
        journal.append(Fact.of("conversation.demand-changed", id).by(actor));
        waker.wakeAfterCommit();
    }

    private void check(Needs needs) {
        var required = needs.required().keySet();
        var preferred = needs.preferred().keySet();
        skills.check("required", required);
        skills.check("preferred", preferred);
        if (preferred.stream().anyMatch(required::contains)) {
            throw new Invalid("preferred", "also-required");
        }
        if (required.size() + preferred.size() > MOST) {
            throw new Invalid("required", "too-many");
        }
    }
}

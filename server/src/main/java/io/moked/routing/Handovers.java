package io.moked.routing;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;

import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.conversation.Conversation.Workload.Hand;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.conversation.Moves;
import io.moked.conversation.Notes;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Colleagues who are asked whether they take over a conversation. It stays with whoever has it
 * until they say yes; goes it elsewhere meanwhile, nobody is asked any more.
 */
@Component
public class Handovers {

    private final HandoverStore store;
    private final Conversations conversations;
    private final Moves moves;
    private final Members members;
    private final Notes notes;
    private final Ids ids;
    private final Clock clock;

    Handovers(
            HandoverStore store,
            Conversations conversations,
            Moves moves,
            Members members,
            Notes notes,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.moves = moves;
        this.members = members;
        this.notes = notes;
        this.ids = ids;
        this.clock = clock;
    }

    /** A question to a colleague, which ends by itself where they do not answer. */
    public record Handover(
            UUID id,
            UUID conversation,
            UUID askedBy,
            UUID agent,
            String note,
            Instant askedAt,
            Instant endsAt) {}

    /** Asks; nobody but one colleague at a time. */
    @Transactional
    public Handover ask(ConversationId id, UserId agent, String note, SignedIn by) {
        var conversation = conversations.unresolved(id, by, ANSWER_CONVERSATIONS);
        if (conversation.assigneeId() == null) {
            throw new Refusals.NobodyHasIt();
        }
        members.mustAnswer(agent, List.of(conversation));
        if (agent.value().equals(conversation.assigneeId())) {
            throw new Refusals.AlreadyThere();
        }
        var now = clock.instant();
        store.of(id)
                .ifPresent(it -> {
                    if (it.endsAt().isAfter(now)) {
                        throw new Refusals.HandoverAsked();
                    }
                    if (store.remove(it.id())) {
                        told(it);
                    }
                });
        if (!note.isEmpty()) {
            notes.write(id, ids.next(), note, by);
        }
        var asked =
                new Handover(
                        ids.next(),
                        id.value(),
                        by.user().value(),
                        agent.value(),
                        note,
                        now,
                        now.plusSeconds(Limit.HANDOVER_SECONDS.value()));
        store.add(asked);
        moves.tellOf(agent, "handover-asked", id, by.user());
        return asked;
    }

    /** What the user is asked, and what they have asked. */
    @Transactional(readOnly = true)
    public List<Handover> concerning(UserId user) {
        return store.concerning(user, clock.instant());
    }

    /** They have it from now on, as far as they have room for it. */
    @Transactional
    public void accept(UUID id, SignedIn by) {
        var asked = store.find(id).filter(it -> isAsked(by, it)).orElseThrow(NotFound::new);
        var conversation = new ConversationId(asked.conversation());
        var locked = conversations.unresolved(conversation, by, ANSWER_CONVERSATIONS);
        if (!store.remove(id) || !asked.endsAt().isAfter(clock.instant())) {
            throw new Refusals.HandoverOver();
        }
        moves.toAgent(List.of(locked), by.user(), Hand.OWN, by.user());
    }

    /** Whoever is asked declines; whoever asked takes it back. */
    @Transactional
    public void end(UUID id, SignedIn by) {
        var asked =
                store.find(id)
                        .filter(it -> isAsked(by, it) || by.user().value().equals(it.askedBy()))
                        .orElseThrow(NotFound::new);
        if (store.remove(id)) {
            moves.tellOf(
                    new UserId(asked.agent()),
                    isAsked(by, asked) ? "handover-declined" : "handover-withdrawn",
                    new ConversationId(asked.conversation()),
                    by.user());
        }
    }

    private static boolean isAsked(SignedIn user, Handover it) {
        return user.user().value().equals(it.agent());
    }

    /**
     * Ends what nobody has answered in time.
     *
     * @return how many
     */
    @Transactional
    int endOverdue(Instant now) {
        var ended = store.removeEnded(now);
        ended.forEach(this::told);
        return ended.size();
    }

    private void told(Handover it) {
        moves.tellOf(
                new UserId(it.agent()),
                "handover-ended",
                new ConversationId(it.conversation()),
                null);
    }
}

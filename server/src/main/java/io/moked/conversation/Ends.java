package io.moked.conversation;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;

import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.conversation.Conversation.Departments;
import io.moked.conversation.Conversation.Endings;
import io.moked.conversation.Conversation.Handler;
import io.moked.conversation.Conversation.Status;
import io.moked.conversation.Conversation.Workload;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How conversations come to an end, are set aside, and go on. */
@Component
public class Ends {

    private final ConversationStore store;
    private final Moves moves;
    private final ThreadEvents events;
    private final Workload workload;
    private final Departments departments;
    private final Endings rules;
    private final Journal journal;
    private final Clock clock;

    Ends(
            ConversationStore store,
            Moves moves,
            ThreadEvents events,
            Workload workload,
            Departments departments,
            Endings rules,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.moves = moves;
        this.events = events;
        this.workload = workload;
        this.departments = departments;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Ends it.
     *
     * @param disposition why; null where that is not said
     */
    @Transactional
    public Conversation resolve(ConversationId id, @Nullable UUID disposition, SignedIn by) {
        var conversation = lock(id, by);
        if (conversation.status() != Status.RESOLVED) {
            boolean isHeld = rules.ends(conversation, disposition, by.user());
            end(conversation, "resolved", disposition, by.user().value());
            if (!isHeld) {
                workload.ends(List.of(id.value()));
            }
        }
        return there(id);
    }

    /** It ends because the contact says nothing more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endOfSilence(Conversation locked) {
        end(locked, "resolved-silent", null, null);
        workload.ends(List.of(locked.id()));
    }

    /** One that waits and whose contact wants no answer any more; an answered one goes on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveUp(ConversationId id) {
        store.lock(id)
                .filter(events::isUnanswered)
                .ifPresent(it -> {
                    end(it, "resolved", null, null);
                    workload.ends(List.of(it.id()));
                });
    }

    private void end(
            Conversation it, String how, @Nullable UUID disposition, @Nullable UUID actor) {
        if (events.isUnanswered(it)) {
            events.note("abandoned", List.of(it.id()), null, null);
            journal.append(ThreadEvents.abandoned(it));
        }
        store.resolve(new ConversationId(it.id()), disposition, clock.instant());
        events.note(how, List.of(it.id()), actor, disposition);
        journal.append(
                ThreadEvents.fact("resolved", it.id())
                        .by(actor)
                        .with("dispositionId", disposition)
                        .with("previousAssigneeId", it.assigneeId()));
    }

    /**
     * Undoes a resolution; the agent who had the conversation has it again. One that nobody had to
     * answer waits where new ones do.
     */
    @Transactional
    public Conversation reopen(ConversationId id, SignedIn by) {
        var conversation = lock(id, by);
        if (conversation.status() == Status.RESOLVED) {
            try {
                store.reopen(id, departments.lineOf(conversation.channelId()), clock.instant());
            } catch (DuplicateKeyException newer) {
                throw new Refusals.AnotherIsOpen();
            }
            isSomebodysAgain(there(id), by);
            moves.tell("reopened", id, by.user());
        }
        return there(id);
    }

    /** Their own, as far as they have room; a colleague's who has none any more waits instead. */
    private void isSomebodysAgain(Conversation conversation, SignedIn by) {
        var assignee = conversation.assigneeId();
        if (assignee == null) {
            workload.waits(List.of(conversation.work()));
        } else if (by.user().value().equals(assignee)) {
            workload.areGiven(List.of(conversation.work()), by.user(), Workload.Hand.OWN);
        } else if (workload.comeBack(Map.of(conversation.work(), new UserId(assignee))).isEmpty()) {
            moves.backToLine(List.of(conversation), by.user());
        }
    }

    /**
     * Sets it aside: nobody holds it meanwhile.
     *
     * @param until null for until the contact writes, which wakes it in any case
     */
    @Transactional
    public Conversation snooze(ConversationId id, @Nullable Instant until, SignedIn by) {
        var conversation = lock(id, by);
        if (conversation.status() == Status.RESOLVED) {
            throw new Refusals.ConversationResolved();
        }
        workload.rest(List.of(id.value()));
        store.snooze(id, until);
        if (until != null) {
            rules.rests(id.value(), until);
        }
        events.note("snoozed", List.of(id.value()), by.user().value(), null, until);
        var fact = ThreadEvents.fact("snoozed", id.value()).by(by.user().value());
        journal.append(until == null ? fact : fact.with("until", until));
        return there(id);
    }

    /** It goes on before its time. */
    @Transactional
    public Conversation wake(ConversationId id, SignedIn by) {
        var conversation = lock(id, by);
        if (conversation.status() == Status.SNOOZED) {
            goOn(List.of(conversation), by.user());
        }
        return there(id);
    }

    /** Those whose time has come go on; whatever woke before is left as it is. */
    @Transactional
    public void wakeDue(Collection<UUID> conversations, Instant now) {
        goOn(
                store.lock(conversations).stream()
                        .filter(it -> it.status() == Status.SNOOZED)
                        .filter(it -> it.snoozedUntil() != null && !it.snoozedUntil().isAfter(now))
                        .toList(),
                null);
    }

    /** Since when a conversation must have ended to be opened again; empty where none is. */
    Optional<Instant> reopensSince() {
        var within = rules.reopening();
        return within.isZero() ? Optional.empty() : Optional.of(clock.instant().minus(within));
    }

    /** Those that were set aside, and those that have just ended: their contacts have written. */
    void goOn(Collection<UUID> asleep, Collection<UUID> ended) {
        if (asleep.isEmpty() && ended.isEmpty()) {
            return;
        }
        var locked = store.lock(Stream.of(asleep, ended).flatMap(Collection::stream).toList());
        var woken = locked.stream().filter(it -> asleep.contains(it.id())).toList();
        var again = locked.stream().filter(it -> it.status() == Status.RESOLVED).toList();
        returned(Stream.of(woken, again).flatMap(List::stream).toList());
        moves.woken(Moves.ids(woken), null);
        events.note("reopened", Moves.ids(again), null, null);
        journal.append(again.stream().map(it -> ThreadEvents.fact("reopened", it.id())).toList());
    }

    private void goOn(List<Conversation> asleep, @Nullable UserId by) {
        if (!asleep.isEmpty()) {
            returned(asleep);
            moves.woken(Moves.ids(asleep), by == null ? null : by.value());
        }
    }

    /**
     * With whoever had them, as far as they have room; the others wait, at the place that their
     * whole wait deserves.
     */
    private void returned(List<Conversation> locked) {
        store.goOn(Moves.ids(locked), clock.instant());
        var theirs = new LinkedHashMap<Workload.Work, UserId>();
        for (var it : locked) {
            if (it.assigneeId() != null) {
                theirs.put(it.work(), new UserId(it.assigneeId()));
            }
        }
        var back = workload.comeBack(theirs);
        workload.waitsAgain(
                locked.stream()
                        .filter(it -> it.handler() == Handler.QUEUE)
                        .map(Conversation::work)
                        .toList());
        moves.backToLine(
                locked.stream()
                        .filter(it -> it.assigneeId() != null && !back.contains(it.id()))
                        .toList(),
                null);
    }

    private Conversation lock(ConversationId id, SignedIn by) {
        return store.lock(id)
                .filter(it -> it.isWithin(by, ANSWER_CONVERSATIONS))
                .orElseThrow(NotFound::new);
    }

    private Conversation there(ConversationId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }
}

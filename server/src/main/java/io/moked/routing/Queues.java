package io.moked.routing;

import static java.util.Comparator.comparing;

import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.conversation.Conversations;
import io.moked.conversation.Inbox;
import io.moked.conversation.Workload;
import io.moked.conversation.Workload.Hand;
import io.moked.routing.WorkStore.Queued;
import io.moked.routing.engine.Waiting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of waiting conversations. */
@Component
public class Queues {

    /** So many agents may take the next at the same moment; the rest find nobody, and ask again. */
    private static final int FRONT = 50;

    private final Departments departments;
    private final WorkStore store;
    private final Workload workload;
    private final Conversations conversations;
    private final Inbox inbox;

    Queues(
            Departments departments,
            WorkStore store,
            Workload workload,
            Conversations conversations,
            Inbox inbox) {
        this.departments = departments;
        this.store = store;
        this.workload = workload;
        this.conversations = conversations;
        this.inbox = inbox;
    }

    /** The department in whose line new conversations wait; without one there is a single line. */
    @Transactional(readOnly = true)
    public Optional<UUID> ofNewcomers() {
        return departments.standard();
    }

    /**
     * Gives the agent whoever stands first, those last whom they had given back; empty where nobody
     * waits.
     *
     * @return the conversation
     */
    @Transactional
    public Optional<UUID> takeNext(UUID department, UserId agent) {
        var front =
                store.front(Set.of(department), FRONT).stream()
                        .map(Queued::waiting)
                        .sorted(comparing(it -> it.declined().contains(agent.value())))
                        .map(Waiting::id)
                        .toList();
        var first = conversations.lockWaiting(front, 1).stream().findFirst();
        first.ifPresent(it -> {
            workload.areGiven(List.of(it), agent, Hand.OWN);
            conversations.give(Map.of(it.conversation(), agent), agent);
        });
        return first.map(Workload.Work::conversation);
    }

    /** How many wait in each department whose conversations the reader may see. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> depths(SignedIn reader) {
        return inbox.waitingByDepartment(reader);
    }
}

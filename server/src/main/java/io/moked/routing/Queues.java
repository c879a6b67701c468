package io.moked.routing;

import io.moked.access.UserId;
import io.moked.conversation.Conversation;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.conversation.Inbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of waiting conversations. */
@Component
public class Queues {

    private final Departments departments;
    private final Conversations conversations;
    private final Inbox inbox;

    Queues(Departments departments, Conversations conversations, Inbox inbox) {
        this.departments = departments;
        this.conversations = conversations;
        this.inbox = inbox;
    }

    /** Lets conversations wait where new ones do. */
    @Transactional
    public void enqueue(List<ConversationId> waiting) {
        if (!waiting.isEmpty()) {
            conversations.enqueue(waiting, departments.standard().orElse(null));
        }
    }

    /** Gives the agent whoever waits longest; empty where nobody does. */
    @Transactional
    public Optional<Conversation> takeNext(UUID department, UserId agent) {
        return conversations.takeNext(department, agent);
    }

    /** How many wait in each department. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> depths() {
        return inbox.waitingByDepartment();
    }
}

package io.moked.routing;

import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.conversation.Conversation;
import io.moked.conversation.Conversations;
import io.moked.conversation.Inbox;
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

    /** The department in whose line new conversations wait; without one there is a single line. */
    @Transactional(readOnly = true)
    public Optional<UUID> ofNewcomers() {
        return departments.standard();
    }

    /** Gives the agent whoever waits longest; empty where nobody does. */
    @Transactional
    public Optional<Conversation> takeNext(UUID department, UserId agent) {
        return conversations.takeNext(department, agent);
    }

    /** How many wait in each department whose conversations the reader may see. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> depths(SignedIn reader) {
        return inbox.waitingByDepartment(reader);
    }
}

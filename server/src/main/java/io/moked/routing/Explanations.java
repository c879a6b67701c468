package io.moked.routing;

import io.moked.access.SignedIn;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.routing.engine.Decision;
import io.moked.routing.engine.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a conversation was given to whom, and why it still waits. */
@Component
public class Explanations {

    private final Conversations conversations;
    private final DecisionStore decisions;
    private final WorkStore work;
    private final Scene scene;
    private final Waits waits;

    Explanations(
            Conversations conversations,
            DecisionStore decisions,
            WorkStore work,
            Scene scene,
            Waits waits) {
        this.waits = waits;
        this.conversations = conversations;
        this.decisions = decisions;
        this.work = work;
        this.scene = scene;
    }

    /** A decision as it was carried out. */
    public record Kept(UUID id, Instant at, Instant waitingSince, Decision decision) {}

    /**
     * A wait that goes on.
     *
     * @param before how many stand before it in its line
     * @param estimate how long that may still take
     * @param relaxesAt when it will ask for less; empty for never
     * @param out how many members of the department cannot have it, by the reason; empty where
     *     agents take what waits
     */
    public record Wait(
            UUID department,
            Instant since,
            int before,
            WaitEstimate estimate,
            Optional<Instant> relaxesAt,
            Map<Obstacle, Integer> out) {}

    /** The decisions about it, the newest first. */
    @Transactional(readOnly = true)
    public List<Kept> decisions(ConversationId conversation, SignedIn reader) {
        conversations.find(conversation, reader);
        return decisions.about(conversation.value());
    }

    /** Empty where it does not wait. */
    @Transactional(readOnly = true)
    public Optional<Wait> waiting(ConversationId conversation, SignedIn reader) {
        conversations.find(conversation, reader);
        return work.find(conversation.value()).map(this::wait);
    }

    private Wait wait(WorkStore.Queued queued) {
        var id = queued.waiting().id();
        var picture = scene.around(queued);
        var department = queued.waiting().lines().getFirst();
        int before = work.before(queued.waiting());
        return new Wait(
                department,
                queued.since(),
                before,
                waits.crew(department).at(before + 1),
                picture.changesAt(),
                picture.floor().obstacles(id).orElse(Map.of()));
    }
}

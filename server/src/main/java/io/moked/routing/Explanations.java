package io.moked.routing;

import io.moked.access.SignedIn;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.routing.engine.Decision;
import io.moked.routing.engine.Obstacle;
import io.moked.routing.engine.Prospect;
import io.moked.routing.offer.Offer;
import io.moked.routing.offer.Offers;
import io.moked.routing.offer.Offers.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a conversation was given to whom, and why it still waits. */
@Component
public class Explanations {

    private final Conversations conversations;
    private final DecisionStore decisions;
    private final WorkStore work;
    private final QueueLengths lines;
    private final Offers offers;
    private final Scene scene;
    private final Waits waits;

    Explanations(
            Conversations conversations,
            DecisionStore decisions,
            WorkStore work,
            QueueLengths lines,
            Offers offers,
            Scene scene,
            Waits waits) {
        this.waits = waits;
        this.conversations = conversations;
        this.decisions = decisions;
        this.work = work;
        this.lines = lines;
        this.offers = offers;
        this.scene = scene;
    }

    /**
     * A decision as it was carried out.
     *
     * @param answer what the agent said who was asked; null where nobody was
     */
    public record Kept(
            UUID id,
            Instant at,
            Instant waitingSince,
            @Nullable Answer answer,
            Decision decision) {}

    /**
     * A wait that goes on.
     *
     * @param before how many stand before it in its line
     * @param estimate how long that may still take
     * @param prospect how it stands, and what will change for it
     * @param offer who is asked whether they take it; empty for nobody
     * @param out how many members of the department cannot have it, by the reason; empty where
     *     agents take what waits
     */
    public record Wait(
            UUID department,
            Instant since,
            int before,
            WaitEstimate estimate,
            Prospect prospect,
            Optional<Offer> offer,
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
        var id = queued.id();
        var picture = scene.around(queued);
        int before = lines.before(queued.waiting());
        return new Wait(
                queued.department(),
                queued.since(),
                before,
                waits.crew(queued.department()).at(before + 1),
                Objects.requireNonNull(picture.prospects().get(id)),
                offers.of(id),
                picture.floor().obstacles(id).orElse(Map.of()));
    }
}

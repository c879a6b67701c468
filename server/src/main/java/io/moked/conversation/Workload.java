package io.moked.conversation;

import io.moked.access.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps account of what waits and of what agents hold; the room that routes does, which stands
 * above this one. Called within the transaction that moves the conversations, with these locked.
 */
public interface Workload {

    /**
     * A conversation that somebody has to answer.
     *
     * @param department in whose line it waits; null for the line of a tenant without any
     */
    record Work(UUID conversation, @Nullable UUID department) {}

    /** By whose hand an agent comes to have a conversation. */
    enum Hand {
        /** They took it, or a colleague hands it over; no more than they can hold. */
        OWN,
        /** Somebody gave it to them, or it comes back to them: whatever they hold. */
        ANOTHERS
    }

    /** These, which nobody has, wait from now on. */
    void waits(List<Work> work);

    /** These, whoever had them, wait again, at the place that their whole wait deserves. */
    void waitsAgain(List<Work> work);

    /**
     * An agent has these from now on, and nobody else.
     *
     * @return whether that is more than they can hold
     */
    boolean areGiven(List<Work> work, UserId agent, Hand hand);

    /** Nobody holds these for some time; the place of their whole wait is remembered. */
    void rest(Collection<UUID> conversations);

    /**
     * These come back to agents who had them, as far as each has room for them.
     *
     * @return those that have come back
     */
    Set<UUID> comeBack(Map<Work, UserId> work);

    /** These ask nothing of anybody; whoever had them has them no more. */
    void ends(Collection<UUID> conversations);
}

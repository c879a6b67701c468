package io.moked.routing.engine;

import org.jspecify.annotations.Nullable;

/** Where an agent works: how they stand by now, and what their room is kept free for. */
final class Desk {

    private Agent agent;
    private @Nullable Waiting keptFor;

    Desk(Agent agent) {
        this.agent = agent;
    }

    Agent agent() {
        return agent;
    }

    void agent(Agent now) {
        agent = now;
    }

    @Nullable Waiting keptFor() {
        return keptFor;
    }

    void keepFor(@Nullable Waiting waiting) {
        keptFor = waiting;
    }

    /** Whether there is anything to give to them at all. */
    boolean hasRoom() {
        return agent.isAvailable() && agent.free() > 0;
    }

    /** Null where nothing stands in the way. */
    @Nullable Obstacle obstacle(Waiting waiting) {
        var forever = unsuitable(waiting);
        if (forever != null) {
            return forever;
        }
        if (agent.free() < waiting.units()) {
            return Obstacle.FULL;
        }
        return keptFor == null || Waiting.ORDER.compare(waiting, keptFor) <= 0
                ? null
                : Obstacle.KEPT_FREE;
    }

    /** What will not change by itself when others of this agent's conversations end. */
    @Nullable Obstacle unsuitable(Waiting waiting) {
        if (!agent.isAvailable()) {
            return Obstacle.NOT_AVAILABLE;
        }
        if (waiting.sticky() != null && !waiting.sticky().equals(agent.id())) {
            return Obstacle.WAITS_FOR_ANOTHER;
        }
        if (waiting.declined().contains(agent.id())) {
            return Obstacle.DECLINED;
        }
        if (!agent.knows(waiting.required())) {
            return Obstacle.LACKS_SKILL;
        }
        return agent.capacity() < waiting.units() ? Obstacle.TOO_MUCH : null;
    }
}

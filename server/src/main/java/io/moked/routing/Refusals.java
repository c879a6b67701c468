package io.moked.routing;

import io.moked.kernel.Refusal;

/** Why a conversation does not go where somebody wants it. */
final class Refusals {

    private Refusals() {}

    /** It is where it is to go. */
    static final class AlreadyThere extends Refusal {
        AlreadyThere() {
            super(Kind.CONFLICT, "already-there");
        }
    }

    /** Whoever is to have it cannot come in any more, or cannot yet. */
    static final class AgentNotActive extends Refusal {
        AgentNotActive() {
            super(Kind.CONFLICT, "agent-not-active");
        }
    }

    /** Whoever is to have it may not answer in its department. */
    static final class AgentCannotAnswer extends Refusal {
        AgentCannotAnswer() {
            super(Kind.CONFLICT, "assignee-cannot-answer");
        }
    }

    /** Only who manages departments gives somebody more than they can hold. */
    static final class OnlyManagersGoBeyond extends Refusal {
        OnlyManagersGoBeyond() {
            super(Kind.NOT_PERMITTED, "only-managers-go-beyond");
        }
    }
}

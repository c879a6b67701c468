package io.moked.routing;

import io.moked.kernel.Refusal;
import java.util.Map;

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

    /** Nobody has it, so nobody can hand it over. */
    static final class NobodyHasIt extends Refusal {
        NobodyHasIt() {
            super(Kind.CONFLICT, "nobody-has-it");
        }
    }

    /** A colleague is asked already. */
    static final class HandoverAsked extends Refusal {
        HandoverAsked() {
            super(Kind.CONFLICT, "handover-asked");
        }
    }

    /** Whoever was asked answers too late, or another way was found. */
    static final class HandoverOver extends Refusal {
        HandoverOver() {
            super(Kind.CONFLICT, "handover-over");
        }
    }

    /** New conversations need somewhere to go. */
    static final class DepartmentIsStandard extends Refusal {
        DepartmentIsStandard() {
            super(Kind.CONFLICT, "department-is-standard");
        }
    }

    /** Somebody has to take what waits or is open there. */
    static final class DepartmentHasWork extends Refusal {
        DepartmentHasWork(int open) {
            super(Kind.CONFLICT, "department-has-work", Map.of("open", open));
        }
    }

    /** Somebody's role is limited to it. */
    static final class DepartmentInRoles extends Refusal {
        DepartmentInRoles() {
            super(Kind.CONFLICT, "department-in-roles");
        }
    }

    /** Another department is called so. */
    static final class DepartmentNameTaken extends Refusal {
        DepartmentNameTaken() {
            super(Kind.CONFLICT, "department-name-taken");
        }
    }

    /** Only who manages departments gives somebody more than they can hold. */
    static final class OnlyManagersGoBeyond extends Refusal {
        OnlyManagersGoBeyond() {
            super(Kind.NOT_PERMITTED, "only-managers-go-beyond");
        }
    }
}

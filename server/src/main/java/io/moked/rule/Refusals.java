package io.moked.rule;

import io.moked.kernel.Refusal;

/** Why rules do not become as asked. */
final class Refusals {

    private Refusals() {}

    /** Another rule is called so. */
    static final class NameTaken extends Refusal {
        NameTaken() {
            super(Kind.CONFLICT, "rule-name-taken");
        }
    }

    /** Somebody has changed it, or their order, meanwhile. */
    static final class Changed extends Refusal {
        Changed() {
            super(Kind.CONFLICT, "rule-changed");
        }
    }

    /** There are as many as anybody could oversee. */
    static final class TooMany extends Refusal {
        TooMany() {
            super(Kind.CONFLICT, "too-many-rules");
        }
    }

    /** It is on its way, or was taken. */
    static final class CallNotDead extends Refusal {
        CallNotDead() {
            super(Kind.CONFLICT, "call-not-dead");
        }
    }
}

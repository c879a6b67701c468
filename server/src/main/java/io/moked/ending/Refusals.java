package io.moked.ending;

import io.moked.kernel.Refusal;

/** Why something does not end as asked. */
final class Refusals {

    private Refusals() {}

    /** The department wants to know why. */
    static final class DispositionRequired extends Refusal {
        DispositionRequired() {
            super(Kind.CONFLICT, "disposition-required");
        }
    }

    /** Another one is called so. */
    static final class DispositionNameTaken extends Refusal {
        DispositionNameTaken() {
            super(Kind.CONFLICT, "disposition-name-taken");
        }
    }

    /** Nobody finds the right one among so many. */
    static final class TooManyDispositions extends Refusal {
        TooManyDispositions() {
            super(Kind.CONFLICT, "too-many-dispositions");
        }
    }
}

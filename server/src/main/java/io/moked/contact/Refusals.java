package io.moked.contact;

import io.moked.kernel.Refusal;

/** Why contacts are not merged or separated. */
final class Refusals {

    private Refusals() {}

    /** Somebody merged one of them meanwhile, or they are one already. */
    static final class AlreadyMerged extends Refusal {
        AlreadyMerged() {
            super(Kind.CONFLICT, "contact-already-merged");
        }
    }

    /** It stands for itself. */
    static final class NotMerged extends Refusal {
        NotMerged() {
            super(Kind.CONFLICT, "contact-not-merged");
        }
    }
}

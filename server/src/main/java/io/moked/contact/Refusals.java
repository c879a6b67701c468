package io.moked.contact;

import io.moked.kernel.Refusal;

/** Why contacts are not merged or separated, or something is not written down of them. */
final class Refusals {

    private Refusals() {}

    /** Somebody merged one of them meanwhile, or they are one already. */
    static final class AlreadyMerged extends Refusal {
        AlreadyMerged() {
            super(Kind.CONFLICT, "contact-already-merged");
        }
    }

    /** They told the network that they want no marketing, and only they can take that back. */
    static final class MarketingStoppedByContact extends Refusal {
        MarketingStoppedByContact() {
            super(Kind.CONFLICT, "marketing-stopped-by-contact");
        }
    }

    /** It stands for itself. */
    static final class NotMerged extends Refusal {
        NotMerged() {
            super(Kind.CONFLICT, "contact-not-merged");
        }
    }
}

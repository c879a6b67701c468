package io.moked.signin;

import io.moked.kernel.Refusal;

/** The business asks for a second factor, and this is the user's only one. */
class LastSecondFactor extends Refusal {

    LastSecondFactor() {
        super(Kind.CONFLICT, "last-second-factor");
    }
}

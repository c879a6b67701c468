package io.moked.access;

import io.moked.kernel.Refusal;

/** The request needs a caller and has none. */
class SignInRequired extends Refusal {

    SignInRequired() {
        super(Kind.UNKNOWN_CALLER, "sign-in-required");
    }
}

package io.moked.signin;

import io.moked.kernel.Refusal;

/** The address or the password is wrong; which of them is not said. */
class SignInFailed extends Refusal {

    SignInFailed() {
        super(Kind.UNKNOWN_CALLER, "sign-in-failed");
    }
}

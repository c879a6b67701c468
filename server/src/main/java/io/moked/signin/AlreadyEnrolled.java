package io.moked.signin;

import io.moked.kernel.Refusal;

/** An authenticator app is set up already; it must be removed before another takes its place. */
class AlreadyEnrolled extends Refusal {

    AlreadyEnrolled() {
        super(Kind.CONFLICT, "already-enrolled");
    }
}

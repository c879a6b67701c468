package io.moked.signin;

import io.moked.kernel.Refusal;

/** Whoever demands a second factor of others has one already, or would lock themselves out. */
class OwnFactorFirst extends Refusal {

    OwnFactorFirst() {
        super(Kind.CONFLICT, "own-factor-first");
    }
}

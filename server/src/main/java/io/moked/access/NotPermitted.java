package io.moked.access;

import io.moked.kernel.Refusal;

/** The caller's role does not include what the request needs. */
class NotPermitted extends Refusal {

    NotPermitted() {
        super(Kind.NOT_PERMITTED, "not-permitted");
    }
}

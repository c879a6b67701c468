package io.moked.invitation;

import io.moked.kernel.Refusal;

/** The link was used, has expired, was replaced by a newer one, or never was one. */
class LinkNotValid extends Refusal {

    LinkNotValid() {
        super(Kind.NOT_FOUND, "link-not-valid");
    }
}

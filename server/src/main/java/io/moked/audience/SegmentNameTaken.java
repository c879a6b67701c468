package io.moked.audience;

import io.moked.kernel.Refusal;

/** Another segment is called so. */
final class SegmentNameTaken extends Refusal {
    SegmentNameTaken() {
        super(Kind.CONFLICT, "segment-name-taken");
    }
}

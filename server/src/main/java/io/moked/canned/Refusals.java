package io.moked.canned;

import io.moked.kernel.Refusal;

/** Why a canned reply is not kept as asked. */
final class Refusals {

    private Refusals() {}

    /** It is found, but others decide what it says. */
    static final class CannedReplyOfOthers extends Refusal {
        CannedReplyOfOthers() {
            super(Kind.NOT_PERMITTED, "canned-reply-of-others");
        }
    }

    /** Another one in the same place goes by that name. */
    static final class CannedReplyNameTaken extends Refusal {
        CannedReplyNameTaken() {
            super(Kind.CONFLICT, "canned-reply-name-taken");
        }
    }

    /** Nobody finds the right one among so many. */
    static final class TooManyCannedReplies extends Refusal {
        TooManyCannedReplies() {
            super(Kind.CONFLICT, "too-many-canned-replies");
        }
    }
}

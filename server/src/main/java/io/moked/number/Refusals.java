package io.moked.number;

import io.moked.kernel.Refusal;
import io.moked.number.Accounts.Step;
import java.util.Map;

/** Why a number is not connected. */
final class Refusals {

    private Refusals() {}

    /** Graph gave no answer; nothing was changed. */
    static final class MetaNotReached extends Refusal {
        MetaNotReached() {
            super(Kind.UNAVAILABLE, "meta-not-reached");
        }
    }

    /** Something that has to hold before does not. */
    static final class NumberNotConnectable extends Refusal {
        NumberNotConnectable(Step failed) {
            super(Kind.CONFLICT, "number-not-connectable", Map.of("failed", failed));
        }
    }
}

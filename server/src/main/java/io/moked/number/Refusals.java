package io.moked.number;

import io.moked.kernel.Refusal;
import io.moked.number.Accounts.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why something does not become of a number. */
final class Refusals {

    private Refusals() {}

    /** Graph gave no answer; nothing was changed. */
    static final class MetaNotReached extends Refusal {
        MetaNotReached() {
            super(Kind.UNAVAILABLE, "meta-not-reached");
        }
    }

    /** Meta does not do what it was asked, and says why. */
    static final class MetaDeclined extends Refusal {
        MetaDeclined(@Nullable String words) {
            super(
                    Kind.CONFLICT,
                    "meta-declined",
                    words == null ? Map.of() : Map.of("reason", words));
        }
    }

    /** Something that has to hold before does not. */
    static final class NumberNotConnectable extends Refusal {
        NumberNotConnectable(Step failed) {
            super(Kind.CONFLICT, "number-not-connectable", Map.of("failed", failed));
        }
    }
}

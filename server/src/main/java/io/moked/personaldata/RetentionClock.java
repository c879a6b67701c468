package io.moked.personaldata;

import java.time.Period;

/** How long data may be kept, and from when on that counts. */
public enum RetentionClock {
    /** From the end of the business's subscription; until then as long as the business says. */
    SUBSCRIPTION_END(Period.ofDays(90)),
    /** From the deletion of the account. */
    ACCOUNT_END(Period.ofDays(30)),
    /** From the receipt of a delivery from the network. */
    DELIVERY(Period.ofDays(7)),
    /** From when the work on it ended, well or not. */
    WORK_END(Period.ofDays(30)),
    /** From the end of the session. */
    SESSION_END(Period.ofDays(30)),
    /** From the event itself. */
    EVENT(Period.ofMonths(24));

    private final Period longest;

    RetentionClock(Period longest) {
        this.longest = longest;
    }

    public Period longest() {
        return longest;
    }
}

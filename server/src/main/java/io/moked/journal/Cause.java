package io.moked.journal;

import java.util.UUID;

/**
 * What is done by a rule of the business and by no user. Everything that is appended meanwhile
 * names the rule, so that the activity log can tell it, and so that no rule follows from one.
 */
public final class Cause {

    /** The detail of an entry that names it. */
    static final String RULE = "ruleId";

    private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

    private Cause() {}

    /** Does what a rule says. */
    public static void act(UUID rule, Runnable work) {
        ScopedValue.where(CURRENT, rule).run(work);
    }

    static Fact on(Fact fact) {
        return CURRENT.isBound() ? fact.with(RULE, CURRENT.get()) : fact;
    }
}

package io.moked.access;

/** What a person or program may do; a role is a set of these. */
public enum Permission {
    /** Every session, even a half-open one: knowing what it lacks, completing it, ending it. */
    OWN_SESSION,
    /** Showing anew who one is, and adding what one shows. People only. */
    OWN_PROOFS,
    /** One's password, factors and sessions. People only: no program decides how one signs in. */
    OWN_SECURITY,
    /** Every signed-in caller: reading and leaving one's own account. */
    OWN_ACCOUNT,
    READ_CONVERSATIONS,
    ANSWER_CONVERSATIONS,
    ASSIGN_CONVERSATIONS,
    READ_CONTACTS,
    READ_USERS,
    MANAGE_USERS,
    READ_AUDIT,
    MANAGE_CHANNELS,
    MANAGE_API_TOKENS,
    /** How strict the business is with those who sign in. */
    MANAGE_SECURITY_POLICY,
    /** The platform's own works: health, dead letters; never what people wrote. */
    OPERATE;

    /** Whether everyone has it for themselves, whatever their role. */
    boolean isOwn() {
        return compareTo(OWN_ACCOUNT) <= 0;
    }
}

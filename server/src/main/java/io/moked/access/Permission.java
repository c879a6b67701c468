package io.moked.access;

/** What a person or program may do; a role is a set of these. */
public enum Permission {
    /** Every signed-in caller: reading and leaving one's own account. */
    OWN_ACCOUNT,
    READ_CONVERSATIONS,
    ANSWER_CONVERSATIONS,
    ASSIGN_CONVERSATIONS,
    READ_CONTACTS,
    READ_USERS,
    READ_AUDIT,
    MANAGE_CHANNELS,
    MANAGE_API_TOKENS,
    /** The platform's own works: health, dead letters; never what people wrote. */
    OPERATE
}

package io.moked.access;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /** Answering what a colleague has, without taking it from them. */
    ANSWER_FOR_COLLEAGUES,
    ASSIGN_CONVERSATIONS,
    /** Texts that a department, or all of the business, sends again and again. */
    MANAGE_CANNED_REPLIES,
    READ_CONTACTS,
    /** What is written down about contacts: names, labels, language. */
    EDIT_CONTACTS,
    READ_USERS,
    READ_AUDIT,
    /** Choosing many contacts at once, by what they have in common. */
    MANAGE_AUDIENCES,
    /** Bringing contacts along in a file. */
    IMPORT_CONTACTS,
    /** Writing to all of them, which costs money and the number's good name. */
    SEND_BROADCASTS,
    /** Departments and who is in them, hours, rules, and how much agents can hold. */
    MANAGE_DEPARTMENTS,
    EXPORT_AUDIT,
    /** Taking contacts along as a file. */
    EXPORT_CONTACTS,
    /** Declaring two contacts to be one person, and undoing that. */
    MERGE_CONTACTS,
    MANAGE_USERS,
    MANAGE_ROLES,
    MANAGE_CHANNELS,
    MANAGE_API_TOKENS,
    /** How strict the business is with those who sign in. */
    MANAGE_SECURITY_POLICY,
    /** The platform's own works: tenants, health, dead letters; never what people wrote. */
    OPERATE;

    /** What comes with it: what somebody manages or takes along, they see. */
    private Set<Permission> companions() {
        return switch (this) {
            case EDIT_CONTACTS,
                    MERGE_CONTACTS,
                    MANAGE_AUDIENCES,
                    IMPORT_CONTACTS,
                    EXPORT_CONTACTS ->
                    Set.of(READ_CONTACTS);
            case MANAGE_USERS, MANAGE_ROLES -> Set.of(READ_USERS);
            case SEND_BROADCASTS -> Set.of(READ_CONTACTS, MANAGE_AUDIENCES);
            case EXPORT_AUDIT -> Set.of(READ_AUDIT);
            default -> Set.of();
        };
    }

    /** These and what comes with them. */
    static Set<Permission> withCompanions(Set<Permission> chosen) {
        return chosen.stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.companions().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether departments divide it; contacts and colleagues are of none, or of several. */
    boolean isDivided() {
        return compareTo(READ_CONTACTS) < 0;
    }

    /** Whether it concerns the business as a whole, so that a role for departments omits it. */
    boolean isOfTheWhole() {
        return compareTo(READ_AUDIT) >= 0;
    }

    /** Whether whoever has it can do harm beyond what they work on. */
    boolean isAdministrative() {
        return compareTo(EXPORT_AUDIT) >= 0;
    }

    /** Whether everyone has it for themselves, whatever their role. */
    boolean isOwn() {
        return compareTo(OWN_ACCOUNT) <= 0;
    }
}

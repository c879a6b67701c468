package io.moked.access;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static io.moked.access.Permission.ASSIGN_CONVERSATIONS;
import static io.moked.access.Permission.MANAGE_API_TOKENS;
import static io.moked.access.Permission.MANAGE_CHANNELS;
import static io.moked.access.Permission.MANAGE_SECURITY_POLICY;
import static io.moked.access.Permission.MANAGE_USERS;
import static io.moked.access.Permission.OPERATE;
import static io.moked.access.Permission.READ_AUDIT;
import static io.moked.access.Permission.READ_CONTACTS;
import static io.moked.access.Permission.READ_CONVERSATIONS;
import static io.moked.access.Permission.READ_USERS;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** What a user is to the business. */
public enum Role {
    AGENT(
            Set.of(
                    READ_CONVERSATIONS,
                    ANSWER_CONVERSATIONS,
                    ASSIGN_CONVERSATIONS,
                    READ_CONTACTS,
                    READ_USERS)),
    MANAGER(
            Set.of(
                    READ_CONVERSATIONS,
                    ANSWER_CONVERSATIONS,
                    ASSIGN_CONVERSATIONS,
                    READ_CONTACTS,
                    READ_USERS,
                    READ_AUDIT)),
    ADMINISTRATOR(
            Set.of(
                    READ_CONVERSATIONS,
                    ANSWER_CONVERSATIONS,
                    ASSIGN_CONVERSATIONS,
                    READ_CONTACTS,
                    READ_USERS,
                    MANAGE_USERS,
                    READ_AUDIT,
                    MANAGE_CHANNELS,
                    MANAGE_API_TOKENS,
                    MANAGE_SECURITY_POLICY)),
    /** Hosts the platform; belongs to no business and reads no conversation. */
    OPERATOR(Set.of(MANAGE_SECURITY_POLICY, OPERATE));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** As it stands in the database and in the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

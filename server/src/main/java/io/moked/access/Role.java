package io.moked.access;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static io.moked.access.Permission.ANSWER_FOR_COLLEAGUES;
import static io.moked.access.Permission.ASSIGN_CONVERSATIONS;
import static io.moked.access.Permission.EDIT_CONTACTS;
import static io.moked.access.Permission.EXPORT_AUDIT;
import static io.moked.access.Permission.EXPORT_CONTACTS;
import static io.moked.access.Permission.IMPORT_CONTACTS;
import static io.moked.access.Permission.MANAGE_API_TOKENS;
import static io.moked.access.Permission.MANAGE_AUDIENCES;
import static io.moked.access.Permission.MANAGE_CANNED_REPLIES;
import static io.moked.access.Permission.MANAGE_CHANNELS;
import static io.moked.access.Permission.MANAGE_DEPARTMENTS;
import static io.moked.access.Permission.MANAGE_ROLES;
import static io.moked.access.Permission.MANAGE_SECURITY_POLICY;
import static io.moked.access.Permission.MANAGE_USERS;
import static io.moked.access.Permission.MERGE_CONTACTS;
import static io.moked.access.Permission.OPERATE;
import static io.moked.access.Permission.READ_AUDIT;
import static io.moked.access.Permission.READ_CONTACTS;
import static io.moked.access.Permission.READ_CONVERSATIONS;
import static io.moked.access.Permission.READ_USERS;
import static io.moked.access.Permission.SEND_BROADCASTS;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.tenancy.Tenant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roles that everybody has, from narrow to wide; a business may add some of its own. */
public enum Role {
    AGENT(
            Set.of(
                    READ_CONVERSATIONS,
                    ANSWER_CONVERSATIONS,
                    ASSIGN_CONVERSATIONS,
                    READ_CONTACTS,
                    EDIT_CONTACTS,
                    READ_USERS)),
    MANAGER(
            Set.of(
                    READ_CONVERSATIONS,
                    ANSWER_CONVERSATIONS,
                    ANSWER_FOR_COLLEAGUES,
                    ASSIGN_CONVERSATIONS,
                    MANAGE_CANNED_REPLIES,
                    READ_CONTACTS,
                    EDIT_CONTACTS,
                    READ_USERS,
                    MANAGE_AUDIENCES,
                    IMPORT_CONTACTS,
                    SEND_BROADCASTS,
                    MANAGE_DEPARTMENTS,
                    READ_AUDIT)),
    ADMINISTRATOR(
            Set.of(
                    READ_CONVERSATIONS,
                    ANSWER_CONVERSATIONS,
                    ANSWER_FOR_COLLEAGUES,
                    ASSIGN_CONVERSATIONS,
                    MANAGE_CANNED_REPLIES,
                    READ_CONTACTS,
                    EDIT_CONTACTS,
                    READ_USERS,
                    MANAGE_AUDIENCES,
                    IMPORT_CONTACTS,
                    SEND_BROADCASTS,
                    MANAGE_DEPARTMENTS,
                    READ_AUDIT,
                    EXPORT_AUDIT,
                    EXPORT_CONTACTS,
                    MERGE_CONTACTS,
                    MANAGE_USERS,
                    MANAGE_ROLES,
                    MANAGE_CHANNELS,
                    MANAGE_API_TOKENS,
                    MANAGE_SECURITY_POLICY)),
    /** Hosts the platform; belongs to no business and reads no conversation. */
    OPERATOR(
            Set.of(
                    READ_USERS,
                    READ_AUDIT,
                    EXPORT_AUDIT,
                    MANAGE_USERS,
                    MANAGE_SECURITY_POLICY,
                    OPERATE));

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

    static Optional<Role> ofWord(String word) {
        return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    /** Operators are the platform's, all others a business's. */
    public boolean isOf(Tenant.Kind kind) {
        return (this == OPERATOR) == (kind == Tenant.Kind.PLATFORM);
    }

    /** Without somebody who has this everywhere, nobody could let anyone in again. */
    static Role atTheHead(Tenant.Kind kind) {
        return kind == Tenant.Kind.PLATFORM ? OPERATOR : ADMINISTRATOR;
    }

    /**
     * A role as somebody holds it.
     *
     * @param role the word of a standard role, or the id of a role of the business's own
     * @param name of a role of the business's own; null for those that everybody has
     * @param departments where they hold it; null for everywhere
     */
    public record Grant(
            String role,
            @Nullable String name,
            Set<Permission> permissions,
            @Nullable Set<UUID> departments) {

        public static Grant everywhere(Role role) {
            return new Grant(role.word(), null, role.permissions(), null);
        }
    }
}

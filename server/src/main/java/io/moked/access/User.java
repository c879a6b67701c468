package io.moked.access;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Role.Grant;
import io.moked.factor.SecurityPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A user as those who administer them may see them. */
public record User(
        UserId id, String name, String email, String language, State state, List<Grant> roles) {

    /** For {@code @Pattern}: one line with something on it. */
    public static final String NAME = "\\P{Cntrl}*[^\\p{Cntrl}\\s]\\P{Cntrl}*";

    /**
     * For {@code @Pattern}: what browsers take for an address (HTML, 4.10.5.1.5), with a domain of
     * several parts.
     */
    public static final String EMAIL =
            "\\s*[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
                    + "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                    + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\s*";

    public static final String LANGUAGE = "en|he";
    public static final int NAME_LENGTH = 200;
    public static final int EMAIL_LENGTH = 254;

    /** Whether they can come in. */
    public enum State {
        /** Has been sent a link, and has not chosen a password yet. */
        INVITED,
        ACTIVE,
        DEACTIVATED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The same with another address. */
    User at(String address) {
        return new User(id, name, address, language, state, roles);
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    boolean holdsEverywhere(Role role) {
        return roles.stream()
                .anyMatch(it -> it.role().equals(role.word()) && it.departments() == null);
    }

    /** Whether a policy asks this user for a second factor. */
    public boolean isBoundBy(SecurityPolicy policy) {
        return switch (policy.secondFactor()) {
            case NOBODY -> false;
            case ADMINISTRATORS -> permissions().areAdministrative();
            case EVERYONE -> true;
        };
    }

    public Permissions permissions() {
        return Permissions.of(roles);
    }

    /**
     * The widest of the roles that everybody has; null where they hold only roles of the business's
     * own.
     */
    public @Nullable Role role() {
        return roles.stream()
                .flatMap(it -> Role.ofWord(it.role()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}

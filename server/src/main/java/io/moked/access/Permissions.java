package io.moked.access;

import io.moked.access.Role.Grant;
import io.moked.database.SqlValues;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Permissions as somebody holds them, each with its reach. */
public record Permissions(Map<Permission, Reach> reaches) {

    public static Permissions of(Collection<Grant> grants) {
        var reaches = new EnumMap<Permission, Reach>(Permission.class);
        for (var grant : grants) {
            var reach = Reach.of(grant.departments());
            grant.permissions().stream()
                    .filter(it -> reach.everything() || !it.isOfTheWhole())
                    .forEach(it ->
                            reaches.merge(
                                    it, it.isDivided() ? reach : Reach.EVERYTHING, Reach::with));
        }
        return new Permissions(Map.copyOf(reaches));
    }

    /** Somewhere at least. */
    public boolean include(Permission permission) {
        return reaches.containsKey(permission);
    }

    public Reach reach(Permission permission) {
        return reaches.getOrDefault(permission, Reach.NOTHING);
    }

    /** Whether whoever holds these could do all that the others allow. */
    public boolean cover(Permissions others) {
        return others.reaches().entrySet().stream()
                .allMatch(it -> reach(it.getKey()).covers(it.getValue()));
    }

    /** Whether whoever has these can do harm beyond what they work on. */
    public boolean areAdministrative() {
        return reaches.keySet().stream().anyMatch(Permission::isAdministrative);
    }

    /** The same in the hands of a program that may do only some of it. */
    Permissions only(Set<Permission> some) {
        var left = new EnumMap<Permission, Reach>(Permission.class);
        reaches.forEach((permission, reach) -> {
            if (some.contains(permission)) {
                left.put(permission, reach);
            }
        });
        return new Permissions(Map.copyOf(left));
    }

    /** Those held somewhere at least, in their order. */
    public List<Permission> list() {
        return reaches.keySet().stream().sorted().toList();
    }

    /**
     * What a permission extends to: everything, or these departments; and in any case what is the
     * caller's own.
     */
    public record Reach(boolean everything, Set<UUID> departments) {

        static final Reach NOTHING = new Reach(false, Set.of());
        public static final Reach EVERYTHING = new Reach(true, Set.of());

        static Reach of(@Nullable Set<UUID> departments) {
            return departments == null ? EVERYTHING : new Reach(false, Set.copyOf(departments));
        }

        public boolean includes(@Nullable UUID department) {
            return everything || department != null && departments.contains(department);
        }

        boolean covers(Reach other) {
            return everything || !other.everything && departments.containsAll(other.departments);
        }

        Reach with(Reach other) {
            if (everything || other.everything) {
                return EVERYTHING;
            }
            var both = new HashSet<>(departments);
            both.addAll(other.departments);
            return new Reach(false, Set.copyOf(both));
        }

        /** For {@code = any(:departments::uuid[])}. */
        public @Nullable String[] column() {
            return SqlValues.column(departments);
        }
    }
}

package io.moked.access;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.Role.Grant;
import io.moked.access.Roles.OwnRole;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Roles of the business's own, and who holds which role. */
@Repository
class RoleStore {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    private static final RowMapper<OwnRole> ROLE =
            (row, n) ->
                    new OwnRole(
                            uuid(row, "id"),
                            row.getString("name"),
                            RoleStore.permissions(
                                    List.of((String[]) row.getArray("permissions").getArray())));

    private final JdbcClient jdbc;

    RoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnRole> all() {
        return jdbc.sql("select * from access.role order by name, id").query(ROLE).list();
    }

    Optional<OwnRole> lock(UUID id) {
        return jdbc.sql("select * from access.role where id = :id for update")
                .param("id", id)
                .query(ROLE)
                .optional();
    }

    void add(OwnRole role) {
        write(
                role,
                jdbc.sql(
                                """
                                insert into access.role (tenant_id, id, name, permissions)
                                values (:tenant, :id, :name, :permissions::text[])
                                """)
                        .param("tenant", TenantScope.current().value()));
    }

    void change(OwnRole role) {
        write(
                role,
                jdbc.sql(
                        """
                        update access.role set name = :name, permissions = :permissions::text[] where id = :id
                        """));
    }

    private static void write(OwnRole role, JdbcClient.StatementSpec statement) {
        try {
            statement
                    .param("id", role.id())
                    .param("name", role.name())
                    .param("permissions", column(role.permissions(), Permission::name))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusals.RoleNameTaken();
        }
    }

    void remove(UUID id) {
        try {
            jdbc.sql("delete from access.role where id = :id").param("id", id).update();
        } catch (DataIntegrityViolationException held) {
            throw new Refusals.RoleInUse();
        }
    }

    private record Row(
            String role,
            @Nullable String name,
            @Nullable List<String> permissions,
            @Nullable Set<UUID> departments) {

        Grant grant() {
            var held =
                    permissions == null
                            ? Role.ofWord(role).map(Role::permissions).orElse(Set.of())
                            : RoleStore.permissions(permissions);
            return new Grant(role, name, held, departments);
        }
    }

    /** Words that stand for nothing any more are left out. */
    static Set<Permission> permissions(Collection<String> words) {
        var permissions = EnumSet.noneOf(Permission.class);
        Stream.of(Permission.values())
                .filter(it -> words.contains(it.name()))
                .forEach(permissions::add);
        return permissions;
    }

    /** As {@code access.roles_of} tells them. */
    static List<Grant> grants(ResultSet row) throws SQLException {
        return JSON.readValue(row.getString("roles"), ROWS).stream().map(Row::grant).toList();
    }

    private record Held(@Nullable String standard, @Nullable UUID role, @Nullable UUID department) {

        static Stream<Held> of(Grant grant) {
            boolean isStandard = Role.ofWord(grant.role()).isPresent();
            var standard = isStandard ? grant.role() : null;
            var role = isStandard ? null : UUID.fromString(grant.role());
            return grant.departments() == null
                    ? Stream.of(new Held(standard, role, null))
                    : grant.departments().stream().map(it -> new Held(standard, role, it));
        }
    }

    void replace(UserId user, Collection<Grant> grants) {
        jdbc.sql("delete from access.user_role where user_id = :user")
                .param("user", user.value())
                .update();
        var held = grants.stream().flatMap(Held::of).distinct().toList();
        jdbc.sql(
                        """
                        insert into access.user_role (tenant_id, user_id, standard, role_id, department_id)
                        select :tenant, :user, standard, role_id, department_id
                        from unnest(:standards::text[], :roles::uuid[], :departments::uuid[])
                            as held (standard, role_id, department_id)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("user", user.value())
                .param("standards", column(held, Held::standard))
                .param("roles", column(held, Held::role))
                .param("departments", column(held, Held::department))
                .update();
    }

    /**
     * Whoever holds a role everywhere; until the end of the transaction nobody else changes them.
     */
    void lockHolders(Role role) {
        jdbc.sql(
                        """
                        select u.id from access.app_user u
                            join access.user_role r on r.tenant_id = u.tenant_id and r.user_id = u.id
                        where r.standard = :role and r.department_id is null and u.state = 'active'
                        order by u.id for update of u
                        """)
                .param("role", role.word())
                .query()
                .listOfRows();
    }

    boolean areLimitedTo(UUID department) {
        return jdbc.sql(
                        "select exists (select from access.user_role where department_id = :department)")
                .param("department", department)
                .query(Boolean.class)
                .single();
    }

    boolean anyHolds(Role role) {
        return jdbc.sql(
                        """
                        select exists (select from access.app_user u
                            join access.user_role r on r.tenant_id = u.tenant_id and r.user_id = u.id
                        where r.standard = :role and r.department_id is null and u.state = 'active')
                        """)
                .param("role", role.word())
                .query(Boolean.class)
                .single();
    }
}

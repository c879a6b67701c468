package io.moked.access;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.User.State;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UserStore {

    private static final RowMapper<User> USER =
            (row, n) ->
                    new User(
                            new UserId(uuid(row, "id")),
                            row.getString("name"),
                            row.getString("email"),
                            row.getString("language"),
                            State.of(row.getString("state")),
                            RoleStore.grants(row));

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    UserStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    /**
     * A user with what proves them, found before anyone knows the tenant, and whether anybody may
     * come in for that.
     */
    record Candidate(TenantId tenant, UserId user, String passwordHash, boolean isOpen) {}

    void add(User user, @Nullable String passwordHash) {
        try {
            jdbc.sql(
                            """
                            insert into access.app_user (tenant_id, id, name, email, language, state, password_hash)
                            values (:tenant, :id, :name, :email, :language, :state, :hash)
                            """)
                    .param("tenant", TenantScope.current().value())
                    .param("id", user.id().value())
                    .param("name", user.name())
                    .param("email", user.email())
                    .param("language", user.language())
                    .param("state", user.state().word())
                    .param("hash", passwordHash)
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusals.EmailTaken();
        }
    }

    void change(User user) {
        try {
            jdbc.sql(
                            """
                            update access.app_user
                            set name = :name, email = :email, language = :language, state = :state
                            where id = :id
                            """)
                    .param("name", user.name())
                    .param("email", user.email())
                    .param("language", user.language())
                    .param("state", user.state().word())
                    .param("id", user.id().value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusals.EmailTaken();
        }
    }

    void mustBeFree(String email) {
        boolean isTaken =
                jdbc.sql("select exists (select from access.app_user where email = :email)")
                        .param("email", email)
                        .query(Boolean.class)
                        .single();
        if (isTaken) {
            throw new Refusals.EmailTaken();
        }
    }

    List<User> all() {
        return jdbc.sql(
                        """
                        select u.*, access.roles_of(u.tenant_id, u.id) as roles from access.app_user u
                        order by u.name, u.id
                        """)
                .query(USER)
                .list();
    }

    Users.Headcount count() {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'active') as active,
                            count(*) filter (where state = 'invited') as invited
                        from access.app_user
                        """)
                .query((row, n) -> new Users.Headcount(row.getInt("active"), row.getInt("invited")))
                .single();
    }

    Optional<User> find(UserId id) {
        return jdbc.sql(
                        """
                        select u.*, access.roles_of(u.tenant_id, u.id) as roles from access.app_user u
                        where u.id = :id
                        """)
                .param("id", id.value())
                .query(USER)
                .optional();
    }

    List<User> of(Collection<UUID> users) {
        return jdbc.sql(
                        """
                        select u.*, access.roles_of(u.tenant_id, u.id) as roles from access.app_user u
                        where u.id = any(:ids::uuid[])
                        """)
                .param("ids", column(users))
                .query(USER)
                .list();
    }

    /** Until the end of the transaction nobody else changes this user. */
    void lock(UserId id) {
        jdbc.sql("select from access.app_user where id = :id for update")
                .param("id", id.value())
                .query()
                .listOfRows();
    }

    boolean hasPassword(UserId id) {
        return jdbc.sql("select password_hash is not null from access.app_user where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return jdbc
                .sql("select id, name from access.app_user where id = any(:ids::uuid[])")
                .param("ids", column(ids))
                .query((row, n) -> Map.entry(uuid(row, "id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void changeLanguage(UserId id, String language) {
        jdbc.sql("update access.app_user set language = :language where id = :id")
                .param("language", language)
                .param("id", id.value())
                .update();
    }

    /**
     * Those who may come in with it, those of closed tenants last; the same address may belong to
     * users of several.
     */
    List<Candidate> withEmail(String email) {
        return worker.sql(
                        """
                        select tenant_id, id, password_hash, tenancy.is_active(tenant_id) as open
                        from access.app_user where email = :email and state = 'active'
                        order by open desc, id
                        """)
                .param("email", email.toLowerCase(Locale.ROOT))
                .query((row, n) ->
                        new Candidate(
                                new TenantId(uuid(row, "tenant_id")),
                                new UserId(uuid(row, "id")),
                                row.getString("password_hash"),
                                row.getBoolean("open")))
                .list();
    }
}

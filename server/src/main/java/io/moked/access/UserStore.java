package io.moked.access;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
                            Role.of(row.getString("role")));

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    UserStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    /** A user with what proves them, found before anyone knows the tenant. */
    record Candidate(TenantId tenant, UserId user, String passwordHash) {}

    void add(TenantId tenant, User user, String passwordHash) {
        jdbc.sql(
                        """
                        insert into access.app_user (tenant_id, id, name, email, language, role, password_hash)
                        values (:tenant, :id, :name, :email, :language, :role, :hash)
                        """)
                .param("tenant", tenant.value())
                .param("id", user.id().value())
                .param("name", user.name())
                .param("email", user.email().toLowerCase(Locale.ROOT))
                .param("language", user.language())
                .param("role", user.role().word())
                .param("hash", passwordHash)
                .update();
    }

    List<User> all() {
        return jdbc.sql(
                        "select id, name, email, language, role from access.app_user order by name, id")
                .query(USER)
                .list();
    }

    Optional<User> find(UserId id) {
        return jdbc.sql(
                        "select id, name, email, language, role from access.app_user where id = :id")
                .param("id", id.value())
                .query(USER)
                .optional();
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

    /** The same address may belong to a user of several tenants. */
    List<Candidate> withEmail(String email) {
        return worker.sql(
                        """
                        select tenant_id, id, password_hash from access.app_user
                        where email = :email order by id limit 5
                        """)
                .param("email", email.toLowerCase(Locale.ROOT))
                .query((row, n) ->
                        new Candidate(
                                new TenantId(uuid(row, "tenant_id")),
                                new UserId(uuid(row, "id")),
                                row.getString("password_hash")))
                .list();
    }
}

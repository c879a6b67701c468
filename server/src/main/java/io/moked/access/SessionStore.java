package io.moked.access;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.Credential.Standing;
import io.moked.access.Session.Origin;
import io.moked.database.WorkerDatabase;
import io.moked.factor.Factor;
import io.moked.factor.SecurityPolicy;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SessionStore {

    private static final RowMapper<Seen> SEEN =
            (row, n) ->
                    new Seen(
                            new SignedIn(
                                    new TenantId(uuid(row, "tenant_id")),
                                    new UserId(uuid(row, "id")),
                                    row.getString("name"),
                                    row.getString("language"),
                                    Permissions.of(RoleStore.grants(row)),
                                    new Credential(
                                            uuid(row, "session"),
                                            Standing.of(row.getString("standing")),
                                            instant(row, "proven_at"),
                                            instant(row, "ends_at"))),
                            row.getBoolean("stale"));

    private static final RowMapper<Session> SESSION =
            (row, n) ->
                    new Session(
                            uuid(row, "id"),
                            row.getString("browser"),
                            row.getString("system"),
                            row.getString("address"),
                            instant(row, "opened_at"),
                            instant(row, "seen_at"),
                            instant(row, "ends_at"),
                            factors(row));

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    SessionStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    /** Who was found, and whether that they were seen is to be noted. */
    record Seen(SignedIn caller, boolean stale) {}

    private static Set<Factor> factors(ResultSet row) throws SQLException {
        var factors = EnumSet.noneOf(Factor.class);
        if (row.getObject("password_at") != null) {
            factors.add(Factor.PASSWORD);
        }
        if (row.getObject("code_at") != null) {
            factors.add(Factor.ONE_TIME_CODE);
        }
        if (row.getObject("passkey_at") != null) {
            factors.add(Factor.PASSKEY);
        }
        return factors;
    }

    void add(
            UUID id,
            UserId user,
            byte[] digest,
            Standing standing,
            Origin from,
            Instant now,
            SecurityPolicy policy) {
        jdbc.sql(
                        """
                        insert into access.session (tenant_id, id, digest, user_id, standing, browser, system,
                            address, opened_at, seen_at, ends_at, idle_minutes)
                        values (:tenant, :id, :digest, :user, :standing, :browser, :system,
                            :address::inet, :now, :now, :ends, :idle)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", id)
                .param("digest", digest)
                .param("user", user.value())
                .param("standing", standing.word())
                .param("browser", from.browser())
                .param("system", from.system())
                .param("address", from.address().getHostAddress())
                .param("now", time(now))
                .param("ends", time(now.plus(policy.longest())))
                .param("idle", policy.idleMinutes())
                .update();
    }

    /** Notes a factor just shown, and puts a new secret in the place of the old one. */
    boolean renew(UUID id, byte[] digest, Standing standing, Factor shown, Instant now) {
        return jdbc.sql(
                                """
                                update access.session
                                set digest = :digest, standing = :standing,
                                    password_at = case when :factor = 'password' then :now else password_at end,
                                    code_at = case when :factor in ('one-time-code', 'recovery-code')
                                        then :now else code_at end,
                                    passkey_at = case when :factor = 'passkey' then :now else passkey_at end
                                where id = :id and ended_at is null
                                """)
                        .param("id", id)
                        .param("digest", digest)
                        .param("standing", standing.word())
                        .param("factor", shown.word())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    Optional<Seen> find(byte[] digest, Instant now, Instant stale) {
        return worker.sql(
                        """
                        select u.tenant_id, u.id, u.name, u.language,
                            access.roles_of(u.tenant_id, u.id) as roles, s.id as session, s.standing,
                            greatest(s.password_at, s.code_at, s.passkey_at) as proven_at, s.ends_at,
                            s.seen_at < :stale as stale
                        from access.session s
                            join access.app_user u on u.tenant_id = s.tenant_id and u.id = s.user_id
                        where s.digest = :digest and s.ended_at is null and s.ends_at > :now
                            and u.state = 'active' and tenancy.is_active(u.tenant_id)
                            and s.seen_at > :now - s.idle_minutes * interval '1 minute'
                        """)
                .param("digest", digest)
                .param("now", time(now))
                .param("stale", time(stale))
                .query(SEEN)
                .optional();
    }

    Optional<byte[]> digest(SignedIn caller) {
        return worker.sql(
                        """
                        select digest from access.session where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", caller.tenant().value())
                .param("id", caller.credential().id())
                .query(byte[].class)
                .optional();
    }

    void seen(byte[] digest, Instant now) {
        worker.sql("update access.session set seen_at = :now where digest = :digest")
                .param("now", time(now))
                .param("digest", digest)
                .update();
    }

    List<Session> open(UserId user, Instant now) {
        return jdbc.sql(
                        """
                        select id, browser, system, abbrev(address) as address, opened_at, seen_at, ends_at,
                            password_at, code_at, passkey_at
                        from access.session
                        where user_id = :user and ended_at is null and ends_at > :now
                            and seen_at > :now - idle_minutes * interval '1 minute'
                        order by seen_at desc, id desc
                        """)
                .param("user", user.value())
                .param("now", time(now))
                .query(SESSION)
                .list();
    }

    /** Ends one session of a user, or all but one, and says which. */
    List<UUID> end(UserId user, @Nullable UUID only, @Nullable UUID except, Instant now) {
        return jdbc.sql(
                        """
                        update access.session set ended_at = :now
                        where user_id = :user and ended_at is null
                            and id = coalesce(:only::uuid, id) and id is distinct from :except::uuid
                        returning id
                        """)
                .param("user", user.value())
                .param("only", only)
                .param("except", except)
                .param("now", time(now))
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    /** Cuts open sessions to a new measure. */
    void tighten(SecurityPolicy policy) {
        jdbc.sql(
                        """
                        update access.session
                        set idle_minutes = :idle, ends_at = least(ends_at, opened_at + :hours * interval '1 hour')
                        where ended_at is null
                        """)
                .param("idle", policy.idleMinutes())
                .param("hours", policy.sessionHours())
                .update();
    }

    /** Ends those of such users which have shown one factor only, and says which are whose. */
    Map<UUID, UUID> endWeak(Collection<UserId> users, Instant now) {
        return jdbc
                .sql(
                        """
                        update access.session set ended_at = :now
                        where user_id = any(:users::uuid[]) and ended_at is null
                            and standing = 'complete' and code_at is null and passkey_at is null
                        returning id, user_id
                        """)
                .param("users", column(users, UserId::value))
                .param("now", time(now))
                .query((row, n) -> Map.entry(uuid(row, "id"), uuid(row, "user_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}

package io.moked.access;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.factor.Secrets;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens with which programs call the API in the name of the user who made them, for some of what
 * that user may do and for a while.
 */
@Component
public class ApiTokens implements Names {

    static final String REVOKED = "access.token-revoked";
    static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration USUAL = Duration.ofDays(90);

    /** Tells a token from other secrets at a glance, also for secret scanners. */
    private static final String PREFIX = "moked_";

    private static final RowMapper<SessionStore.Seen> SEEN =
            (row, n) ->
                    new SessionStore.Seen(
                            new SignedIn(
                                    new TenantId(uuid(row, "tenant_id")),
                                    new UserId(uuid(row, "id")),
                                    row.getString("name"),
                                    row.getString("language"),
                                    Permissions.of(RoleStore.grants(row)).only(scope(row)),
                                    Credential.ofProgram(
                                            uuid(row, "token"), instant(row, "expires_at"))),
                            row.getBoolean("stale"));

    private final JdbcClient jdbc;
    private final JdbcClient worker;
    private final UserStore users;
    private final Ids ids;
    private final Clock clock;
    private final Journal journal;

    ApiTokens(
            JdbcClient jdbc,
            WorkerDatabase worker,
            UserStore users,
            Ids ids,
            Clock clock,
            Journal journal) {
        this.jdbc = jdbc;
        this.users = users;
        this.worker = worker.jdbc();
        this.ids = ids;
        this.clock = clock;
        this.journal = journal;
    }

    /** A token as it is listed: never with its secret. */
    public record ApiToken(
            UUID id,
            String name,
            UUID userId,
            Set<Permission> permissions,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A token just made, with the secret that is shown this once. */
    public record Issued(
            UUID id, String name, String secret, Set<Permission> permissions, Instant expiresAt) {}

    /**
     * Makes a token for some of what the caller may do.
     *
     * @param permissions null for all of it
     * @param until null for the usual time
     */
    @Transactional
    public Issued issue(
            SignedIn by,
            String name,
            @Nullable Set<Permission> permissions,
            @Nullable Instant until) {
        var scope = permissions == null ? Set.copyOf(by.permissions().list()) : permissions;
        if (!scope.stream().allMatch(by::may)) {
            throw new Refusals.BeyondOwnPermissions();
        }
        return issue(by.user(), name, scope, until);
    }

    /** For all that a user may, and as long as may be; asked for by us, not by somebody. */
    @Transactional
    public Issued issue(UserId user, String name) {
        var permissions = users.find(user).orElseThrow(NotFound::new).permissions().list();
        return issue(user, name, Set.copyOf(permissions), clock.instant().plus(LONGEST));
    }

    private Issued issue(
            UserId user, String name, Set<Permission> permissions, @Nullable Instant until) {
        var now = clock.instant();
        var end = until == null ? now.plus(USUAL) : until;
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw new Invalid("expiresAt", "out-of-range");
        }
        var issued = new Issued(ids.next(), name, PREFIX + Secrets.random(), permissions, end);
        jdbc.sql(
                        """
                        insert into access.api_token
                            (tenant_id, id, digest, name, user_id, permissions, created_at, expires_at)
                        values (:tenant, :id, :digest, :name, :user, :permissions::text[], :now, :end)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", issued.id())
                .param("digest", Secrets.digest(issued.secret()))
                .param("name", name)
                .param("user", user.value())
                .param("permissions", column(permissions, Permission::name))
                .param("now", time(now))
                .param("end", time(end))
                .update();
        journal.append(Fact.of("access.token-issued", issued.id()).by(user.value()));
        return issued;
    }

    /** Also those that have expired, so that somebody may see why a program is turned away. */
    @Transactional(readOnly = true)
    public List<ApiToken> all() {
        return jdbc.sql("select * from access.api_token order by id")
                .query((row, n) ->
                        new ApiToken(
                                uuid(row, "id"),
                                row.getString("name"),
                                uuid(row, "user_id"),
                                scope(row),
                                instant(row, "created_at"),
                                instant(row, "expires_at"),
                                instantOrNull(row, "last_used_at")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        return all().stream()
                .filter(token -> things.contains(token.id()))
                .collect(Collectors.toMap(ApiToken::id, ApiToken::name));
    }

    private static Set<Permission> scope(ResultSet row) throws SQLException {
        return RoleStore.permissions(List.of((String[]) row.getArray("permissions").getArray()));
    }

    @Transactional
    public void revoke(UserId by, UUID id) {
        var gone =
                jdbc.sql("delete from access.api_token where id = :id returning user_id")
                        .param("id", id)
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(NotFound::new);
        journal.append(Fact.of(REVOKED, id).by(by.value()).with("userId", gone));
    }

    /** Whoever leaves leaves no program behind. */
    void revokeAll(UserId user, UserId by) {
        var gone =
                jdbc.sql("delete from access.api_token where user_id = :user returning id")
                        .param("user", user.value())
                        .query((row, n) -> uuid(row, "id"))
                        .list();
        journal.append(
                gone.stream()
                        .map(id -> Fact.of(REVOKED, id).by(by.value()).with("userId", user.value()))
                        .toList());
    }

    Optional<SignedIn> caller(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return caller(Secrets.digest(secret));
    }

    Optional<SignedIn> again(SignedIn caller) {
        return worker.sql(
                        "select digest from access.api_token where tenant_id = :tenant and id = :id")
                .param("tenant", caller.tenant().value())
                .param("id", caller.credential().id())
                .query(byte[].class)
                .optional()
                .flatMap(this::caller);
    }

    private Optional<SignedIn> caller(byte[] digest) {
        var now = clock.instant();
        var found =
                worker.sql(
                                """
                                select u.tenant_id, u.id, u.name, u.language,
                                    access.roles_of(u.tenant_id, u.id) as roles, t.permissions, t.id as token, t.expires_at,
                                    coalesce(t.last_used_at, '-infinity') < :aMinuteAgo as stale
                                from access.api_token t
                                    join access.app_user u on u.tenant_id = t.tenant_id and u.id = t.user_id
                                where t.digest = :digest and t.expires_at > :now
                                    and u.state = 'active' and tenancy.is_active(u.tenant_id)
                                """)
                        .param("digest", digest)
                        .param("now", time(now))
                        .param("aMinuteAgo", time(now.minus(Sessions.SEEN_EVERY)))
                        .query(SEEN)
                        .optional();
        found.filter(SessionStore.Seen::stale).ifPresent(seen -> noteUse(digest));
        return found.map(SessionStore.Seen::caller);
    }

    /** Once a minute is often enough to tell a token in use from a forgotten one. */
    private void noteUse(byte[] digest) {
        worker.sql("update access.api_token set last_used_at = :now where digest = :digest")
                .param("now", time(clock.instant()))
                .param("digest", digest)
                .update();
    }
}

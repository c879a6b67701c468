package io.moked.access;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.factor.Secrets;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tokens with which programs call the API in the name of the user who made them. */
@Component
public class ApiTokens implements Names {

    /** Tells a token from other secrets at a glance, also for secret scanners. */
    private static final String PREFIX = "moked_";

    static final String REVOKED = "access.token-revoked";

    private static final RowMapper<SessionStore.Seen> SEEN =
            (row, n) ->
                    new SessionStore.Seen(
                            new SignedIn(
                                    new TenantId(uuid(row, "tenant_id")),
                                    new UserId(uuid(row, "id")),
                                    row.getString("name"),
                                    row.getString("language"),
                                    Role.of(row.getString("role")),
                                    Credential.ofProgram(uuid(row, "token"))),
                            row.getBoolean("stale"));

    private final JdbcClient jdbc;
    private final JdbcClient worker;
    private final Ids ids;
    private final Clock clock;
    private final Journal journal;

    ApiTokens(JdbcClient jdbc, WorkerDatabase worker, Ids ids, Clock clock, Journal journal) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
        this.ids = ids;
        this.clock = clock;
        this.journal = journal;
    }

    /** A token as it is listed: never with its secret. */
    public record ApiToken(
            UUID id, String name, UUID userId, Instant createdAt, @Nullable Instant lastUsedAt) {}

    /** A token just made, with the secret that is shown this once. */
    public record Issued(UUID id, String name, String secret) {}

    @Transactional
    public Issued issue(UserId user, String name) {
        var issued = new Issued(ids.next(), name, PREFIX + Secrets.random());
        jdbc.sql(
                        """
                        insert into access.api_token (tenant_id, id, digest, name, user_id, created_at)
                        values (:tenant, :id, :digest, :name, :user, :now)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", issued.id())
                .param("digest", Secrets.digest(issued.secret()))
                .param("name", name)
                .param("user", user.value())
                .param("now", time(clock.instant()))
                .update();
        journal.append(Fact.of("access.token-issued", issued.id()).by(user.value()));
        return issued;
    }

    @Transactional(readOnly = true)
    public List<ApiToken> all() {
        return jdbc.sql(
                        """
                        select id, name, user_id, created_at, last_used_at from access.api_token order by id
                        """)
                .query((row, n) ->
                        new ApiToken(
                                uuid(row, "id"),
                                row.getString("name"),
                                uuid(row, "user_id"),
                                instant(row, "created_at"),
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

    @Transactional
    public void revoke(UserId user, UUID id) {
        int gone = jdbc.sql("delete from access.api_token where id = :id").param("id", id).update();
        if (gone == 0) {
            throw new NotFound();
        }
        journal.append(Fact.of(REVOKED, id).by(user.value()));
    }

    Optional<SignedIn> caller(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var digest = Secrets.digest(secret);
        var aMinuteAgo = clock.instant().minus(Sessions.SEEN_EVERY);
        var found =
                worker.sql(
                                """
                                select u.tenant_id, u.id, u.name, u.language, u.role, t.id as token,
                                    coalesce(t.last_used_at, '-infinity') < :aMinuteAgo as stale
                                from access.api_token t
                                    join access.app_user u on u.tenant_id = t.tenant_id and u.id = t.user_id
                                where t.digest = :digest
                                """)
                        .param("digest", digest)
                        .param("aMinuteAgo", time(aMinuteAgo))
                        .query(SEEN)
                        .optional();
        if (found.isPresent() && found.get().stale()) {
            noteUse(digest);
        }
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

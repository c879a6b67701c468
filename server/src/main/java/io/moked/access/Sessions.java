package io.moked.access;

import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is signed in. A caller shows a secret before anyone knows their tenant, so this looks across
 * all of them; the secret itself is kept nowhere, only its digest.
 */
@Component
class Sessions {

    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration IDLE = Duration.ofHours(8);
    static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private static final RowMapper<SignedIn> SIGNED_IN =
            (row, n) ->
                    new SignedIn(
                            new TenantId(uuid(row, "tenant_id")),
                            new UserId(uuid(row, "id")),
                            row.getString("name"),
                            row.getString("language"),
                            Role.of(row.getString("role")));

    static final RowMapper<Seen> SEEN =
            (row, n) -> new Seen(SIGNED_IN.mapRow(row, n), row.getBoolean("stale"));

    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(WorkerDatabase worker, Clock clock) {
        this.jdbc = worker.jdbc();
        this.clock = clock;
    }

    String open(TenantId tenant, UserId user) {
        var secret = Secrets.random();
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into access.session (tenant_id, digest, user_id, opened_at, seen_at, ends_at)
                        values (:tenant, :digest, :user, :now, :now, :ends)
                        """)
                .param("tenant", tenant.value())
                .param("digest", Secrets.digest(secret))
                .param("user", user.value())
                .param("now", time(now))
                .param("ends", time(now.plus(LONGEST)))
                .update();
        return secret;
    }

    Optional<SignedIn> find(String secret) {
        var now = clock.instant();
        var digest = Secrets.digest(secret);
        var found =
                jdbc.sql(
                                """
                                select u.tenant_id, u.id, u.name, u.language, u.role, s.seen_at < :stale as stale
                                from access.session s
                                    join access.app_user u on u.tenant_id = s.tenant_id and u.id = s.user_id
                                where s.digest = :digest and s.ends_at > :now and s.seen_at > :idle
                                """)
                        .param("digest", digest)
                        .param("now", time(now))
                        .param("idle", time(now.minus(IDLE)))
                        .param("stale", time(now.minus(SEEN_EVERY)))
                        .query(SEEN)
                        .optional();
        if (found.isPresent() && found.get().stale()) {
            jdbc.sql("update access.session set seen_at = :now where digest = :digest")
                    .param("now", time(now))
                    .param("digest", digest)
                    .update();
        }
        return found.map(Seen::caller);
    }

    /** Who was found, and whether that they were seen is to be noted. */
    record Seen(SignedIn caller, boolean stale) {}

    void close(String secret) {
        jdbc.sql("delete from access.session where digest = :digest")
                .param("digest", Secrets.digest(secret))
                .update();
    }
}

package io.moked.media;

import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Bell;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files still to be looked into. */
@Repository
class Examinations {

    /** Longer than an examination takes; past it another server may try. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** What lies further ahead was written by a clock that has been set back since, and is due. */
    private static final Duration LONGEST_AHEAD = Examiner.LONGEST_PAUSE.plus(LEASE);

    private final JdbcClient jdbc;
    private final JdbcClient worker;
    private final Clock clock;
    private final Bell bell = new Bell();

    Examinations(JdbcClient jdbc, WorkerDatabase worker, Clock clock) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
        this.clock = clock;
    }

    /** A file that this server now looks into. */
    record Claimed(TenantId tenant, MediaId media, int attempts) {}

    void want(MediaId media) {
        jdbc.sql(
                        """
                        insert into media.examination (tenant_id, media_id, due_at)
                        values (:tenant, :media, :now) on conflict do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("media", media.value())
                .param("now", time(clock.instant()))
                .update();
    }

    /** To be rung once there is more for sure. */
    Bell bell() {
        return bell;
    }

    Optional<Claimed> claim() {
        var now = clock.instant();
        return worker.sql(
                        """
                        update media.examination e
                        set due_at = :now + :lease::interval, attempts = e.attempts + 1
                        from (select tenant_id, media_id from media.examination
                              where attempts = 0 or due_at <= :now or due_at > :ahead
                              order by due_at limit 1 for update skip locked) as due
                        where e.tenant_id = due.tenant_id and e.media_id = due.media_id
                        returning e.*
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .param("lease", LEASE.toString())
                .query((row, n) ->
                        new Claimed(
                                new TenantId(uuid(row, "tenant_id")),
                                new MediaId(uuid(row, "media_id")),
                                row.getInt("attempts")))
                .optional();
    }

    /** In the transaction that keeps what was seen. */
    void done(MediaId media) {
        jdbc.sql("delete from media.examination where media_id = :media")
                .param("media", media.value())
                .update();
    }

    void again(Claimed claimed, Duration pause) {
        worker.sql(
                        """
                        update media.examination set due_at = :due
                        where tenant_id = :tenant and media_id = :media
                        """)
                .param("due", time(clock.instant().plus(pause)))
                .param("tenant", claimed.tenant().value())
                .param("media", claimed.media().value())
                .update();
    }
}

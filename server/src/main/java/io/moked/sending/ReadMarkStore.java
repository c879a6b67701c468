package io.moked.sending;

import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.database.WorkerDatabase;
import io.moked.sending.ReadMarks.Mark;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Bell;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReadMarkStore {

    /** Longer than showing one takes; past it another server may try. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** What lies further ahead was written by a clock that has been set back since, and is due. */
    private static final Duration LONGEST_AHEAD = ReadMarker.LONGEST_PAUSE.plus(LEASE);

    private final JdbcClient jdbc;
    private final JdbcClient worker;
    private final Clock clock;
    private final Bell bell = new Bell();

    ReadMarkStore(JdbcClient jdbc, WorkerDatabase worker, Clock clock) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
        this.clock = clock;
    }

    /** A mark that this server now shows. */
    record Claimed(TenantId tenant, Mark mark, int attempts) {}

    /** To be rung once more is wanted for sure. */
    Bell bell() {
        return bell;
    }

    /** The newest says all. */
    void want(Mark mark) {
        jdbc.sql(
                        """
                        insert into sending.read_mark (tenant_id, channel_id, recipient_id, message_id, due_at)
                        values (:tenant, :channel, :recipient, :message, :now)
                        on conflict (tenant_id, channel_id, recipient_id) do update
                        set message_id = :message, attempts = 0, due_at = :now
                        """)
                .param("tenant", TenantScope.current().value())
                .param("channel", mark.channel().value())
                .param("recipient", mark.recipient())
                .param("message", mark.message())
                .param("now", time(clock.instant()))
                .update();
    }

    List<Claimed> claim(int most) {
        var now = clock.instant();
        return worker.sql(
                        """
                        update sending.read_mark r
                        set due_at = :now + :lease::interval, attempts = r.attempts + 1
                        from (select tenant_id, channel_id, recipient_id from sending.read_mark
                              where attempts = 0 or due_at <= :now or due_at > :ahead
                              order by due_at limit :most for update skip locked) as due
                        where r.tenant_id = due.tenant_id and r.channel_id = due.channel_id
                            and r.recipient_id = due.recipient_id
                        returning r.*
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .param("lease", LEASE.toString())
                .param("most", most)
                .query((row, n) ->
                        new Claimed(
                                new TenantId(uuid(row, "tenant_id")),
                                new Mark(
                                        new ChannelId(uuid(row, "channel_id")),
                                        uuid(row, "recipient_id"),
                                        uuid(row, "message_id")),
                                row.getInt("attempts")))
                .list();
    }

    /** Unless a newer message has been read meanwhile. */
    void done(Claimed claimed) {
        worker.sql(
                        """
                        delete from sending.read_mark
                        where tenant_id = :tenant and channel_id = :channel and recipient_id = :recipient
                            and message_id = :message
                        """)
                .param("tenant", claimed.tenant().value())
                .param("channel", claimed.mark().channel().value())
                .param("recipient", claimed.mark().recipient())
                .param("message", claimed.mark().message())
                .update();
    }

    void again(Claimed claimed, Duration pause) {
        worker.sql(
                        """
                        update sending.read_mark set due_at = :due
                        where tenant_id = :tenant and channel_id = :channel and recipient_id = :recipient
                            and message_id = :message
                        """)
                .param("due", time(clock.instant().plus(pause)))
                .param("tenant", claimed.tenant().value())
                .param("channel", claimed.mark().channel().value())
                .param("recipient", claimed.mark().recipient())
                .param("message", claimed.mark().message())
                .update();
    }
}

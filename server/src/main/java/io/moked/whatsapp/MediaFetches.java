package io.moked.whatsapp;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.database.WorkerDatabase;
import io.moked.media.MediaId;
import io.moked.media.MediaSource;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Bell;
import io.moked.whatsapp.MessageReader.AnnouncedFile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files still to be fetched, and those given up, which may be tried again. */
@Repository
class MediaFetches implements MediaSource {

    /** Longer than a fetch takes; past it another server may try. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /**
     * Nothing is put off for longer; what lies further ahead was written by a clock that has been
     * set back since, and is due. What nobody has tried yet is due whatever the clock says.
     */
    private static final Duration LONGEST_AHEAD = MediaFetcher.LONGEST_PAUSE.plus(LEASE);

    private final JdbcClient jdbc;
    private final JdbcClient worker;
    private final Clock clock;
    private final Bell bell = new Bell();

    MediaFetches(JdbcClient jdbc, WorkerDatabase worker, Clock clock) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
        this.clock = clock;
    }

    /** A file to be fetched for a channel. */
    record Wanted(ChannelId channel, AnnouncedFile file) {}

    /** A file that this server now fetches. */
    record Claimed(
            TenantId tenant,
            MediaId media,
            ChannelId channel,
            String externalId,
            @Nullable String sha256,
            int attempts) {}

    void want(List<Wanted> files) {
        if (files.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into whatsapp.media_fetch (tenant_id, media_id, channel_id, external_id, sha256, due_at)
                        select :tenant, media_id, channel_id, external_id, sha256, :now
                        from unnest(:media::uuid[], :channels::uuid[], :externalIds::text[], :digests::text[])
                            as f (media_id, channel_id, external_id, sha256)
                        on conflict do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("now", time(clock.instant()))
                .param("media", column(files, it -> it.file().id().value()))
                .param("channels", column(files, it -> it.channel().value()))
                .param("externalIds", column(files, it -> it.file().externalId()))
                .param("digests", column(files, it -> it.file().sha256()))
                .update();
    }

    /** To be rung once more files are wanted for sure. */
    Bell bell() {
        return bell;
    }

    List<Claimed> claim(int most) {
        var now = clock.instant();
        return worker.sql(
                        """
                        update whatsapp.media_fetch f
                        set due_at = :now + :lease::interval, attempts = f.attempts + 1
                        from (select tenant_id, media_id from whatsapp.media_fetch
                              where given_up_at is null
                                and (attempts = 0 or due_at <= :now or due_at > :ahead)
                              order by due_at limit :most for update skip locked) as due
                        where f.tenant_id = due.tenant_id and f.media_id = due.media_id
                        returning f.*
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .param("lease", LEASE.toString())
                .param("most", most)
                .query((row, n) ->
                        new Claimed(
                                new TenantId(uuid(row, "tenant_id")),
                                new MediaId(uuid(row, "media_id")),
                                new ChannelId(uuid(row, "channel_id")),
                                row.getString("external_id"),
                                row.getString("sha256"),
                                row.getInt("attempts")))
                .list();
    }

    int waiting() {
        return worker.sql("select count(*) from whatsapp.media_fetch where given_up_at is null")
                .query(Integer.class)
                .single();
    }

    void done(Claimed claimed) {
        worker.sql(
                        "delete from whatsapp.media_fetch where tenant_id = :tenant and media_id = :media")
                .param("tenant", claimed.tenant().value())
                .param("media", claimed.media().value())
                .update();
    }

    /** Nobody tries it any more, unless somebody asks for it. */
    void giveUp(Claimed claimed) {
        worker.sql(
                        """
                        update whatsapp.media_fetch set given_up_at = :now
                        where tenant_id = :tenant and media_id = :media
                        """)
                .param("now", time(clock.instant()))
                .param("tenant", claimed.tenant().value())
                .param("media", claimed.media().value())
                .update();
    }

    @Override
    public boolean fetchAgain(MediaId media) {
        return jdbc.sql(
                                """
                                update whatsapp.media_fetch
                                set given_up_at = null, due_at = :now,
                                    attempts = case when given_up_at is null then attempts else 0 end
                                where media_id = :media
                                """)
                        .param("now", time(clock.instant()))
                        .param("media", media.value())
                        .update()
                == 1;
    }

    void again(Claimed claimed, Duration pause) {
        worker.sql(
                        """
                        update whatsapp.media_fetch set due_at = :due
                        where tenant_id = :tenant and media_id = :media
                        """)
                .param("due", time(clock.instant().plus(pause)))
                .param("tenant", claimed.tenant().value())
                .param("media", claimed.media().value())
                .update();
    }
}

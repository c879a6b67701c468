package io.moked.media;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.media.preview.Seen;
import io.moked.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MediaStore {

    private static final RowMapper<Media> MEDIA =
            (row, n) ->
                    new Media(
                            uuid(row, "id"),
                            Media.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                            row.getString("mime_type"),
                            row.getBoolean("disguised"),
                            row.getObject("size", Long.class),
                            row.getString("file_name"),
                            scan(row),
                            row.getBoolean("examined"),
                            preview(row),
                            sound(row));

    private final JdbcClient jdbc;
    private final Clock clock;

    private static Media.Scan scan(ResultSet row) throws SQLException {
        var scan = row.getString("scan");
        return scan == null
                ? Media.Scan.NOT_SCANNED
                : Media.Scan.valueOf(scan.toUpperCase(Locale.ROOT));
    }

    private static Media.@Nullable Preview preview(ResultSet row) throws SQLException {
        var width = row.getObject("preview_width", Integer.class);
        return width == null ? null : new Media.Preview(width, row.getInt("preview_height"));
    }

    private static Media.@Nullable Sound sound(ResultSet row) throws SQLException {
        var levels = row.getBytes("sound_levels");
        return levels == null ? null : new Media.Sound(row.getInt("sound_millis"), levels);
    }

    MediaStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void expect(TenantId tenant, List<MediaLibrary.Announced> announced) {
        jdbc.sql(
                        """
                        insert into media.file (tenant_id, id, state, mime_type, file_name, created_at)
                        select :tenant, id, 'pending', mime_type, file_name, :now
                        from unnest(:ids::uuid[], :types::text[], :names::text[]) as announced (id, mime_type, file_name)
                        on conflict do nothing
                        """)
                .param("tenant", tenant.value())
                .param("now", time(clock.instant()))
                .param("ids", column(announced, file -> file.id().value()))
                .param("types", column(announced, MediaLibrary.Announced::mimeType))
                .param("names", column(announced, MediaLibrary.Announced::fileName))
                .update();
    }

    void add(TenantId tenant, Media media) {
        jdbc.sql(
                        """
                        insert into media.file (tenant_id, id, state, mime_type, disguised, file_name, size, created_at)
                        values (:tenant, :id, 'ready', :type, :disguised, :name, :size, :now)
                        """)
                .param("tenant", tenant.value())
                .param("id", media.id())
                .param("type", media.mimeType())
                .param("disguised", media.disguised())
                .param("name", media.fileName())
                .param("size", media.size())
                .param("now", time(clock.instant()))
                .update();
    }

    /** Which of these are still to come. */
    Set<UUID> expected(Collection<UUID> media) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select id from media.file
                                where id = any(:ids::uuid[]) and state in ('pending', 'late')
                                """)
                        .param("ids", column(media))
                        .query((row, n) -> uuid(row, "id"))
                        .list());
    }

    /** Whether it was still to come; any other stays as it is. */
    boolean arrived(Media media) {
        return jdbc.sql(
                                """
                                update media.file
                                set state = :state, size = :size, mime_type = :type, disguised = :disguised
                                where id = :id and state in ('pending', 'late')
                                """)
                        .param("state", media.state().word())
                        .param("size", media.size())
                        .param("type", media.mimeType())
                        .param("disguised", media.disguised())
                        .param("id", media.id())
                        .update()
                == 1;
    }

    /** Whether it was still to come. */
    boolean failed(MediaId id) {
        return jdbc.sql(
                                """
                                update media.file set state = 'failed'
                                where id = :id and state in ('pending', 'late')
                                """)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Whether it was not known to be late. */
    boolean late(MediaId id) {
        return jdbc.sql("update media.file set state = 'late' where id = :id and state = 'pending'")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Whether it was late or given up, and is expected anew now. */
    boolean await(MediaId id) {
        return jdbc.sql(
                                """
                                update media.file set state = 'pending'
                                where id = :id and state in ('failed', 'late')
                                """)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Keeps what a scanner said; a file without a virus can be read from now on. */
    void scanned(MediaId id, Media.Scan scan) {
        boolean isInfected = scan == Media.Scan.INFECTED;
        jdbc.sql("update media.file set state = :state, scan = :scan where id = :id")
                .param("state", isInfected ? "infected" : "ready")
                .param("scan", scan == Media.Scan.NOT_SCANNED ? null : scan.word())
                .param("id", id.value())
                .update();
    }

    /** Keeps what looking into a file came to. */
    void seen(MediaId id, Seen seen) {
        var picture = seen instanceof Seen.Picture it ? it : null;
        var sound = seen instanceof Seen.Sound it ? it : null;
        jdbc.sql(
                        """
                        update media.file
                        set preview_width = :width, preview_height = :height,
                            sound_millis = :millis, sound_levels = :levels
                        where id = :id
                        """)
                .param("width", picture == null ? null : picture.width())
                .param("height", picture == null ? null : picture.height())
                .param("millis", sound == null ? null : sound.millis())
                .param("levels", sound == null ? null : sound.levels(), Types.BINARY)
                .param("id", id.value())
                .update();
    }

    @Nullable Media find(MediaId id) {
        return find(List.of(id.value())).get(id.value());
    }

    Map<UUID, Media> find(Collection<UUID> media) {
        return jdbc
                .sql(
                        """
                        select f.*, not exists (select from media.examination e where e.media_id = f.id) as examined
                        from media.file f
                        where id = any(:ids::uuid[])
                        """)
                .param("ids", column(media))
                .query(MEDIA)
                .list()
                .stream()
                .collect(Collectors.toMap(Media::id, Function.identity()));
    }
}

package io.moked.audit;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.kernel.Cursor;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log of what people did in the tenant in scope. */
@Component
public class Activities {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private static final Instant EVER = Instant.EPOCH;
    private static final Instant ALWAYS = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Activities(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One thing that somebody did, or that was done to somebody. */
    public record Activity(
            UUID id,
            String action,
            @Nullable UUID actorId,
            @Nullable UUID personId,
            UUID subject,
            Map<String, String> details,
            Instant at) {}

    /**
     * Which are wanted; null asks for all.
     *
     * @param action one kind, such as {@code access.signed-in}, or all of a room: {@code access}
     * @param user who did it, or whom it is about
     */
    public record Filter(
            @Nullable String action,
            @Nullable UUID user,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<Activity> list(Filter filter, Page page) {
        var rows =
                jdbc.sql(
                                """
                                select * from audit.entry
                                where (at, id) < (:at, :id) and at >= :from and at < :to
                                    and (:user::uuid is null or actor_id = :user or person_id = :user)
                                    and (:action::text is null or action = :action
                                        or starts_with(action, :action || '.'))
                                order by at desc, id desc limit :limit
                                """)
                        .param("at", time(page.after().at()))
                        .param("id", page.after().id())
                        .param("from", time(filter.from() == null ? EVER : filter.from()))
                        .param("to", time(filter.to() == null ? ALWAYS : filter.to()))
                        .param("user", filter.user())
                        .param("action", filter.action())
                        .param("limit", page.rowsToRead())
                        .query(this::activity)
                        .list();
        return Slice.of(rows, page, activity -> new Cursor(activity.at(), activity.id()));
    }

    private Activity activity(ResultSet row, int n) throws SQLException {
        return new Activity(
                uuid(row, "id"),
                row.getString("action"),
                uuidOrNull(row, "actor_id"),
                uuidOrNull(row, "person_id"),
                uuid(row, "subject"),
                json.readValue(row.getString("details"), DETAILS),
                instant(row, "at"));
    }
}

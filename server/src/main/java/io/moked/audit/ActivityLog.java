package io.moked.audit;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.database.WorkerDatabase;
import io.moked.journal.Follower;
import io.moked.journal.JournalEntry;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log of what people did, written from the journal: what nobody did is not in it. */
@Component
public class ActivityLog implements Follower {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    /** Reading is not an activity worth a line each time. */
    private static final Set<String> LEFT_OUT = Set.of("conversation.read");

    private final JdbcClient jdbc;
    private final JdbcClient worker;
    private final JsonMapper json;
    private final Ids ids;

    ActivityLog(JdbcClient jdbc, WorkerDatabase worker, JsonMapper json, Ids ids) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
        this.json = json;
        this.ids = ids;
    }

    /** One thing that somebody did. */
    public record Activity(
            UUID id,
            String action,
            @Nullable UUID actorId,
            UUID subject,
            Map<String, String> details,
            Instant at) {}

    @Override
    public String name() {
        return "activity-log";
    }

    @Override
    public void follow(List<JournalEntry> entries) {
        var done =
                entries.stream()
                        .filter(entry -> entry.actor() != null && !LEFT_OUT.contains(entry.kind()))
                        .toList();
        if (done.isEmpty()) {
            return;
        }
        worker.sql(
                        """
                        insert into audit.entry (tenant_id, id, action, actor_id, subject, details, at)
                        select tenant_id, id, action, actor_id, subject, details::jsonb, at
                        from unnest(:tenants::uuid[], :ids::uuid[], :actions::text[], :actors::uuid[],
                            :subjects::uuid[], :details::text[], :times::timestamptz[])
                            as e (tenant_id, id, action, actor_id, subject, details, at)
                        """)
                .param("tenants", column(done, entry -> entry.tenant().value()))
                .param("ids", column(done, entry -> ids.next()))
                .param("actions", column(done, JournalEntry::kind))
                .param("actors", column(done, JournalEntry::actor))
                .param("subjects", column(done, JournalEntry::subject))
                .param("details", column(done, entry -> json.writeValueAsString(entry.details())))
                .param("times", column(done, JournalEntry::at))
                .update();
    }

    /** What was done in the tenant in scope, newest first. */
    @Transactional(readOnly = true)
    public Slice<Activity> list(Page page) {
        var rows =
                jdbc.sql(
                                """
                                select id, action, actor_id, subject, details, at from audit.entry
                                where (at, id) < (:at, :id) order by at desc, id desc limit :limit
                                """)
                        .param("at", time(page.after().at()))
                        .param("id", page.after().id())
                        .param("limit", page.rowsToRead())
                        .query((row, n) ->
                                new Activity(
                                        uuid(row, "id"),
                                        row.getString("action"),
                                        uuidOrNull(row, "actor_id"),
                                        uuid(row, "subject"),
                                        json.readValue(row.getString("details"), DETAILS),
                                        instant(row, "at")))
                        .list();
        return Slice.of(rows, page, activity -> new Cursor(activity.at(), activity.id()));
    }
}

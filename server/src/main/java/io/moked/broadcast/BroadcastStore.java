package io.moked.broadcast;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.channel.ChannelId;
import io.moked.contact.Criteria;
import io.moked.kernel.Page;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class BroadcastStore {

    private static final TypeReference<Map<String, Slot>> SLOTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BroadcastStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private Broadcast broadcast(ResultSet row, int n) throws SQLException {
        var pause = row.getString("pause");
        return new Broadcast(
                uuid(row, "id"),
                plan(row),
                row.getString("category"),
                Broadcast.State.valueOf(upper(row.getString("state"))),
                pause == null ? null : Broadcast.Pause.valueOf(upper(pause)),
                row.getBoolean("is_gathered"),
                uuidOrNull(row, "gathered_to"),
                instant(row, "watched_from"),
                uuid(row, "created_by"),
                instant(row, "created_at"),
                instantOrNull(row, "started_at"),
                instantOrNull(row, "finished_at"));
    }

    private Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                row.getString("name"),
                new ChannelId(uuid(row, "channel_id")),
                uuid(row, "template_id"),
                row.getBoolean("by_language"),
                json.readValue(row.getString("slots"), SLOTS),
                json.readValue(row.getString("criteria"), Criteria.class),
                uuidOrNull(row, "segment_id"),
                instant(row, "starts_at"),
                ZoneId.of(row.getString("time_zone")),
                quiet(
                        row.getObject("quiet_from", LocalTime.class),
                        row.getObject("quiet_to", LocalTime.class)));
    }

    private static @Nullable QuietHours quiet(@Nullable LocalTime from, @Nullable LocalTime to) {
        return from == null || to == null ? null : new QuietHours(from, to);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** False where it stands already. */
    boolean add(Broadcast it, UUID client, Instant startsAt) {
        var plan = it.plan();
        var quiet = plan.quiet();
        return jdbc.sql(
                                """
                                insert into broadcast.broadcast (tenant_id, id, client_id, name, channel_id, template_id,
                                    category, by_language, slots, criteria, segment_id, starts_at, time_zone, quiet_from,
                                    quiet_to, state, created_by, created_at)
                                values (:tenant, :id, :client, :name, :channel, :template, :category, :byLanguage,
                                    :slots::jsonb, :criteria::jsonb, :segment, :startsAt, :zone, :from::time, :to::time,
                                    'planned', :by, :at)
                                on conflict (tenant_id, client_id) do nothing
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("id", it.id())
                        .param("client", client)
                        .param("name", plan.name())
                        .param("channel", plan.channel().value())
                        .param("template", plan.template())
                        .param("category", it.category())
                        .param("byLanguage", plan.byLanguage())
                        .param("slots", json.writeValueAsString(plan.slots()))
                        .param("criteria", json.writeValueAsString(plan.criteria()))
                        .param("segment", plan.segment())
                        .param("startsAt", time(startsAt))
                        .param("zone", plan.zone().getId())
                        .param("from", quiet == null ? null : quiet.from().toString())
                        .param("to", quiet == null ? null : quiet.to().toString())
                        .param("by", it.createdBy())
                        .param("at", time(it.createdAt()))
                        .update()
                > 0;
    }

    Optional<Broadcast> ofClient(UUID client) {
        return jdbc.sql("select * from broadcast.broadcast where client_id = :client")
                .param("client", client)
                .query(this::broadcast)
                .optional();
    }

    Optional<Broadcast> find(BroadcastId id) {
        return jdbc.sql("select * from broadcast.broadcast where id = :id")
                .param("id", id.value())
                .query(this::broadcast)
                .optional();
    }

    /** Nobody else turns it, or sends of it, before the transaction has come to its end. */
    Optional<Broadcast> lock(BroadcastId id) {
        return jdbc.sql("select * from broadcast.broadcast where id = :id for no key update")
                .param("id", id.value())
                .query(this::broadcast)
                .optional();
    }

    /** Empty where somebody else is at it. */
    Optional<Broadcast> lockUnlessLocked(BroadcastId id) {
        return jdbc.sql(
                        """
                        select * from broadcast.broadcast where id = :id for no key update skip locked
                        """)
                .param("id", id.value())
                .query(this::broadcast)
                .optional();
    }

    List<Broadcast> list(Page page) {
        return jdbc.sql(
                        """
                        select * from broadcast.broadcast where (created_at, id) < (:at, :id)
                        order by created_at desc, id desc limit :limit
                        """)
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("limit", page.rowsToRead())
                .query(this::broadcast)
                .list();
    }

    List<Broadcast> find(Collection<UUID> ids) {
        return jdbc.sql("select * from broadcast.broadcast where id = any(:ids::uuid[])")
                .param("ids", column(ids))
                .query(this::broadcast)
                .list();
    }

    /** From now on in this state; times of its beginning and end are kept once. */
    void turn(BroadcastId id, Broadcast.State state, Broadcast.@Nullable Pause pause, Instant now) {
        jdbc.sql(
                        """
                        update broadcast.broadcast
                        set state = :state, pause = :pause, has_news = true,
                            started_at = case when :state = 'running' then coalesce(started_at, :now) else started_at end,
                            finished_at = case when :state in ('finished', 'cancelled') then :now end
                        where id = :id
                        """)
                .param("state", state.word())
                .param("pause", pause == null ? null : pause.word())
                .param("now", time(now))
                .param("id", id.value())
                .update();
    }

    /** Of what happened before, somebody knows who goes on nevertheless. */
    void watchFrom(BroadcastId id, Instant now) {
        jdbc.sql("update broadcast.broadcast set watched_from = :now where id = :id")
                .param("now", time(now))
                .param("id", id.value())
                .update();
    }

    void gathered(BroadcastId id, @Nullable UUID to, boolean isAll) {
        jdbc.sql(
                        """
                        update broadcast.broadcast
                        set gathered_to = coalesce(:to, gathered_to), is_gathered = :all, has_news = true where id = :id
                        """)
                .param("to", to)
                .param("all", isAll)
                .param("id", id.value())
                .update();
    }

    void hasNews(BroadcastId id) {
        jdbc.sql("update broadcast.broadcast set has_news = true where id = :id and not has_news")
                .param("id", id.value())
                .update();
    }

    /** Whether there is news that nobody was told of within the last moment. */
    boolean takeNews(BroadcastId id, Instant now, Instant lastTold) {
        return jdbc.sql(
                                """
                                update broadcast.broadcast set has_news = false, told_at = :now
                                where id = :id and has_news and (told_at <= :last or told_at > :now)
                                """)
                        .param("now", time(now))
                        .param("last", time(lastTold))
                        .param("id", id.value())
                        .update()
                > 0;
    }
}

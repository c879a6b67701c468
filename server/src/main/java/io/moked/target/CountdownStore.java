package io.moked.target;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.moked.conversation.Conversation.Promise.Kind;
import io.moked.database.WorkerDatabase;
import io.moked.target.Countdown.State;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Countdowns are locked in the order of their keys, as everywhere, and after conversations. */
@Repository
class CountdownStore {

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    CountdownStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    Map<UUID, List<Countdown>> lock(Collection<UUID> conversations) {
        return jdbc
                .sql(
                        """
                        select * from target.countdown where conversation_id = any(:conversations::uuid[])
                        order by conversation_id, kind for update
                        """)
                .param("conversations", column(conversations))
                .query(CountdownStore::countdown)
                .list()
                .stream()
                .collect(groupingBy(Countdown::conversation));
    }

    private static Countdown countdown(ResultSet row, int n) throws SQLException {
        return new Countdown(
                uuid(row, "conversation_id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instantOrNull(row, "since"),
                Duration.ofMillis(row.getLong("spent_ms")),
                instantOrNull(row, "warn_at"),
                instantOrNull(row, "due_at"),
                row.getBoolean("is_warned"),
                row.getBoolean("is_broken"),
                row.getInt("edition"));
    }

    void save(Collection<Countdown> countdowns) {
        jdbc.sql(
                        """
                        insert into target.countdown (tenant_id, conversation_id, kind, state, since, spent_ms, warn_at, due_at,
                            is_warned, is_broken, next_at, edition)
                        select :tenant, conversation_id, kind, state, since, spent_ms, warn_at, due_at, is_warned, is_broken,
                            next_at, edition
                        from unnest(:conversations::uuid[], :kinds::text[], :states::text[], :sinces::timestamptz[],
                                :spent::bigint[], :warnings::timestamptz[], :dues::timestamptz[], :warned::boolean[],
                                :broken::boolean[], :nexts::timestamptz[], :editions::int[])
                            as c (conversation_id, kind, state, since, spent_ms, warn_at, due_at, is_warned, is_broken,
                                next_at, edition)
                        on conflict (tenant_id, conversation_id, kind) do update
                        set state = excluded.state, since = excluded.since, spent_ms = excluded.spent_ms,
                            warn_at = excluded.warn_at, due_at = excluded.due_at, is_warned = excluded.is_warned,
                            is_broken = excluded.is_broken, next_at = excluded.next_at, edition = excluded.edition
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversations", column(countdowns, Countdown::conversation))
                .param("kinds", column(countdowns, it -> it.kind().word()))
                .param("states", column(countdowns, it -> it.state().word()))
                .param("sinces", column(countdowns, Countdown::since))
                .param("spent", column(countdowns, it -> it.spent().toMillis()))
                .param("warnings", column(countdowns, Countdown::warnAt))
                .param("dues", column(countdowns, Countdown::dueAt))
                .param("warned", column(countdowns, Countdown::isWarned))
                .param("broken", column(countdowns, Countdown::isBroken))
                .param("nexts", column(countdowns, Countdown::nextAt))
                .param("editions", column(countdowns, Countdown::edition))
                .update();
    }

    /** Some that run and were reckoned by an earlier edition. */
    List<UUID> reckonedBefore(int edition, int most) {
        return jdbc.sql(
                        """
                        select distinct conversation_id from (
                            select conversation_id from target.countdown
                            where state = 'running' and edition < :edition limit :most) as found
                        """)
                .param("edition", edition)
                .param("most", most)
                .query((row, n) -> uuid(row, "conversation_id"))
                .list();
    }

    private record Due(TenantId tenant, UUID conversation) {}

    /** About which there is something to tell by now, of all tenants. */
    Map<TenantId, List<UUID>> due(Instant now, int most) {
        return worker
                .sql(
                        """
                        select tenant_id, conversation_id from target.countdown where next_at <= :now
                        order by next_at limit :most
                        """)
                .param("now", time(now))
                .param("most", most)
                .query((row, n) ->
                        new Due(new TenantId(uuid(row, "tenant_id")), uuid(row, "conversation_id")))
                .list()
                .stream()
                .distinct()
                .collect(groupingBy(Due::tenant, mapping(Due::conversation, toList())));
    }

    /** When there is something to tell next, about any of all tenants. */
    Optional<Instant> next() {
        return worker.sql(
                        """
                        select next_at from target.countdown where next_at is not null order by next_at limit 1
                        """)
                .query((row, n) -> instant(row, "next_at"))
                .optional();
    }

    /** Who has promised something of which not everything is reckoned as it stands. */
    List<TenantId> behind() {
        return worker.sql(
                        """
                        select tenant_id from target.agreement a
                        where taken_up_to is not null or exists (
                            select from target.countdown c
                            where c.tenant_id = a.tenant_id and c.state = 'running' and c.edition < a.edition)
                        """)
                .query((row, n) -> new TenantId(uuid(row, "tenant_id")))
                .list();
    }
}

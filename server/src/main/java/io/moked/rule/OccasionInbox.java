package io.moked.rule;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Ids;
import io.moked.rule.engine.Trigger;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Occasions of all tenants: what comes in, and what is due. */
@Repository
class OccasionInbox {

    private final JdbcClient worker;
    private final Ids ids;

    OccasionInbox(WorkerDatabase worker, Ids ids) {
        this.worker = worker.jdbc();
        this.ids = ids;
    }

    /** Something that a rule may be for. */
    record Happening(
            TenantId tenant,
            UUID conversation,
            Trigger trigger,
            @Nullable UUID message,
            Instant at) {}

    /** An occasion whose time has come. */
    record Due(TenantId tenant, UUID id) {}

    /** Those of them who have any rule that is on. */
    Set<TenantId> withRules(Set<TenantId> tenants) {
        return Set.copyOf(
                worker.sql(
                                """
                                select distinct tenant_id from rule.rule
                                where is_enabled and tenant_id = any(:tenants::uuid[])
                                """)
                        .param("tenants", column(tenants, TenantId::value))
                        .query((row, n) -> new TenantId(uuid(row, "tenant_id")))
                        .list());
    }

    /** As far as there are rules for them. */
    void add(List<Happening> happenings) {
        worker.sql(
                        """
                        insert into rule.occasion (tenant_id, id, conversation_id, trigger, message_id, since, due_at)
                        select h.tenant_id, h.id, h.conversation_id, h.trigger, h.message_id, h.at, h.at
                        from unnest(:tenants::uuid[], :ids::uuid[], :conversations::uuid[], :triggers::text[],
                                :messages::uuid[], :times::timestamptz[])
                            as h (tenant_id, id, conversation_id, trigger, message_id, at)
                        where exists (select from rule.rule r
                            where r.tenant_id = h.tenant_id and r.trigger = h.trigger and r.is_enabled)
                        """)
                .param("tenants", column(happenings, it -> it.tenant().value()))
                .param("ids", column(happenings, it -> ids.next()))
                .param("conversations", column(happenings, Happening::conversation))
                .param("triggers", column(happenings, it -> it.trigger().word()))
                .param("messages", column(happenings, Happening::message))
                .param("times", column(happenings, Happening::at))
                .update();
    }

    /** States end, begin, and count from a moment on, for each length that a rule asks for. */
    void change(Collection<Spells.Change> changes) {
        end(changes.stream().filter(Spells.Change::isOver).toList());
        begin(changes.stream().filter(it -> it.begunAt() != null).toList());
        count(changes.stream().filter(it -> it.countsFrom() != null).toList());
    }

    private void end(List<Spells.Change> changes) {
        worker.sql(
                        """
                        delete from rule.occasion o
                        using unnest(:tenants::uuid[], :conversations::uuid[], :triggers::text[])
                            as c (tenant_id, conversation_id, trigger)
                        where o.tenant_id = c.tenant_id and o.conversation_id = c.conversation_id
                            and o.trigger = c.trigger and o.minutes is not null
                        """)
                .param("tenants", column(changes, it -> it.tenant().value()))
                .param("conversations", column(changes, Spells.Change::conversation))
                .param("triggers", column(changes, it -> it.trigger().word()))
                .update();
    }

    private void begin(List<Spells.Change> changes) {
        worker.sql(
                        """
                        insert into rule.occasion (tenant_id, id, conversation_id, trigger, minutes, since, due_at)
                        select c.tenant_id, gen_random_uuid(), c.conversation_id, c.trigger, r.minutes, c.at,
                            c.at + make_interval(mins => r.minutes)
                        from unnest(:tenants::uuid[], :conversations::uuid[], :triggers::text[], :times::timestamptz[])
                                as c (tenant_id, conversation_id, trigger, at)
                            join (select distinct tenant_id, trigger, minutes from rule.rule
                                where is_enabled and minutes is not null) r using (tenant_id, trigger)
                        on conflict (tenant_id, conversation_id, trigger, minutes) where minutes is not null do nothing
                        """)
                .param("tenants", column(changes, it -> it.tenant().value()))
                .param("conversations", column(changes, Spells.Change::conversation))
                .param("triggers", column(changes, it -> it.trigger().word()))
                .param("times", column(changes, Spells.Change::begunAt))
                .update();
    }

    private void count(List<Spells.Change> changes) {
        worker.sql(
                        """
                        update rule.occasion o
                        set since = greatest(o.since, c.at),
                            due_at = greatest(o.since, c.at) + make_interval(mins => o.minutes)
                        from unnest(:tenants::uuid[], :conversations::uuid[], :triggers::text[], :times::timestamptz[])
                            as c (tenant_id, conversation_id, trigger, at)
                        where o.tenant_id = c.tenant_id and o.conversation_id = c.conversation_id
                            and o.trigger = c.trigger and o.minutes is not null and not o.is_over
                        """)
                .param("tenants", column(changes, it -> it.tenant().value()))
                .param("conversations", column(changes, Spells.Change::conversation))
                .param("triggers", column(changes, it -> it.trigger().word()))
                .param("times", column(changes, Spells.Change::countsFrom))
                .update();
    }

    List<Due> due(Instant now, int most) {
        return worker.sql(
                        """
                        select tenant_id, id from rule.occasion
                        where due_at <= :now and tenancy.is_active(tenant_id) order by due_at limit :most
                        """)
                .param("now", time(now))
                .param("most", most)
                .query((row, n) -> new Due(new TenantId(uuid(row, "tenant_id")), uuid(row, "id")))
                .list();
    }

    /** When the next one is due that is not yet. */
    Optional<Instant> next(Instant now) {
        return worker.sql(
                        """
                        select due_at from rule.occasion where due_at > :now order by due_at limit 1
                        """)
                .param("now", time(now))
                .query((row, n) -> instant(row, "due_at"))
                .optional();
    }
}

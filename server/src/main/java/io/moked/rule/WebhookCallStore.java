package io.moked.rule;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Page;
import io.moked.rule.WebhookCalls.Call;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls as rows, which survive whatever happens to a server. */
@Repository
class WebhookCallStore {

    /** Longer than a call takes; past it another server may try. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    WebhookCallStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    /** A call that this server makes now. */
    record Claimed(TenantId tenant, UUID id, URI url, String body, int attempts) {}

    void add(Call call, String body) {
        jdbc.sql(
                        """
                        insert into rule.call (tenant_id, id, rule_id, conversation_id, url, body, state, due_at, at)
                        values (:tenant, :id, :rule, :conversation, :url, :body, 'waiting', :at, :at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", call.id())
                .param("rule", call.rule())
                .param("conversation", call.conversation())
                .param("url", call.url().toString())
                .param("body", body)
                .param("at", time(call.at()))
                .update();
    }

    List<Call> page(Page page) {
        return jdbc.sql(
                        """
                        select * from rule.call where (at, id) < (:at, :id)
                        order by at desc, id desc limit :rows
                        """)
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("rows", page.rowsToRead())
                .query(WebhookCallStore::call)
                .list();
    }

    Optional<Call> lock(UUID id) {
        return jdbc.sql("select * from rule.call where id = :id for update")
                .param("id", id)
                .query(WebhookCallStore::call)
                .optional();
    }

    private static Call call(ResultSet row, int n) throws SQLException {
        return new Call(
                uuid(row, "id"),
                uuid(row, "rule_id"),
                uuid(row, "conversation_id"),
                URI.create(row.getString("url")),
                WebhookCalls.State.of(row.getString("state")),
                row.getInt("attempts"),
                row.getString("outcome"),
                instant(row, "at"));
    }

    void revive(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update rule.call set state = 'waiting', attempts = 0, due_at = :now where id = :id
                        """)
                .param("now", time(now))
                .param("id", id)
                .update();
    }

    /** Of all tenants but some; whoever claims one has it to themselves for a while. */
    Optional<Claimed> claim(Instant now, Set<TenantId> except) {
        return worker.sql(
                        """
                        update rule.call c set due_at = :now::timestamptz + :lease::interval, attempts = c.attempts + 1
                        from (select tenant_id, id from rule.call
                              where state = 'waiting' and due_at <= :now and tenant_id <> all(:except::uuid[])
                                  and tenancy.is_active(tenant_id)
                              order by due_at limit 1 for update skip locked) as due
                        where c.tenant_id = due.tenant_id and c.id = due.id
                        returning c.*
                        """)
                .param("now", time(now))
                .param("lease", LEASE.toString())
                .param("except", column(except, TenantId::value))
                .query((row, n) ->
                        new Claimed(
                                new TenantId(uuid(row, "tenant_id")),
                                uuid(row, "id"),
                                URI.create(row.getString("url")),
                                row.getString("body"),
                                row.getInt("attempts")))
                .optional();
    }

    /** How it ended, or when it is tried again. */
    void note(Claimed call, WebhookCalls.State state, @Nullable String outcome, Instant due) {
        worker.sql(
                        """
                        update rule.call set state = :state, outcome = :outcome, due_at = :due
                        where tenant_id = :tenant and id = :id
                        """)
                .param("state", state.word())
                .param("outcome", outcome)
                .param("due", time(due))
                .param("tenant", call.tenant().value())
                .param("id", call.id())
                .update();
    }

    int forget(Instant before, int most) {
        return worker.sql(
                        """
                        delete from rule.call where (tenant_id, id) in (
                            select tenant_id, id from rule.call where at < :before order by at limit :most)
                        """)
                .param("before", time(before))
                .param("most", most)
                .update();
    }
}

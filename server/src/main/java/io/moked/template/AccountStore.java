package io.moked.template;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.Connections.Account;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the templates of each account are asked for next. */
@Repository
class AccountStore {

    /** Whoever has claimed an account and was heard of no more has died with it. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    AccountStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    /** An account that this server now asks after. */
    record Claimed(Account account, int attempts) {}

    /** Accounts not seen before are asked for at once. */
    int enter(Collection<Account> accounts, Instant now) {
        return worker.sql(
                        """
                        insert into template.account (tenant_id, account_id, due_at)
                        select tenant_id, account_id, :now
                        from unnest(:tenants::uuid[], :accounts::text[]) as a (tenant_id, account_id)
                        on conflict do nothing
                        """)
                .param("now", time(now))
                .param("tenants", column(accounts, it -> it.tenant().value()))
                .param("accounts", column(accounts, Account::id))
                .update();
    }

    /** Has an account of the tenant in scope asked for at this time, or sooner if it was to be. */
    void due(String account, Instant at) {
        jdbc.sql(
                        """
                        insert into template.account as a (tenant_id, account_id, due_at)
                        values (:tenant, :account, :at)
                        on conflict (tenant_id, account_id) do update
                        set due_at = least(a.due_at, excluded.due_at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("account", account)
                .param("at", time(at))
                .update();
    }

    Optional<Claimed> claim(Instant now) {
        return worker.sql(
                        """
                        update template.account a set due_at = :lease, attempts = a.attempts + 1
                        from (select tenant_id, account_id from template.account
                              where due_at <= :now and tenancy.is_served(tenant_id)
                              order by due_at limit 1 for update skip locked) as due
                        where a.tenant_id = due.tenant_id and a.account_id = due.account_id
                        returning a.*
                        """)
                .param("now", time(now))
                .param("lease", time(now.plus(LEASE)))
                .query((row, n) ->
                        new Claimed(
                                new Account(
                                        new TenantId(uuid(row, "tenant_id")),
                                        row.getString("account_id")),
                                row.getInt("attempts")))
                .optional();
    }

    /** What was asked for meanwhile stays due, sooner than the next time. */
    void done(String account, Instant begun, Instant next) {
        jdbc.sql(
                        """
                        update template.account
                        set synced_at = :begun, due_at = least(:next, case when due_at < :soon then due_at end),
                            attempts = 0, failed_at = null, failure = null
                        where account_id = :account
                        """)
                .param("begun", time(begun))
                .param("next", time(next))
                .param("soon", time(begun.plus(LEASE.dividedBy(2))))
                .param("account", account)
                .update();
    }

    void failed(String account, @Nullable String failure, Instant now, Instant next) {
        jdbc.sql(
                        """
                        update template.account set failed_at = :now, failure = :failure, due_at = :next
                        where account_id = :account
                        """)
                .param("now", time(now))
                .param("failure", failure)
                .param("next", time(next))
                .param("account", account)
                .update();
    }

    /** How the accounts of the tenant in scope stand. */
    List<TemplateBook.AccountSync> list(Instant now) {
        return jdbc.sql(
                        """
                        select a.*, due_at <= :now or attempts > 0 and failed_at is null as is_waiting
                        from template.account a order by account_id
                        """)
                .param("now", time(now))
                .query((row, n) ->
                        new TemplateBook.AccountSync(
                                row.getString("account_id"),
                                instantOrNull(row, "synced_at"),
                                instantOrNull(row, "failed_at"),
                                row.getString("failure"),
                                row.getBoolean("is_waiting")))
                .list();
    }
}

package io.moked.search;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries of all tenants as they are written. */
@Repository
class EntryStore {

    private static final UUID NEWEST = new UUID(-1L, -1L);

    private final JdbcClient worker;

    EntryStore(WorkerDatabase worker) {
        this.worker = worker.jdbc();
    }

    /**
     * What is to be found.
     *
     * @param words with a space between them
     */
    record Entry(UUID id, Instant at, UUID conversation, String words) {}

    /** How far back a business has been read. */
    record Progress(TenantId tenant, UUID before) {}

    /** Nobody else reads or writes for this tenant until the transaction is over. */
    void lock(TenantId tenant) {
        worker.sql(
                        """
                        insert into search.progress (tenant_id, before_id) values (:tenant, :newest)
                        on conflict (tenant_id) do update set tenant_id = excluded.tenant_id
                        """)
                .param("tenant", tenant.value())
                .param("newest", NEWEST)
                .update();
    }

    /** English words stand there as they are, and as their stem. */
    void put(TenantId tenant, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        worker.sql(
                        """
                        insert into search.entry as e (tenant_id, at, id, conversation_id, words)
                        select :tenant::uuid, n.at, n.id, n.conversation_id, array_to_tsvector(array(
                            select distinct search.key(:tenant::uuid, search.piece(n.at)) || form
                            from unnest(string_to_array(n.words, ' ')) as w (word)
                                cross join lateral (select word union all
                                    select unnest(ts_lexize('english_stem', word)) where word ~ '^[a-z]') as f (form)))
                        from unnest(:times::timestamptz[], :ids::uuid[], :conversations::uuid[], :words::text[])
                            as n (at, id, conversation_id, words)
                        on conflict (tenant_id, at, id) do update set words = excluded.words
                            where e.words <> excluded.words
                        """)
                .param("tenant", tenant.value())
                .param("times", column(entries, Entry::at))
                .param("ids", column(entries, Entry::id))
                .param("conversations", column(entries, Entry::conversation))
                .param("words", column(entries, Entry::words))
                .update();
    }

    /** Those of these that are kept are found by nothing any more. */
    void empty(TenantId tenant, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        worker.sql(
                        """
                        update search.entry e set words = ''
                        from unnest(:times::timestamptz[], :ids::uuid[]) as n (at, id)
                        where e.tenant_id = :tenant and e.at = n.at and e.id = n.id
                        """)
                .param("tenant", tenant.value())
                .param("times", column(entries, Entry::at))
                .param("ids", column(entries, Entry::id))
                .update();
    }

    /** Begins with those that nobody has begun with, and tells how many these are. */
    int begin(Collection<TenantId> tenants) {
        return worker.sql(
                        """
                        insert into search.progress (tenant_id, before_id)
                        select tenant_id, :newest from unnest(:tenants::uuid[]) as t (tenant_id)
                        on conflict do nothing
                        """)
                .param("tenants", column(tenants, TenantId::value))
                .param("newest", NEWEST)
                .update();
    }

    /** One that is not done, once nobody else writes entries of it. */
    Optional<Progress> next() {
        return worker.sql(
                        """
                        select tenant_id, before_id from search.progress where not is_done
                        order by tenant_id limit 1 for update
                        """)
                .query((row, n) ->
                        new Progress(new TenantId(uuid(row, "tenant_id")), uuid(row, "before_id")))
                .optional();
    }

    void move(Progress to) {
        worker.sql("update search.progress set before_id = :before where tenant_id = :tenant")
                .param("before", to.before())
                .param("tenant", to.tenant().value())
                .update();
    }

    void finish(TenantId tenant) {
        worker.sql("update search.progress set is_done = true where tenant_id = :tenant")
                .param("tenant", tenant.value())
                .update();
    }

    int unfinished() {
        return worker.sql("select count(*) from search.progress where not is_done")
                .query(Integer.class)
                .single();
    }
}

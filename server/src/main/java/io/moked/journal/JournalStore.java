package io.moked.journal;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal's rows. Reading stays below {@code pg_snapshot_xmin}: a transaction that is still
 * open may yet commit entries with a smaller number, and a cursor that had passed them would never
 * see them.
 */
@Repository
class JournalStore {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient app;
    private final JdbcClient worker;
    private final JsonMapper json;
    private final RowMapper<JournalEntry> entry;

    JournalStore(JdbcClient app, WorkerDatabase worker, JsonMapper json) {
        this.app = app;
        this.worker = worker.jdbc();
        this.json = json;
        this.entry =
                (row, n) ->
                        new JournalEntry(
                                new Position(row.getLong("xid"), row.getLong("seq")),
                                new TenantId(uuid(row, "tenant_id")),
                                row.getString("kind"),
                                uuid(row, "subject"),
                                uuidOrNull(row, "actor"),
                                json.readValue(row.getString("facts"), DETAILS),
                                instant(row, "at"));
    }

    void append(TenantId tenant, List<Fact> facts, Instant now) {
        app.sql(
                        """
                        insert into journal.entry (tenant_id, kind, subject, actor, facts, at)
                        select :tenant, kind, subject, actor, facts::jsonb, :now
                        from unnest(:kinds::text[], :subjects::uuid[], :actors::uuid[], :facts::text[])
                            with ordinality as fact (kind, subject, actor, facts, n)
                        order by n
                        """)
                .param("tenant", tenant.value())
                .param("now", time(now))
                .param("kinds", column(facts, Fact::kind))
                .param("subjects", column(facts, Fact::subject))
                .param("actors", column(facts, Fact::actor))
                .param("facts", column(facts, fact -> json.writeValueAsString(fact.details())))
                .update();
    }

    List<JournalEntry> after(Position position, int limit) {
        return worker.sql(
                        """
                        select xid, seq, tenant_id, kind, subject, actor, facts, at from journal.entry
                        where (xid, seq) > (:xid::text::xid8, :seq)
                            and xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by xid, seq limit :limit
                        """)
                .param("xid", Long.toString(position.transaction()))
                .param("seq", position.number())
                .param("limit", limit)
                .query(entry)
                .list();
    }

    List<JournalEntry> ofTenantAfter(TenantId tenant, Position position, int limit) {
        return worker.sql(
                        """
                        select xid, seq, tenant_id, kind, subject, actor, facts, at from journal.entry
                        where tenant_id = :tenant and (xid, seq) > (:xid::text::xid8, :seq)
                            and xid < pg_snapshot_xmin(pg_current_snapshot())
                        order by xid, seq limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("xid", Long.toString(position.transaction()))
                .param("seq", position.number())
                .param("limit", limit)
                .query(entry)
                .list();
    }

    /** Behind every entry that can be read now, before every entry that cannot yet. */
    Position head() {
        long oldestOpen =
                worker.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                        .query(Long.class)
                        .single();
        return new Position(oldestOpen - 1, Long.MAX_VALUE);
    }

    /** Whether entries after this place have been forgotten. */
    boolean isSwept(Position position) {
        return worker.sql(
                        """
                        select exists (select from journal.swept where (xid, seq) > (:xid::text::xid8, :seq))
                        """)
                .param("xid", Long.toString(position.transaction()))
                .param("seq", position.number())
                .query(Boolean.class)
                .single();
    }

    /** Forgets the oldest entries, as far as every follower has come, and keeps where that was. */
    int sweep(Instant before, List<String> followers, int most) {
        return worker.sql(
                        """
                        with oldest as (
                            select tenant_id, xid, seq, at from journal.entry order by xid, seq limit :most
                        ), reached as (
                            select xid, seq from journal.follower where name = any(:followers::text[])
                            order by xid, seq limit 1
                        ), gone as (
                            delete from journal.entry e using oldest o, reached r
                            where e.tenant_id = o.tenant_id and e.xid = o.xid and e.seq = o.seq
                                and o.at < :before and (o.xid, o.seq) <= (r.xid, r.seq)
                            returning e.xid, e.seq
                        ), kept as (
                            update journal.swept s set xid = last.xid, seq = last.seq
                            from (select xid, seq from gone order by xid desc, seq desc limit 1) as last
                        )
                        select count(*) from gone
                        """)
                .param("most", most)
                .param("followers", column(followers))
                .param("before", time(before))
                .query(Integer.class)
                .single();
    }

    /**
     * Where a follower stands; empty while another server has it in its hands. What a follower does
     * is done again after a crash that took it, together with its place, so its commit need not
     * wait for the disk.
     */
    Optional<Position> lockCursor(String follower) {
        worker.sql("set local synchronous_commit = off").update();
        return worker.sql(
                        "select xid, seq from journal.follower where name = :name for update skip"
                                + " locked")
                .param("name", follower)
                .query((row, n) -> new Position(row.getLong("xid"), row.getLong("seq")))
                .optional();
    }

    void openCursor(String follower) {
        worker.sql(
                        """
                        insert into journal.follower (name, xid, seq) values (:name, '0', 0)
                        on conflict (name) do nothing
                        """)
                .param("name", follower)
                .update();
    }

    int behind(String follower, int most) {
        return worker.sql(
                        """
                        select count(*) from (select from journal.entry e, journal.follower f
                            where f.name = :name and (e.xid, e.seq) > (f.xid, f.seq) limit :most) as counted
                        """)
                .param("name", follower)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    void moveCursor(String follower, Position position) {
        worker.sql(
                        """
                        update journal.follower set xid = :xid::text::xid8, seq = :seq
                        where name = :name
                        """)
                .param("name", follower)
                .param("xid", Long.toString(position.transaction()))
                .param("seq", position.number())
                .update();
    }
}

package io.moked.routing.offer;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.routing.offer.Offers.Answer;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OfferStore {

    private final JdbcClient jdbc;

    OfferStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever is asked though they had said no is asked because everybody had: a new round. */
    void add(List<Offer> offers) {
        jdbc.sql(
                        """
                        with o as (
                            select * from unnest(:ids::uuid[], :conversations::uuid[], :lines::uuid[], :agents::uuid[], :units::int[],
                                    :made::timestamptz[], :ends::timestamptz[])
                                as o (id, conversation_id, department_id, agent_id, units, made_at, ends_at)
                        ), round as (
                            update routing.waiting w set declined = '{}' from o
                            where w.conversation_id = o.conversation_id and o.agent_id = any(w.declined)
                        )
                        insert into routing.offer (tenant_id, id, conversation_id, department_id, agent_id, units, made_at, ends_at)
                        select :tenant, id, conversation_id, department_id, agent_id, units, made_at, ends_at from o
                        """)
                .param("tenant", TenantScope.current().value())
                .param("ids", column(offers, Offer::id))
                .param("conversations", column(offers, Offer::conversation))
                .param("lines", column(offers, Offer::line))
                .param("agents", column(offers, Offer::agent))
                .param("units", column(offers, Offer::units))
                .param("made", column(offers, Offer::madeAt))
                .param("ends", column(offers, Offer::endsAt))
                .update();
    }

    Optional<Offer> find(UUID id) {
        return jdbc.sql("select * from routing.offer where id = :id")
                .param("id", id)
                .query(OfferStore::offer)
                .optional();
    }

    Optional<Offer> of(UUID conversation) {
        return jdbc.sql("select * from routing.offer where conversation_id = :conversation")
                .param("conversation", conversation)
                .query(OfferStore::offer)
                .optional();
    }

    /** Whether somebody was asked this ever. */
    boolean was(UUID id, UUID agent) {
        return jdbc.sql(
                        """
                        select exists (
                            select from routing.decision where id = :id and agent_id = :agent and answer is not null)
                        """)
                .param("id", id)
                .param("agent", agent)
                .query(Boolean.class)
                .single();
    }

    /** The next one to end first. */
    List<Offer> all() {
        return jdbc.sql("select * from routing.offer order by ends_at, id")
                .query(OfferStore::offer)
                .list();
    }

    /** Of somebody, that go on; the oldest first. */
    List<Offer> to(UUID agent, Instant now) {
        return jdbc.sql(
                        """
                        select * from routing.offer where agent_id = :agent and ends_at > :now order by made_at, id
                        """)
                .param("agent", agent)
                .param("now", time(now))
                .query(OfferStore::offer)
                .list();
    }

    /** Those of these conversations that somebody is asked for. */
    Set<UUID> standing(Collection<UUID> conversations) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                select conversation_id from routing.offer where conversation_id = any(:conversations::uuid[])
                                """)
                        .param("conversations", column(conversations))
                        .query(UUID.class)
                        .list());
    }

    /**
     * Ends offers, which are locked by their conversations.
     *
     * @return those that were still there
     */
    List<Offer> end(Collection<UUID> ids, Answer answer) {
        return jdbc.sql(
                        """
                        with gone as (delete from routing.offer where id = any(:ids::uuid[]) returning *),
                        told as (
                            update routing.decision d set answer = :answer from gone where d.id = gone.id
                        ), out as (
                            update routing.waiting w set declined = array_append(declined, gone.agent_id) from gone
                            where w.conversation_id = gone.conversation_id and :isRefused
                        )
                        select * from gone
                        """)
                .param("ids", column(ids))
                .param("answer", answer.word())
                .param("isRefused", answer == Answer.DECLINED || answer == Answer.PASSED)
                .query(OfferStore::offer)
                .list();
    }

    /** The same of whatever is asked in the name of a department. */
    List<Offer> withdrawIn(UUID department) {
        return withdraw(
                jdbc
                        .sql("select * from routing.offer where department_id = :line")
                        .param("line", department)
                        .query(OfferStore::offer)
                        .list()
                        .stream()
                        .map(Offer::conversation)
                        .toList());
    }

    /** The same of whatever is asked for conversations that go elsewhere. */
    List<Offer> withdraw(Collection<UUID> conversations) {
        return jdbc.sql(
                        """
                        with gone as (
                            delete from routing.offer where conversation_id = any(:conversations::uuid[]) returning *
                        ), told as (
                            update routing.decision d set answer = 'withdrawn' from gone where d.id = gone.id
                        )
                        select * from gone
                        """)
                .param("conversations", column(conversations))
                .query(OfferStore::offer)
                .list();
    }

    /** It waits no longer, and is held from now on; room is kept for it already. */
    void hold(Offer it, Instant now) {
        jdbc.sql(
                        """
                        with gone as (
                            delete from routing.waiting where conversation_id = :conversation returning came_at
                        ), held as (
                            insert into routing.held (tenant_id, conversation_id, agent_id, units, since, came_at)
                            select :tenant, :conversation, :agent, :units, :now, came_at from gone
                        )
                        insert into routing.step (tenant_id, at, conversation_id, what, agent_id)
                        select :tenant, :now, :conversation, 'given', :agent from gone
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversation", it.conversation())
                .param("agent", it.agent())
                .param("units", it.units())
                .param("now", time(now))
                .update();
    }

    /**
     * Counts what was let pass.
     *
     * @return those who have let pass as much as their department bears
     */
    Set<UUID> missed(List<Offer> passed) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                with p as (
                                    select * from unnest(:agents::uuid[], :lines::uuid[]) as p (agent_id, department_id)
                                ), counted as (
                                    insert into routing.unanswered as u (tenant_id, agent_id, times)
                                    select :tenant, agent_id, count(*) from p group by agent_id order by agent_id
                                    on conflict (tenant_id, agent_id) do update set times = u.times + excluded.times
                                    returning agent_id, times
                                )
                                select distinct c.agent_id from counted c join p using (agent_id)
                                    join routing.department d on d.id = p.department_id
                                where d.offer_misses > 0 and c.times >= d.offer_misses
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("agents", column(passed, Offer::agent))
                        .param("lines", column(passed, Offer::line))
                        .query(UUID.class)
                        .list());
    }

    /** Who says anything at all is there. */
    void answered(Collection<UUID> agents) {
        jdbc.sql("delete from routing.unanswered where agent_id = any(:agents::uuid[])")
                .param("agents", column(agents))
                .update();
    }

    private static Offer offer(ResultSet row, int n) throws SQLException {
        return new Offer(
                uuid(row, "id"),
                uuid(row, "conversation_id"),
                uuid(row, "department_id"),
                uuid(row, "agent_id"),
                row.getInt("units"),
                instant(row, "made_at"),
                instant(row, "ends_at"));
    }
}

package io.moked.agent;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.access.UserId;
import io.moked.kernel.Page;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SpellStore {

    private final JdbcClient jdbc;

    SpellStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * From now on, until the next. Whoever becomes available has been idle for as long as they are.
     */
    void begin(UserId agent, Spell spell, @Nullable Availability backAs) {
        jdbc.sql(
                        """
                        update agent.agent set availability = :availability, reason_id = :reason, back_as = :back, since = :now,
                            idle_since = case when :availability = 'available' then :now else idle_since end
                        where user_id = :agent
                        """)
                .param("availability", spell.availability().word())
                .param("reason", spell.reason())
                .param("back", backAs == null ? null : backAs.word())
                .param("now", time(spell.from()))
                .param("agent", agent.value())
                .update();
        note(agent, spell);
    }

    /** The one that went on ends where this one begins. */
    private void note(UserId agent, Spell spell) {
        jdbc.sql("update agent.spell set until = :now where user_id = :agent and until is null")
                .param("now", time(spell.from()))
                .param("agent", agent.value())
                .update();
        jdbc.sql(
                        """
                        insert into agent.spell (tenant_id, id, user_id, availability, reason_id, since, changed_by, actor_id)
                        values (:tenant, :id, :agent, :availability, :reason, :now, :by, :actor)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", spell.id())
                .param("agent", agent.value())
                .param("availability", spell.availability().word())
                .param("reason", spell.reason())
                .param("now", time(spell.from()))
                .param("by", spell.by().word())
                .param("actor", spell.actor())
                .update();
    }

    /** The newest first. No two of an agent overlap, so one may have begun before the range. */
    List<Spell> within(UserId agent, Spell.Range range, Page page) {
        return jdbc.sql(
                        """
                        select * from agent.spell where user_id = :agent
                            and since < :to and (until is null or until > :from)
                            and since >= coalesce((select max(since) from agent.spell where user_id = :agent and since <= :from), :from)
                            and (since, id) < (:at, :id)
                        order by since desc, id desc limit :rows
                        """)
                .param("agent", agent.value())
                .param("from", time(range.from()))
                .param("to", time(range.to()))
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("rows", page.rowsToRead())
                .query(SpellStore::spell)
                .list();
    }

    private static Spell spell(ResultSet row, int n) throws SQLException {
        return new Spell(
                uuid(row, "id"),
                Availability.of(row.getString("availability")),
                uuidOrNull(row, "reason_id"),
                instant(row, "since"),
                instantOrNull(row, "until"),
                By.of(row.getString("changed_by")),
                uuidOrNull(row, "actor_id"));
    }
}

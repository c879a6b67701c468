package io.moked.routing;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.routing.Skills.Level;
import io.moked.routing.Skills.Skill;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SkillStore {

    private final JdbcClient jdbc;

    SkillStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Skill> all() {
        return jdbc.sql("select id, name from routing.skill order by lower(name), id")
                .query((row, n) -> new Skill(uuid(row, "id"), row.getString("name")))
                .list();
    }

    /** Empty-handed where another is called so. */
    boolean add(Skill skill) {
        return jdbc.sql(
                                """
                                insert into routing.skill (tenant_id, id, name) values (:tenant, :id, :name)
                                on conflict do nothing
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("id", skill.id())
                        .param("name", skill.name())
                        .update()
                == 1;
    }

    boolean rename(Skill skill) {
        return jdbc.sql("update routing.skill set name = :name where id = :id")
                        .param("name", skill.name())
                        .param("id", skill.id())
                        .update()
                == 1;
    }

    /** With all that anybody was said to know of it, and whatever asked for it. */
    boolean remove(UUID skill) {
        return jdbc.sql("delete from routing.skill where id = :id").param("id", skill).update()
                == 1;
    }

    List<Level> levels() {
        return jdbc.sql("select agent_id, skill_id, level from routing.ability")
                .query(SkillStore::level)
                .list();
    }

    List<Level> levels(Collection<UUID> agents) {
        return jdbc.sql(
                        """
                        select agent_id, skill_id, level from routing.ability where agent_id = any(:agents::uuid[])
                        """)
                .param("agents", column(agents))
                .query(SkillStore::level)
                .list();
    }

    private static Level level(ResultSet row, int n) throws SQLException {
        return new Level(uuid(row, "agent_id"), uuid(row, "skill_id"), row.getInt("level"));
    }

    void setLevels(UUID agent, Map<UUID, Integer> levels) {
        var entries = List.copyOf(levels.entrySet());
        jdbc.sql(
                        """
                        with gone as (
                            delete from routing.ability where agent_id = :agent and skill_id <> all(:skills::uuid[])
                        )
                        insert into routing.ability (tenant_id, agent_id, skill_id, level)
                        select :tenant, :agent, skill_id, level
                        from unnest(:skills::uuid[], :levels::int[]) as a (skill_id, level)
                        on conflict (tenant_id, agent_id, skill_id) do update set level = excluded.level
                        """)
                .param("tenant", TenantScope.current().value())
                .param("agent", agent)
                .param("skills", column(entries, Map.Entry::getKey))
                .param("levels", column(entries, Map.Entry::getValue))
                .update();
    }
}
